import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';

const GIVEN = [
  'Alva',
  'Bodo',
  'Chandra',
  'Dorte',
  'Emeka',
  'Farah',
  'Goran',
  'Huilan',
  'Ines',
  'Jörn',
  'Kavya',
  'Linh',
];
const FAMILY = [
  'Achterberg',
  'Bhalekar',
  'Cuiping',
  'Dragomir',
  'Ezeudu',
  'Fjellheim',
  'Grünwald',
  'Hosseinpur',
  'Iwanaga',
  'Jiangnan',
];
const PLACES = [
  ['Nordhafen University', 'nordhafen.edu', 'Germany'],
  ['Institute of Learning, East Bay', 'eastbay.edu', 'United States'],
  ['Tidewater AI', 'tidewater.example', 'United States'],
  ['Lab for Computing + Mind, Qiantang University', 'qiantang.edu.cn', 'China'],
  ['Aurum Robotics', 'aurum.example', 'Canada'],
] as const;
const POSITIONS = [
  'PhD student',
  'MS student',
  'Intern',
  'Researcher',
  'Full Professor',
  'Postdoc',
  'Assistant Professor',
];
const MEETINGS = [
  ['corl', 2021],
  ['corl', 2022],
  ['corl', 2023],
  ['iclr', 2021],
  ['nips', 2021],
  ['icml', 2023],
  ['emnlp', 2023],
] as const;

interface Person {
  id: string;
  earlierId: string;
  name: string;
  scholar: string;
  dblp: string;
  orcid: string;
}

interface Slot {
  person: Person | undefined;
  author: string;
  authorId: string;
  affiliation: string;
  position: string;
  domain: string;
  country: string;
}

interface Paper {
  venue: string;
  year: number;
  id: string;
  title: string;
  keywords: string;
  status: string;
  isProfile: boolean;
  hasAllAffiliations: boolean;
  slots: Slot[];
}

/** What an import of the file must find. */
export interface RosterCounts {
  rows: number;
  people: number;
  rejected: number;
  positional: number;
}

/**
 * Writes a roster of invented people in the shape of a real one: with `.csv` all meetings, with a name such as
 * `corl2023.json` the papers of that meeting as the source lists them; `.gz` behind either packs it. The same seed and
 * number of papers give the same people and papers in every file.
 */
export async function writeRoster(path: string, options: { papers: number; seed: number }): Promise<RosterCounts> {
  const all = inventPapers(options.papers, options.seed);
  const name = basename(path);
  const isJson = /\.json(?:\.gz)?$/.test(name);
  const papers = isJson ? all.filter(({ venue, year }) => name.startsWith(`${venue}${year}.`)) : all;
  const text = isJson ? JSON.stringify(papers.map(sourceOf)) : stringify(papers.flatMap(rowsOf), { header: true });
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
  const slots = papers.flatMap((paper) => paper.slots.map((slot) => ({ paper, slot })));
  return {
    rows: slots.length,
    people: new Set(slots.flatMap(({ slot }) => slot.person?.id ?? [])).size,
    rejected: slots.filter(({ slot }) => !slot.person).length,
    positional: slots.filter(({ paper }) => !paper.isProfile).length,
  };
}

function inventPapers(count: number, seed: number): Paper[] {
  const chance = randomFrom(seed);
  const below = (limit: number): number => Math.floor(chance() * limit);
  const people = Array.from({ length: Math.max(12, count * 2) }, (_, index) => inventPerson(index, below));
  return Array.from({ length: count }, (_, index) => {
    const [venue, year] = MEETINGS[index % MEETINGS.length] ?? MEETINGS[0];
    const isProfile = venue === 'corl';
    const lacksIds = venue === 'icml' && index % 3 === 0;
    const authors = new Set(Array.from({ length: 1 + below(8) }, () => below(people.length)));
    const slots = [...authors].map((author) => inventSlot(people[author], isProfile, below));
    return {
      venue,
      year,
      id: `${'abcdefgh'[index % 8]}${'_-XZ'[below(4)]}${index}`,
      title: `On "${POSITIONS[below(7)]}", planning and memory; part ${index}`,
      keywords: ['planning', 'memory', '记忆'].slice(0, below(4)).join(';'),
      status: below(4) === 0 ? 'Oral' : 'Poster',
      isProfile,
      hasAllAffiliations: isProfile || below(3) > 0,
      slots: lacksIds ? [withoutId(slots)] : slots,
    };
  });
}

