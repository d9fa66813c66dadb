import { rowOfSlot, type AuthorshipSlot } from '@domain/imports/authorship.rules.js';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { ParsedRow } from '@domain/imports/imported-row.js';
import { profilesOfAuthors } from '@domain/imports/openreview-profiles.rules.js';

const MAX_AUTHORS = 5_000;
const PAPERS_A_BATCH = 200;
const MAX_DEPTH = 32;

type Paper = Record<string, unknown>;

/**
 * The rows of a roster in its source's json, a list of papers with columns joined by `;`. Where papers have `or_profile`,
 * the profile columns are in its order, not in that of the authors.
 */
export function* authorshipsOfJson(text: string, fileName: string): Generator<ParsedRow[]> {
  const papers = papersIn(text);
  const [, venue, year] = /([a-z]{2,20})[-_ .]?((?:19|20)\d\d)(?!\d)/i.exec(fileName) ?? [];
  if (!venue || !year) {
    throw new ImportRefusal(
      'import.venue-unknown',
      'The file name tells no conference and year, such as corl2023.json',
    );
  }
  let row = 0;
  for (let from = 0; from < papers.length; from += PAPERS_A_BATCH) {
    const batch: ParsedRow[] = [];
    papers.slice(from, from + PAPERS_A_BATCH).forEach((paper, index) => {
      const slots = isPaper(paper) ? slotsOf(paper, venue.toLowerCase(), year) : undefined;
      const line = from + index + 1;
      for (const slot of slots ?? [undefined]) {
        row += 1;
        batch.push(slot ? rowOfSlot(slot, row, line) : unreadable(row, line));
      }
    });
    yield batch;
  }
}

function unreadable(row: number, line: number): ParsedRow {
  const reject = { code: 'authorship.unreadable', message: 'The paper lacks its id, title, authors or their ids' };
  return { row, line, key: null, reject };
}

function papersIn(text: string): unknown[] {
  if (nestsDeeperThan(MAX_DEPTH, text)) throw new ImportRefusal('import.not-authorships', 'The json nests too deep');
  let papers: unknown;
  try {
    papers = JSON.parse(text);
  } catch (error) {
    throw new ImportRefusal('import.not-authorships', 'The file is not valid json', { cause: error });
  }
  if (!Array.isArray(papers)) throw new ImportRefusal('import.not-authorships', 'The json is not a list of papers');
  if (papers.length === 0) throw new ImportRefusal('import.empty', 'The list of papers is empty');
  if (!papers.some((paper) => isPaper(paper) && slotsOf(paper, '', ''))) {
    throw new ImportRefusal('import.not-authorships', 'The json has no papers with id, title, author and authorids');
  }
  return papers;
}

/** Asked before parsing, whose memory grows with the depth. */
function nestsDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') isInText = !isInText;
    else if (isInText) at += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

function isPaper(value: unknown): value is Paper {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(paper: Paper, name: string): string {
  const value = paper[name];
  return typeof value === 'string' ? value : '';
}

function columnOf(paper: Paper, name: string): string[] {
  return textOf(paper, name)
    .split(';')
    .map((cell) => cell.trim());
}

function slotsOf(paper: Paper, venue: string, year: string): AuthorshipSlot[] | undefined {
  const authors = columnOf(paper, 'author');
  const ids = columnOf(paper, 'authorids');
  const isWhole = textOf(paper, 'id') !== '' && textOf(paper, 'title') !== '' && textOf(paper, 'author') !== '';
  if (!isWhole || typeof paper['authorids'] !== 'string' || ids.length !== authors.length || ids.length > MAX_AUTHORS) {
    return undefined;
  }
  const profiles = typeof paper['or_profile'] === 'string' ? columnOf(paper, 'or_profile') : undefined;
  const places = profiles ? profilesOfAuthors(ids, profiles) : ids.map((_, index) => index);
  const inOrder = (column: string[]): string[] =>
    authors.map((_, author) => (column.length === authors.length ? (column[places[author] ?? -1] ?? '') : ''));
  const [affiliations, positions, domains, countries, scholars, dblps, orcids] = [
    columnOf(paper, 'aff'),
    columnOf(paper, 'position'),
    columnOf(paper, 'aff_domain'),
    countriesOf(paper),
    columnOf(paper, 'google_scholar'),
    columnOf(paper, 'dblp'),
    columnOf(paper, 'orcid'),
  ].map(inOrder);
  return authors.map((author, index) => ({
    alignment: profiles ? 'profile' : 'positional',
    person_id: profiles?.[places[index] ?? -1] ?? ids[index] ?? '',
    venue,
    year,
    paper_id: textOf(paper, 'id').trim(),
    title: textOf(paper, 'title').trim(),
    keywords: textOf(paper, 'keywords'),
    status: textOf(paper, 'status').trim(),
    pos_in_paper: String(index + 1),
    n_authors: String(authors.length),
    author,
    author_id: ids[index] ?? '',
    affiliation: affiliations?.[index] ?? '',
    position: positions?.[index] ?? '',
    aff_domain: domains?.[index] ?? '',
    country: countries?.[index] ?? '',
    google_scholar: scholars?.[index] ?? '',
    dblp: dblps?.[index] ?? '',
    orcid: orcids?.[index] ?? '',
  }));
}

/** One country for each affiliation, where the source's index names exactly one for each affiliation that is written. */
function countriesOf(paper: Paper): string[] {
  const affiliations = columnOf(paper, 'aff');
  const indexes = columnOf(paper, 'aff_country_unique_index');
  const names = columnOf(paper, 'aff_country_unique');
  const written = affiliations.filter((affiliation) => affiliation !== '').length;
  if (indexes.length !== written) return [];
  let next = 0;
  return affiliations.map((affiliation) => {
    if (affiliation === '') return '';
    const index = indexes[next++] ?? '';
    return /^\d+$/.test(index) ? (names[Number(index)] ?? '') : '';
  });
}
