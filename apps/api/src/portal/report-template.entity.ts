import { Column, Entity } from 'typeorm';
import type { Locale } from '@domain/agencies/agency.js';
import type { ReportSection } from '@domain/portal/report.js';
import { VersionedRow } from '@platform/db/entity.js';

@Entity('report_template')
export class ReportTemplate extends VersionedRow {
  @Column('text') locale: Locale;
  @Column('text') name: string;
  @Column('text', { nullable: true }) letterhead: string | null;
  @Column('text', { array: true }) sections: ReportSection[];
  @Column('text', { nullable: true }) closing: string | null;
}
