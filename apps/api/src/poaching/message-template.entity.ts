import { Column, Entity } from 'typeorm';
import type { Locale } from '@domain/agencies/agency.js';
import type { MessagePurpose } from '@domain/poaching/message-template.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('message_template')
export class MessageTemplate extends VersionedRow {
  @Column('text') locale: Locale;
  @Column('text') purpose: MessagePurpose;
  @Column('text') name: string;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text') body: string;
}
