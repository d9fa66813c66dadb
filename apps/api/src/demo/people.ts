import { addDays } from '@domain/day.js';
import { searchNames } from '../candidates/candidate.search.js';
import { careerOf, type Job } from './careers.js';
import { type Leaders, openPositions, type Placed, reporting } from './reporting.js';
import type { Rows } from '@platform/db/bulk.js';
import { personName, type PersonName } from './names.js';
import { packageRows } from './pay.js';
import type { Random } from './random.js';
import { fields, languagesOf, motives } from './research.js';

/** What the people of one agency are made from. */
export type Ground = {
  readonly organizations: readonly { id: string; name: string; kind: string; country: string; city: string }[];
  readonly roleFamilies: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly members: readonly string[];
  readonly today: string;
  /** Who leads whom at each organization, as far as people are made. */
  readonly leaders: Leaders;
};

/** Rows by table, in the order in which they are written. */
export type Tables = Record<string, Rows>;

/** A person as later rows need them. */
export type Person = {
  id: string;
  employerId: string | null;
  fieldIndex: number;
  senior: boolean;
  country: string;
  createdAt: string;
};

/** Makes people number `from` to `from + count - 1`, with everything that hangs on them. */
export function people(
  random: Random,
  ground: Ground,
  from: number,
  count: number,
): { tables: Tables; made: Person[] } {
  const tables: Tables = Object.fromEntries(tableOrder.map((table) => [table, [] as Rows]));
  const made: Person[] = [];
  const employed: Placed[] = [];
  for (let number = from; number < from + count; number += 1)
    made.push(person(random, ground, number, tables, employed));
  reporting(random, ground.leaders, employed);
  if (from === 0) push(tables, 'chart_position', ...openPositions(random, ground));
  publications(random, ground, from, made, tables);
  return { tables, made };
}

const tableOrder = [
  'candidate',
  'candidate_alias',
  'candidate_topic',
  'candidate_tag',
  'candidate_identifier',
  'candidate_channel',
  'affiliation',
  'chart_position',
  'package',
  'package_grant',
  'covenant',
  'publication',
  'authorship',
  'event',
];

function push(tables: Tables, table: string, ...rows: Rows): void {
  (tables[table] ??= []).push(...rows);
}

