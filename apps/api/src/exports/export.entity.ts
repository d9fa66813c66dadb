import { Column, Entity } from 'typeorm';
import type { Locale } from '@domain/agencies/agency.js';
import type { ExportFormat, ExportReport, ExportState } from '@domain/exports/export.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('export')
export class Export extends VersionedRow {
  @Column('text') report: ExportReport;
  @Column('text') format: ExportFormat;
  @Column('jsonb') filters: Record<string, unknown>;
  @Column('text', { array: true }) columns: string[];
  @Column('text', { array: true }) headers: string[];
  @Column('text') locale: Locale;
  @Column('text') state: ExportState;
  @Column('int') rowsTotal: number;
  @Column('int') rowsDone: number;
  @Column('text') fileName: string;
  @Column('bigint', { nullable: true }) fileBytes: number | null;
  @Column('timestamptz', { nullable: true }) startedAt: string | null;
  @Column('timestamptz', { nullable: true }) finishedAt: string | null;
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('text', { array: true }) permissions: string[];
  @Column('uuid') createdBy: string;
}
