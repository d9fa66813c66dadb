import { Column, Entity } from 'typeorm';
import type { PrivacyLaw } from '@domain/candidates/candidate.js';
import type { CsvMapping } from '@domain/imports/csv-fields.js';
import type { ImportState } from '@domain/imports/import.js';
import type { ImportFormat } from '@domain/imports/imported-row.js';
import { VersionedRow } from '@platform/db/entity.js';
import type { CsvInspection } from './formats/csv.js';

@Entity('import')
export class Import extends VersionedRow {
  @Column('text') format: ImportFormat;
  @Column('text') fileName: string;
  @Column('text') fileKey: string;
  @Column('bigint') fileBytes: number;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text') law: PrivacyLaw;
  @Column('text') state: ImportState;
  @Column('jsonb', { nullable: true }) mapping: CsvMapping | null;
  @Column('jsonb', { nullable: true }) inspection: CsvInspection | null;
  @Column('double precision') shareRead: number;
  @Column('int') rowsTotal: number;
  @Column('int') rowsDone: number;
  @Column('int') rowsCreated: number;
  @Column('int') rowsJoined: number;
  @Column('int') rowsUnchanged: number;
  @Column('int') rowsRejected: number;
  @Column('int') madeCandidates: number;
  @Column('int') madeOrganizations: number;
  @Column('int') madeAffiliations: number;
  @Column('int') madePublications: number;
  @Column('int') keptEdited: number;
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('text', { nullable: true }) errorDetail: string | null;
  @Column('uuid') createdBy: string;
}
