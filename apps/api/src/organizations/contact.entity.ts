import { Column, Entity } from 'typeorm';
import type { ContactKind } from '@domain/organizations/contact.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('contact')
export class Contact extends VersionedRow {
  @Column('uuid') organizationId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) nativeName: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') kind: ContactKind;
  @Column('uuid', { nullable: true }) candidateId: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) wechat: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}
