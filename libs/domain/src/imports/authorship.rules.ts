import { dblpOf, googleScholarOf, openreviewOf, orcidOf } from './identifiers.rules.js';
import type {
  AffiliationType,
  Confidence,
  IdentifierKind,
  ImportedAffiliation,
  ImportedIdentifier,
  ImportedPerson,
  ParsedRow,
  RowFault,
} from './imported-row.js';

/** The columns that a roster of authorships has in csv, and the shape that its json is brought into. */
export const AUTHORSHIP_COLUMNS = [
  'alignment',
  'person_id',
  'venue',
  'year',
  'paper_id',
  'title',
  'keywords',
  'status',
  'pos_in_paper',
  'n_authors',
  'author',
  'author_id',
  'affiliation',
  'position',
  'aff_domain',
  'country',
  'google_scholar',
  'dblp',
  'orcid',
] as const;

export type AuthorshipColumn = (typeof AUTHORSHIP_COLUMNS)[number];

/** Without one of these a file is no roster. */
export const REQUIRED_AUTHORSHIP_COLUMNS: readonly AuthorshipColumn[] = [
  'person_id',
  'venue',
  'year',
  'paper_id',
  'title',
  'pos_in_paper',
  'author',
];

/** One author slot of one paper, each cell as the source writes it, `''` where it has none. */
export type AuthorshipSlot = Record<AuthorshipColumn, string>;

const MAX: Partial<Record<AuthorshipColumn, number>> = {
  venue: 60,
  paper_id: 100,
  title: 1_000,
  keywords: 10_000,
  status: 100,
  affiliation: 1_000,
  position: 300,
  country: 100,
};
const UNREADABLE = /[\0\ufffd]|\p{Surrogate}/u;
const HAN = /\p{Script=Han}/u;

/**
 * What an author's position says of the tie: students `study`, interns and visitors are `visiting`, advisers and adjuncts
 * `advisory`, everybody else, and a person without a position, `employment`.
 */
export function affiliationTypeOf(position: string): AffiliationType {
  if (/\bpost[\s-]?doc/i.test(position)) return 'employment';
  if (/\bintern(?:ship)?\b|\bresident\b|\bstudent (?:researcher|scientist|engineer)\b|实习/i.test(position))
    return 'visiting';
  if (/\bvisit(?:ing|or)\b|访问/i.test(position)) return 'visiting';
  if (
    /student|undergrad|\bph\.?\s?d\b|\bdoctoral (?:candidate|researcher)\b|\bm\.?sc?\b|^(?:masters?|graduate|bachelors?)\b|[博硕]士(?!后)|本科|研究生|学生/i.test(
      position,
    )
  ) {
    return 'study';
  }
  if (/^adjunct\b|\badvis[eo]r\b|\baffiliate\b|^consult/i.test(position)) return 'advisory';
  return 'employment';
}

/** One slot as person, affiliations and publication; without a usable id or paper it is rejected with the column named. */
export function rowOfSlot(slot: AuthorshipSlot, row: number, line: number): ParsedRow {
  const paper = `${slot.venue}/${slot.year}/${slot.paper_id}`;
  const key = `${paper}/${slot.pos_in_paper}`;
  const fault = whyNotImport(slot);
  if (fault)
    return { row, line, key: fault.column === 'author' || fault.column === 'person_id' ? key : null, reject: fault };
  const confidence: Confidence = slot.alignment === 'profile' ? 'sure' : 'unsure';
  const warnings: RowFault[] = [];
  const affiliations = affiliationsOf(slot, confidence);
  return {
    row,
    line,
    key,
    person: personOf(slot, confidence, warnings),
    ...(affiliations.length > 0 && { affiliations }),
    publication: {
      key: paper,
      title: slot.title,
      venue: slot.venue,
      year: Number(slot.year),
      keywords: listOf(slot.keywords, ';'),
      ...(slot.status !== '' && { status: slot.status }),
      position: Number(slot.pos_in_paper),
      authorCount: Number(slot.n_authors || slot.pos_in_paper),
    },
    ...(warnings.length > 0 && { warnings }),
  };
}

