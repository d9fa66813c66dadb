import { Column, Entity } from 'typeorm';
import type { DocumentKind, DocumentMedia } from '@domain/documents/document.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('document')
export class Document extends VersionedRow {
  @Column('uuid') candidateId: string;
  @Column('uuid', { nullable: true }) offerId: string | null;
  @Column('text') kind: DocumentKind;
  @Column('text') name: string;
  @Column('text') media: DocumentMedia;
  @Column('int') bytes: number;
  @Column('bytea') sha256: Buffer;
  @Column('bytea') receivedSha256: Buffer;
  @Column('uuid') addedBy: string;
  @Column('timestamptz', { nullable: true }) archivedAt: string | null;
}