function inventPerson(index: number, below: (limit: number) => number): Person {
  const isChinese = below(20) === 0;
  const given = GIVEN[below(GIVEN.length)] ?? '';
  const family = FAMILY[below(FAMILY.length)] ?? '';
  const isAnonymous = below(28) === 0;
  const id = isAnonymous ? `anon-${String(index).padStart(5, '0')}` : `~${given}_${family}${index + 1}`;
  const isMerged = !isAnonymous && below(12) === 0;
  return {
    id,
    earlierId: isMerged ? `~${given[0]}_${family}${index + 1}` : id,
    name: isChinese ? `测试${'甲乙丙丁'[below(4)]}` : `${given} ${family}`,
    scholar: below(3) === 0 ? `${String(index).padStart(8, '0')}AAAJ` : '',
    dblp: below(3) === 0 ? `${1 + below(300)}/${1 + index}` : '',
    orcid: below(5) === 0 ? '0000-0002-1825-0097' : '',
  };
}

function inventSlot(person: Person | undefined, isProfile: boolean, below: (limit: number) => number): Slot {
  const [first, second] = [PLACES[below(PLACES.length)] ?? PLACES[0], PLACES[below(3)] ?? PLACES[0]];
  const places = below(40) === 0 && !first[0].includes('+') && first !== second ? [first, second] : [first];
  const hasPlace = below(7) > 0;
  const joined = (cells: readonly string[]): string => (hasPlace ? cells.join('+') : '');
  return {
    person,
    author: person?.name ?? '',
    authorId: person?.earlierId ?? '',
    affiliation: joined(places.map(([name]) => name)),
    domain: joined(places.map(([, domain]) => domain)),
    position: joined(places.map(() => POSITIONS[below(POSITIONS.length)] ?? '')),
    country: isProfile ? joined(places.map(([, , country]) => country)) : '',
  };
}

function withoutId(slots: Slot[]): Slot {
  const author = slots.map((slot) => slot.author).join(', ');
  return { person: undefined, author, authorId: '', affiliation: '', domain: '', position: '', country: '' };
}

function rowsOf(paper: Paper): Record<string, string | number>[] {
  return paper.slots.map((slot, index) => {
    const shown = paper.hasAllAffiliations ? slot : undefined;
    const evidence = paper.isProfile ? slot.person : undefined;
    return {
      alignment: paper.isProfile ? 'profile' : 'positional',
      person_id: slot.person?.id ?? '',
      venue: paper.venue,
      year: paper.year,
      paper_id: paper.id,
      title: paper.title,
      keywords: paper.keywords,
      status: paper.status,
      pos_in_paper: index + 1,
      n_authors: paper.slots.length,
      author: slot.author,
      author_id: slot.authorId,
      affiliation: shown?.affiliation ?? '',
      position: shown?.position ?? '',
      aff_domain: shown?.domain ?? '',
      country: shown?.country ?? '',
      google_scholar: evidence?.scholar ?? '',
      dblp: evidence?.dblp ?? '',
      orcid: evidence?.orcid ?? '',
    };
  });
}

function sourceOf(paper: Paper): Record<string, string | number> {
  const { slots } = paper;
  const isMerged = (slot: Slot): boolean => slot.person?.id !== slot.authorId;
  const ordered = paper.isProfile
    ? [...slots.filter((slot) => !isMerged(slot)), ...slots.filter(isMerged)]
    : slots.slice(paper.hasAllAffiliations ? 0 : 1);
  const column = (cell: (slot: Slot) => string): string => ordered.map(cell).join(';');
  const countries = [...new Set(ordered.map((slot) => slot.country).filter((country) => country !== ''))];
  return {
    id: paper.id,
    title: paper.title,
    track: 'main',
    status: paper.status,
    keywords: paper.keywords,
    primary_area: '',
    author: slots.map((slot) => slot.author).join(';'),
    authorids: slots.map((slot) => slot.authorId).join(';'),
    aff: column((slot) => slot.affiliation),
    aff_domain: column((slot) => slot.domain),
    position: column((slot) => slot.position),
    ...(paper.isProfile && {
      or_profile: column((slot) => slot.person?.id ?? ''),
      google_scholar: column(({ person }) => scholarAddress(person?.scholar ?? '')),
      dblp: column(({ person }) => (person?.dblp ? `https://dblp.org/pid/${person.dblp}.html` : '')),
      orcid: column(({ person }) => person?.orcid ?? ''),
      gs_citation: -1,
      aff_country_unique_index: ordered
        .filter((slot) => slot.affiliation !== '')
        .map((slot) => countries.indexOf(slot.country))
        .join(';'),
      aff_country_unique: countries.join(';'),
    }),
  };
}

function scholarAddress(id: string): string {
  return id === '' ? '' : `https://scholar.google.com/citations?hl=en&user=${id}`;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