function whyNotImport(slot: AuthorshipSlot): RowFault | undefined {
  for (const column of AUTHORSHIP_COLUMNS) {
    const text = slot[column];
    if (UNREADABLE.test(text)) return { code: 'cell.unreadable', message: 'A character cannot be read', column };
    const max = MAX[column];
    if (max && text.length > max) return { code: 'cell.too-long', message: `More than ${max} characters`, column };
  }
  for (const column of ['venue', 'paper_id', 'title', 'author'] as const) {
    if (slot[column] === '') return { code: 'cell.missing', message: 'The cell is empty', column };
  }
  if (!/^(?:19|20)\d\d$/.test(slot.year)) return { code: 'cell.invalid', message: 'Not a year', column: 'year' };
  if (!isCount(slot.pos_in_paper))
    return { code: 'cell.invalid', message: 'Not a position from 1', column: 'pos_in_paper' };
  if (slot.n_authors !== '' && (!isCount(slot.n_authors) || Number(slot.n_authors) < Number(slot.pos_in_paper))) {
    return { code: 'cell.invalid', message: 'Not the number of authors', column: 'n_authors' };
  }
  return whyNobody(slot);
}

function whyNobody(slot: AuthorshipSlot): RowFault | undefined {
  if (slot.person_id === '') {
    const people = listOf(slot.author, /[,;，；、]|\band\b/).length;
    return people > 1
      ? {
          code: 'authorship.several-people',
          message: `No OpenReview id, and the cell names ${people} people`,
          column: 'author',
        }
      : { code: 'authorship.no-id', message: 'No OpenReview id', column: 'person_id' };
  }
  if (!personIdOf(slot.person_id)) {
    return { code: 'cell.invalid', message: 'Not an OpenReview id', column: 'person_id' };
  }
  if (slot.author.length > 200) return { code: 'cell.too-long', message: 'More than 200 characters', column: 'author' };
  return undefined;
}

function personOf(slot: AuthorshipSlot, confidence: Confidence, warnings: RowFault[]): ImportedPerson {
  const identifiers: ImportedIdentifier[] = [];
  for (const id of new Set([personIdOf(slot.person_id), personIdOf(slot.author_id)])) {
    if (id) identifiers.push({ kind: 'openreview', value: id, confidence: 'sure' });
  }
  const evidence: [AuthorshipColumn, IdentifierKind, (text: string) => string | undefined][] = [
    ['google_scholar', 'google_scholar', googleScholarOf],
    ['dblp', 'dblp', dblpOf],
    ['orcid', 'orcid', orcidOf],
  ];
  for (const [column, kind, read] of evidence) {
    if (slot[column] === '') continue;
    const value = read(slot[column]);
    if (value) identifiers.push({ kind, value, confidence });
    else warnings.push({ code: 'cell.dropped', message: 'Not an id of this kind; left out', column });
  }
  return {
    displayName: slot.author,
    ...(HAN.test(slot.author) && { nativeName: slot.author }),
    identifiers,
  };
}

function affiliationsOf(slot: AuthorshipSlot, confidence: Confidence): ImportedAffiliation[] {
  const names = joinedNames(slot);
  const domains = slot.aff_domain.split('+');
  const positions = slot.position.split('+');
  const countries = slot.country.split('+');
  const partOf = (parts: string[], index: number): string =>
    (parts.length === names.length ? parts[index] : names.length === 1 ? parts.join('+') : '')?.trim() ?? '';
  return names.map((organizationName, index) => {
    const domain = partOf(domains, index).toLowerCase();
    const title = partOf(positions, index) || (positions.length === 1 ? slot.position : '');
    const country = partOf(countries, index);
    const kind = kindOf(organizationName, domain);
    return {
      organizationName,
      ...(domain !== '' && { domain }),
      ...(country !== '' && { country }),
      ...(kind && { kind }),
      type: affiliationTypeOf(title),
      ...(title !== '' && { title }),
      seenInYear: Number(slot.year),
      confidence,
    };
  });
}

/** `A+B` names two organizations; `Computing + Mathematical Sciences` one, unless the domains or positions are as many. */
function joinedNames(slot: AuthorshipSlot): string[] {
  const names = listOf(slot.affiliation, '+');
  const isJoined =
    !/\s\+|\+\s/.test(slot.affiliation) ||
    slot.aff_domain.split('+').length === names.length ||
    slot.position.split('+').length === names.length;
  return names.length > 1 && !isJoined ? [slot.affiliation] : [...new Set(names)];
}

function kindOf(name: string, domain: string): 'university' | undefined {
  const isUniversity =
    /\.edu(?:\.[a-z]{2})?$|\.ac\.(?!cn$)[a-z]{2}$/.test(domain) ||
    /universi|\bcollege\b|institute of technology|\bécole\b|hochschule|大学/i.test(name);
  return isUniversity ? 'university' : undefined;
}

function personIdOf(text: string): string | undefined {
  return /^anon-\w{1,40}$/.test(text) ? text : openreviewOf(text);
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text);
}

function listOf(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
