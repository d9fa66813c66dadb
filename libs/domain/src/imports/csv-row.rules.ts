import { csvFieldRule, organizationKindOf, type CsvField, type CsvFieldRule, type CsvMapping } from './csv-fields.js';
import type {
  ChannelKind,
  IdentifierKind,
  ImportedAffiliation,
  ImportedChannel,
  ImportedPerson,
  ParsedRow,
  RowFault,
} from './imported-row.js';

/** A column to read: where it is, what it feeds and what the file calls it. */
export interface CsvColumn {
  index: number;
  field: CsvField;
  header: string;
}

interface Value {
  value: string;
  raw: string;
}

type Values = Map<CsvField, Value[]>;

const IDENTIFIERS: readonly (readonly [CsvField, IdentifierKind])[] = [
  ['openreview', 'openreview'],
  ['orcid', 'orcid'],
  ['dblp', 'dblp'],
  ['googleScholar', 'google_scholar'],
  ['semanticScholar', 'semantic_scholar'],
  ['github', 'github'],
  ['linkedin', 'linkedin'],
];

const CHANNELS: readonly ChannelKind[] = ['email', 'phone', 'wechat', 'maimai'];
const TEXTS = [
  'givenName',
  'familyName',
  'romanizedName',
  'headline',
  'city',
  'country',
  'seniority',
  'roleFamily',
  'note',
] as const;
const EMPLOYMENT = [
  ['organizationDomain', 'domain'],
  ['organizationCountry', 'country'],
  ['title', 'title'],
  ['startedOn', 'startedOn'],
  ['endedOn', 'endedOn'],
] as const;
const NAMES = ['displayName', 'givenName', 'familyName'] as const;
const LISTS = ['aliases', 'languages', 'researchAreas', 'skills', 'tags'] as const;

const UNREADABLE = /[\0\ufffd]/;
const LONG_SPACE = /[^\S ]|\s{2,}/;
const STRONG_SEPARATOR = /[;；、|\n]/;
const WEAK_SEPARATOR = /[,，]/;
const HAN = /\p{Script=Han}/u;

/** The columns of a mapping with the names that the header gives them, in the header's order. */
export function columnsOf(header: readonly string[], mapping: CsvMapping): CsvColumn[] {
  return Object.entries(mapping).map(([index, field]) => ({
    index: Number(index),
    field,
    header: (header[Number(index)] ?? '').slice(0, 100),
  }));
}

/** One row of cells as person and affiliations, or rejected with the column that is wrong. */
export function rowOfCells(
  cells: readonly string[],
  columns: readonly CsvColumn[],
  row: number,
  line: number,
): ParsedRow {
  const values: Values = new Map();
  for (const column of columns) {
    const fault = readCell(cells[column.index] ?? '', column, values);
    if (fault) return { row, line, key: null, reject: { ...fault, column: column.header } };
  }
  const key = textIn(values, 'externalId') ?? null;
  const displayName = displayNameIn(values);
  const reject = displayName === undefined ? whyNobody(values) : whyNotPerson(displayName, values);
  if (reject || displayName === undefined) return { row, line, key, reject };
  const found: ParsedRow = { row, line, key, person: personOf(displayName, values) };
  const affiliations = affiliationsIn(values);
  if (affiliations.length > 0) found.affiliations = affiliations;
  if (!values.has('organization') && (textIn(values, 'startedOn') ?? textIn(values, 'endedOn'))) {
    found.warnings = [
      { code: 'affiliation.no-organization', message: 'The dates name no organization and are left out' },
    ];
  }
  return found;
}

function whyNobody(values: Values): RowFault {
  if (values.size === 0) return { code: 'row.empty', message: 'The row is empty' };
  return { code: 'person.no-name', message: 'The row names nobody' };
}

function whyNotPerson(displayName: string, values: Values): RowFault | undefined {
  if (!/\p{L}/u.test(displayName)) return { code: 'person.name', message: 'The name has no letter' };
  if (endsBeforeStart(textIn(values, 'startedOn'), textIn(values, 'endedOn'))) {
    return { code: 'affiliation.ends-before-start', message: 'The end lies before the start' };
  }
  return undefined;
}

