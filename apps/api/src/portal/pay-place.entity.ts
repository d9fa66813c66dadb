import { Column, Entity } from 'typeorm';
import type { ShippedPayPlace } from '@domain/portal/pay-place.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('pay_place')
export class PayPlace extends VersionedRow {
  @Column('text', { nullable: true }) shipped: ShippedPayPlace | null;
  @Column('text') name: string;
  @Column('text', { array: true }) words: string[];
  @Column('bool') banned: boolean;
}