function person(random: Random, ground: Ground, number: number, tables: Tables, employed: Placed[]): Person {
  const name = personName(random);
  const career = careerOf(random, ground, name.country);
  const age = random.whole(1, 700);
  const createdAt = `${addDays(ground.today, -age)}T${String(random.whole(7, 19)).padStart(2, '0')}:${String(random.whole(10, 59))}:00Z`;
  const id = random.id(Date.parse(createdAt));
  const current = career.jobs.find(({ ended, type }) => ended === null && type === 'employment');
  const fieldIndex = random.whole(0, fields.length - 1);
  const field = fields[fieldIndex] as (typeof fields)[number];
  const senior = career.years >= 8;
  const gdpr = ['Germany', 'France', 'United Kingdom'].includes(name.country);
  const law = name.country === 'China' ? 'pipl' : gdpr ? 'gdpr' : 'none';
  const contacted = age > 1 && random.chance(0.5);
  const affiliations = career.jobs.map((job) => affiliation(random, id, job));
  const currentRow = affiliations.find((_, index) => career.jobs[index] === current);
  push(tables, 'candidate', {
    id,
    display_name: name.display,
    given_name: name.given,
    family_name: name.family,
    native_name: name.native,
    romanized_name: name.romanized,
    search_names: searchNames({
      displayName: name.display,
      givenName: name.given,
      familyName: name.family,
      nativeName: name.native,
      romanizedName: name.romanized,
    }),
    headline: current ? `${current.title}, ${field.family}` : field.family,
    role_family_id: ground.roleFamilies.get(field.family) ?? null,
    seniority:
      career.years < 2
        ? 'junior'
        : career.years < 5
          ? 'mid'
          : career.years < 8
            ? 'senior'
            : career.years < 12
              ? 'staff'
              : 'principal',
    city: career.city,
    country: career.country,
    work_authorization: random.weighted([
      ['authorized', 6],
      ['needs_sponsorship', 2],
      ['unknown', 2],
    ] as const),
    owner_id: random.chance(0.8) ? random.pick(ground.members) : null,
    source: random.weighted([
      ['own_research', 5],
      ['public', 3],
      ['referral', 2],
      ['inbound', 1],
    ] as const),
    sourced_on: createdAt.slice(0, 10),
    law,
    legal_basis: law === 'pipl' ? 'public_information' : 'legitimate_interest',
    notice_due_on: gdpr ? addDays(createdAt.slice(0, 10), 30) : null,
    noticed_on:
      gdpr && (contacted || createdAt < addDays(ground.today, -25))
        ? addDays(createdAt.slice(0, 10), random.whole(1, 20))
        : null,
    do_not_contact: false,
    current_affiliation_id: currentRow?.['id'] ?? null,
    current_organization_id: current?.organizationId ?? null,
    current_title: current?.title ?? null,
    last_contact_at: contacted ? `${addDays(ground.today, -random.whole(1, Math.min(240, age - 1)))}T09:00:00Z` : null,
    created_at: createdAt,
    updated_at: `${addDays(ground.today, -random.whole(0, Math.min(60, age - 1)))}T${String(random.whole(10, 18))}:${random.whole(10, 59)}:${random.whole(10, 59)}Z`,
  });
  push(tables, 'affiliation', ...affiliations);
  aliases(random, id, name, tables);
  for (const area of random.some(field.areas, random.whole(1, 3)))
    push(tables, 'candidate_topic', { candidate_id: id, kind: 'area', name: area });
  for (const skill of random.some(field.skills, random.whole(1, 3)))
    push(tables, 'candidate_topic', { candidate_id: id, kind: 'skill', name: skill });
  for (const language of languagesOf(name.country))
    push(tables, 'candidate_topic', { candidate_id: id, kind: 'language', name: language });
  if (contacted) push(tables, 'candidate_topic', { candidate_id: id, kind: 'motive', name: random.pick(motives) });
  for (const tag of random.some(
    ground.tags,
    random.weighted([
      [0, 5],
      [1, 4],
      [2, 1],
    ] as const),
  ))
    push(tables, 'candidate_tag', { candidate_id: id, tag_id: tag });
  identifiers(random, id, name, number, tables);
  channels(random, ground, id, name, number, tables);
  if (current && random.chance(0.35)) {
    for (const [table, rows] of Object.entries(
      packageRows(random, id, {
        years: career.years,
        country: career.country,
        employer: current.organization,
        today: ground.today,
      }),
    )) {
      push(tables, table, ...rows);
    }
  }
  if (senior && random.chance(0.3)) push(tables, 'covenant', covenant(random, id));
  push(tables, 'event', {
    at: createdAt,
    type: 'candidate.created',
    actor_kind: 'system',
    candidate_id: id,
    subject_id: id,
    visibility: 'agency',
    data: { source: 'generator' },
  });
  if (current && currentRow) {
    employed.push({
      id,
      row: currentRow,
      organizationId: current.organizationId,
      team: current.team,
      years: career.years,
    });
  }
  return { id, employerId: current?.organizationId ?? null, fieldIndex, senior, country: career.country, createdAt };
}

function affiliation(random: Random, candidateId: string, job: Job): Record<string, unknown> {
  const at = Date.parse(`${job.started}T00:00:00Z`);
  return {
    id: random.id(at),
    candidate_id: candidateId,
    organization_id: job.organizationId,
    type: job.type,
    title: job.title,
    level: job.level,
    team: job.team,
    manager_id: null,
    started_on: job.started,
    ended_on: job.ended,
    confidence: 'sure',
    source: 'generated',
  };
}

function aliases(random: Random, id: string, name: PersonName, tables: Tables): void {
  const others = [name.native, name.romanized].filter((one): one is string => one !== null && one !== name.display);
  if (name.native === null && random.chance(0.1)) others.push(`${name.given.charAt(0)}. ${name.family}`);
  for (const other of others) push(tables, 'candidate_alias', { candidate_id: id, name: other });
}

function identifiers(random: Random, id: string, name: PersonName, number: number, tables: Tables): void {
  const latin = `${name.given}_${name.family}`.normalize('NFD').replace(/[^A-Za-z_]/g, '');
  push(tables, 'candidate_identifier', {
    candidate_id: id,
    kind: 'openreview',
    value: `~${latin}${number}`,
    confidence: 'sure',
  });
  if (random.chance(0.4))
    push(tables, 'candidate_identifier', { candidate_id: id, kind: 'orcid', value: orcid(number), confidence: 'sure' });
  if (random.chance(0.5)) {
    const scholar = `${number.toString(36).padStart(8, '0')}AAAJ`;
    push(tables, 'candidate_identifier', {
      candidate_id: id,
      kind: 'google_scholar',
      value: scholar,
      confidence: 'sure',
    });
  }
  if (random.chance(0.3))
    push(tables, 'candidate_identifier', {
      candidate_id: id,
      kind: 'github',
      value: `${latin.toLowerCase().replace(/_/g, '-')}-${number}`,
      confidence: 'sure',
    });
}

