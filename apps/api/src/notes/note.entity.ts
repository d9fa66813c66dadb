import { Column, Entity } from 'typeorm';
import type { Locale } from '@domain/agencies/agency.js';
import type { NoteDocument } from '@domain/notes/document.js';
import type { NoteVisibility } from '@domain/notes/note.js';
import { TenantRow, VersionedRow } from '@platform/db/entity.js';

@Entity('note')
export class Note extends VersionedRow {
  @Column('uuid', { nullable: true }) candidateId: string | null;
  @Column('uuid', { nullable: true }) organizationId: string | null;
  @Column('uuid', { nullable: true }) contactId: string | null;
  @Column('uuid', { nullable: true }) searchId: string | null;
  @Column('uuid', { nullable: true }) candidacyId: string | null;
  @Column('uuid') authorId: string;
  @Column('text') visibility: NoteVisibility;
  @Column('text') body: string;
  @Column('jsonb', { nullable: true }) document: NoteDocument | null;
  @Column('bool') pinned: boolean;
}

@Entity('note_edit')
export class NoteEdit extends TenantRow {
  @Column('uuid') noteId: string;
  @Column('uuid') authorId: string;
  @Column('text') visibility: NoteVisibility;
  @Column('text') body: string;
  @Column('jsonb', { nullable: true }) document: NoteDocument | null;
  @Column('timestamptz') replacedAt: string;
}

@Entity('note_template')
export class NoteTemplate extends VersionedRow {
  @Column('text') locale: Locale;
  @Column('text') name: string;
  @Column('text') body: string;
  @Column('jsonb') document: NoteDocument;
}
