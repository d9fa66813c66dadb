import type { CandidateColumn } from '@domain/exports/export.js';
import { arranged, type Column, visibility } from '../ui/table/columns.js';

/** What a column of the table is in a file. */
const inFile: Readonly<Record<string, readonly CandidateColumn[]>> = {
  name: ['displayName', 'nativeName'],
  title: ['currentTitle'],
  organization: ['currentOrganizationName'],
  roleFamily: ['roleFamilyName'],
  seniority: ['seniority'],
  city: ['city'],
  country: ['country'],
  tags: ['tags'],
  owner: ['ownerName'],
  lastContact: ['lastContactAt'],
  updated: ['updatedAt'],
};

/** The columns of the view as a file has them, in their order. */
export function exportColumns(
  columns: readonly Column<never>[],
  shown: readonly string[] | undefined,
): readonly CandidateColumn[] {
  const visible = visibility(columns, shown);
  return arranged(columns, shown).flatMap(({ id }) => (visible[id] ? (inFile[id] ?? []) : []));
}