/** ORCID with its check digit (ISO 7064 11,2), in a range that is not given out. */
function orcid(number: number): string {
  const digits = `0009${String(900_000_000_00 + number).padStart(11, '0')}`.slice(0, 15);
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`.replace(/(.{4})(?=.)/g, '$1-');
}

function channels(random: Random, ground: Ground, id: string, name: PersonName, number: number, tables: Tables): void {
  const latin = `${name.given}.${name.family}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  const email = `${latin}.${number}@mail.example`;
  const held = random.chance(0.5) ? random.pick(ground.members) : null;
  push(tables, 'candidate_channel', channel(id, 'email', email, email, held === null ? 'to_add' : 'connected', held));
  if (name.country === 'China' || random.chance(0.2)) {
    const wechat = `wx_${latin.replace('.', '')}${number}`;
    push(
      tables,
      'candidate_channel',
      channel(id, 'wechat', wechat, wechat, held === null ? 'requested' : 'connected', held),
    );
  }
  if (random.chance(0.4)) {
    const phone =
      name.country === 'China' ? `+86100${String(number).padStart(8, '0')}` : `+1555${String(number).padStart(7, '0')}`;
    push(tables, 'candidate_channel', channel(id, 'phone', phone, phone, 'to_add', null));
  }
}

function channel(
  candidateId: string,
  kind: string,
  value: string,
  key: string,
  state: string,
  holder: string | null,
): Record<string, unknown> {
  return { candidate_id: candidateId, kind, value, value_key: key, state, holder_id: holder };
}

function covenant(random: Random, candidateId: string): Record<string, unknown> {
  const nonCompete = random.chance(0.7);
  return {
    candidate_id: candidateId,
    kind: nonCompete ? 'non_compete' : 'notice',
    months: nonCompete ? random.pick([6, 12, 24]) : random.pick([1, 3]),
    starts_from: nonCompete ? 'last_day' : 'resignation',
    binds: 'all',
    status: nonCompete ? random.pick(['asserted', 'doubtful']) : 'asserted',
    monthly_compensation: nonCompete ? random.whole(15, 60) * 1000 : null,
    currency: nonCompete ? 'CNY' : null,
  };
}

function publications(random: Random, ground: Ground, from: number, made: readonly Person[], tables: Tables): void {
  const papers = Math.round(made.length * 0.8);
  for (let paper = 0; paper < papers; paper += 1) {
    const first = random.pick(made);
    const field = fields[first.fieldIndex] as (typeof fields)[number];
    const peers = made.filter(
      (other) => other.fieldIndex === first.fieldIndex && other.employerId === first.employerId,
    );
    const authors = [
      first,
      ...random.some(peers.length > 2 ? peers : made, random.whole(1, 4)).filter((other) => other !== first),
    ];
    const year = random.whole(2019, Number(ground.today.slice(0, 4)));
    const venue = random.pick(['ICLR', 'NeurIPS', 'ICML', 'ACL', 'EMNLP', 'CVPR', 'CoRL']);
    const id = random.id(Date.parse(`${year}-06-01T00:00:00Z`));
    const area = random.pick(field.areas);
    push(tables, 'publication', {
      id,
      external_key: `generated/${from}/${paper}`,
      title: `${random.pick(openings)} ${area} ${random.pick(endings)}`,
      venue,
      year,
      status: random.pick(['Poster', 'Oral', 'Spotlight']),
      author_count: authors.length,
      keywords: [area],
    });
    authors.forEach((author, index) =>
      push(tables, 'authorship', { candidate_id: author.id, publication_id: id, position: index + 1 }),
    );
  }
}

const openings = [
  'Scaling',
  'Rethinking',
  'Towards Reliable',
  'Understanding',
  'Efficient',
  'Sparse',
  'Robust',
  'A Closer Look at',
  'Compute-Optimal',
  'Self-Improving',
];
const endings = [
  'with Verifiable Rewards',
  'at Trillion-Token Scale',
  'under Distribution Shift',
  'from Human Feedback',
  'without Labels',
  'on Commodity Clusters',
  'with Long Context',
  'via Mixture of Experts',
  'through Curriculum',
  'by Distillation',
];
