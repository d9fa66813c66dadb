import type { Permission } from '../access/permissions.js';

/** Where an export stands. Only one that is done has a file. */
export const exportStates = ['queued', 'running', 'done', 'failed', 'canceled'] as const;
export type ExportState = (typeof exportStates)[number];

/** What can be exported. */
export const exportReports = ['candidates', 'comparison'] as const;
export type ExportReport = (typeof exportReports)[number];

export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** In which formats each report comes, and what one must be allowed to read beside exporting. */
export const reportTerms = {
  candidates: { formats: ['csv'], needs: 'candidate.read' },
  comparison: { formats: ['xlsx', 'pdf'], needs: 'offer.read' },
} as const satisfies Record<ExportReport, { formats: readonly ExportFormat[]; needs: Permission }>;

/** The media type of a file. */
export const exportMedia = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const satisfies Record<ExportFormat, string>;

/** So many exports a member may ask for in one hour. */
export const exportsAnHour = 20;

/** So many days a file is kept. */
export const exportDays = 7;

/** Characters at the beginning of a cell that a spreadsheet takes for a formula. */
export const formulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;

/** What an export of candidates can have in its columns, in their order, with what one must be allowed to read where that is more. */
export const candidateColumns = {
  id: null,
  displayName: null,
  nativeName: null,
  givenName: null,
  familyName: null,
  romanizedName: null,
  aliases: null,
  headline: null,
  currentTitle: null,
  currentOrganizationName: null,
  roleFamilyName: null,
  seniority: null,
  city: null,
  country: null,
  areas: null,
  skills: null,
  languages: null,
  motives: null,
  technicalRoute: null,
  workAuthorization: null,
  email: null,
  phone: null,
  wechat: null,
  tags: null,
  ownerName: null,
  lastContactAt: null,
  doNotContact: null,
  doNotContactReason: null,
  source: null,
  sourceDetail: null,
  sourcedOn: null,
  law: null,
  legalBasis: null,
  noticeDueOn: null,
  noticedOn: null,
  publicationCount: null,
  candidacyCount: null,
  currentCash: 'package.read',
  expectedCash: 'package.read',
  createdAt: null,
  updatedAt: null,
} as const satisfies Record<string, Permission | null>;

export type CandidateColumn = keyof typeof candidateColumns;

/** The columns of candidates that the actor may export, in their order. */
export function columnsFor(may: (permission: Permission) => boolean): CandidateColumn[] {
  return (Object.entries(candidateColumns) as [CandidateColumn, Permission | null][])
    .filter(([, needs]) => needs === null || may(needs))
    .map(([name]) => name);
}