function endsBeforeStart(startedOn: string | undefined, endedOn: string | undefined): boolean {
  return !!startedOn && !!endedOn && endedOn.slice(0, startedOn.length) < startedOn.slice(0, endedOn.length);
}

function readCell(cell: string, column: CsvColumn, values: Values): RowFault | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (UNREADABLE.test(text)) return { code: 'cell.unreadable', message: 'A character cannot be read' };
  const rule = csvFieldRule(column.field);
  const known = values.get(column.field) ?? [];
  values.set(column.field, known);
  if (!rule.many) return readValue(text, column.field, rule, known);
  for (const part of partsOf(text)) {
    const fault = readValue(part, column.field, rule, known);
    if (fault) return fault;
  }
  return undefined;
}

function readValue(text: string, field: CsvField, rule: CsvFieldRule, known: Value[]): RowFault | undefined {
  const { max, read, wants } = rule;
  const raw = LONG_SPACE.test(text)
    ? text.replace(field === 'note' ? /\r\n?/g : /\s+/g, field === 'note' ? '\n' : ' ')
    : text;
  if (raw.length > max) return { code: 'cell.too-long', message: `More than ${max} characters` };
  const value = read ? read(raw) : raw;
  if (value === undefined) return { code: 'cell.invalid', message: `Not ${wants ?? 'readable'}` };
  if (known.length === 0 || !known.some((other) => other.value === value)) known.push({ value, raw });
  return undefined;
}

function partsOf(text: string): string[] {
  const separator = STRONG_SEPARATOR.test(text) ? STRONG_SEPARATOR : WEAK_SEPARATOR;
  if (!separator.test(text)) return [text];
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function textIn(values: Values, field: CsvField): string | undefined {
  return values.get(field)?.[0]?.value || undefined;
}

function displayNameIn(values: Values): string | undefined {
  const [display, given, family] = NAMES.map((field) => textIn(values, field));
  if (display) return display;
  if (given && family) return HAN.test(given + family) ? family + given : `${given} ${family}`;
  return textIn(values, 'romanizedName') ?? textIn(values, 'nativeName') ?? family ?? given;
}

function personOf(displayName: string, values: Values): ImportedPerson {
  const person: ImportedPerson = { displayName, identifiers: [] };
  const nativeName = textIn(values, 'nativeName') ?? (HAN.test(displayName) ? displayName : undefined);
  if (nativeName) person.nativeName = nativeName;
  for (const [field, kind] of IDENTIFIERS) {
    const value = textIn(values, field);
    if (value) person.identifiers.push({ kind, value, confidence: 'sure' });
  }
  const channels: ImportedChannel[] = [];
  for (const kind of CHANNELS) {
    for (const { value, raw } of values.get(kind) ?? [])
      channels.push(raw === value ? { kind, value } : { kind, value, raw });
  }
  if (channels.length > 0) person.channels = channels;
  for (const field of TEXTS) {
    const text = textIn(values, field);
    if (text) person[field] = text;
  }
  for (const field of LISTS) {
    const list = values.get(field);
    if (list?.length) person[field] = list.map(({ value }) => value);
  }
  const title = textIn(values, 'title');
  if (title && !person.headline && !values.has('organization')) person.headline = title;
  return person;
}

function affiliationsIn(values: Values): ImportedAffiliation[] {
  const affiliations: ImportedAffiliation[] = [];
  const employer = textIn(values, 'organization');
  if (employer) {
    const employment: ImportedAffiliation = { organizationName: employer, type: 'employment', confidence: 'sure' };
    for (const [field, name] of EMPLOYMENT) {
      const text = textIn(values, field);
      if (text) employment[name] = text;
    }
    const kind = organizationKindOf(textIn(values, 'organizationKind') ?? '');
    if (kind) employment.kind = kind;
    affiliations.push(employment);
  }
  const school = textIn(values, 'school');
  if (school) {
    const study: ImportedAffiliation = {
      organizationName: school,
      kind: 'university',
      type: 'study',
      confidence: 'sure',
    };
    const [degree, graduatedOn] = [textIn(values, 'degree'), textIn(values, 'graduatedOn')];
    if (degree) study.title = degree;
    if (graduatedOn) study.endedOn = graduatedOn;
    affiliations.push(study);
  }
  return affiliations;
}
