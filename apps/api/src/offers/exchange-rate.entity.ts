import { Column, Entity } from 'typeorm';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('exchange_rate')
export class ExchangeRate extends VersionedRow {
  @Column('text', { name: 'from_currency' }) from: string;
  @Column('text', { name: 'to_currency' }) to: string;
  @Column('date', { name: 'rate_on' }) on: string;
  @Column('numeric') rate: string;
  @Column('text') source: string;
}
