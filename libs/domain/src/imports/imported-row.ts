/** `unsure` is evidence only: it never joins people, counts as a move or becomes a strong identifier. */
export type Confidence = 'sure' | 'unsure';

export type IdentifierKind =
  'openreview' | 'orcid' | 'dblp' | 'google_scholar' | 'semantic_scholar' | 'github' | 'linkedin';

export type ChannelKind = 'email' | 'phone' | 'wechat' | 'maimai';

export type OrganizationKind = 'company' | 'lab' | 'university';

export type AffiliationType = 'employment' | 'study' | 'visiting' | 'advisory';

export interface ImportedIdentifier {
  kind: IdentifierKind;
  value: string;
  confidence: Confidence;
}

/** `raw` is the text of the file where it differs from the normalized `value`. */
export interface ImportedChannel {
  kind: ChannelKind;
  value: string;
  raw?: string;
}

/** The first identifier of kind `openreview` is the person's own; further ones are earlier ids of the same profile. */
export interface ImportedPerson {
  displayName: string;
  givenName?: string;
  familyName?: string;
  nativeName?: string;
  romanizedName?: string;
  aliases?: string[];
  identifiers: ImportedIdentifier[];
  channels?: ImportedChannel[];
  headline?: string;
  city?: string;
  country?: string;
  languages?: string[];
  seniority?: string;
  roleFamily?: string;
  researchAreas?: string[];
  skills?: string[];
  tags?: string[];
  note?: string;
}

/** Days are `YYYY-MM-DD`, or `YYYY` where only the year is known. */
export interface ImportedAffiliation {
  organizationName: string;
  domain?: string;
  country?: string;
  kind?: OrganizationKind;
  type: AffiliationType;
  title?: string;
  startedOn?: string;
  endedOn?: string;
  seenInYear?: number;
  confidence: Confidence;
}

/** `key` is `venue/year/paper id`; `position` counts authors from 1. */
export interface ImportedPublication {
  key: string;
  title: string;
  venue: string;
  year: number;
  keywords: string[];
  status?: string;
  position: number;
  authorCount: number;
}

/** What was wrong with a cell or row; `column` is the header as the file writes it. */
export interface RowFault {
  code: string;
  message: string;
  column?: string;
}

/**
 * One row of a file: either `reject` or `person` is there. `row` counts data rows from 1; `line` is the first physical
 * line of the row (in json: the position of the paper in the list).
 */
export interface ParsedRow {
  row: number;
  line: number;
  key: string | null;
  reject?: RowFault;
  warnings?: RowFault[];
  person?: ImportedPerson;
  affiliations?: ImportedAffiliation[];
  publication?: ImportedPublication;
}

export type ImportFormat = 'csv' | 'authorships';
