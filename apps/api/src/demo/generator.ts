import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { aliasKey } from '@domain/organizations/organization.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { CandidateSearch } from '../candidates/candidate.search.js';
import { Bulk, type Rows } from '@platform/db/bulk.js';
import { employers } from './employers.js';
import { levelRows } from './levels.js';
import { mandate, type StageTemplate } from './mandates.js';
import { people, type Ground, type Person } from './people.js';
import { restrictions } from './restrictions.js';
import { Random } from './random.js';

/** How much to make. What is left out follows from the number of candidates. */
export type Size = {
  candidates: number;
  organizations?: number;
  searches?: number;
  candidaciesPerSearch?: number;
  notes?: number;
  seed?: number;
};

export type Progress = (done: number, of: number) => void;

/** Fills an agency with made-up people, searches and notes: the same for the same seed and day. */
@Injectable()
export class Generator {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly bulk: Bulk,
    private readonly search: CandidateSearch,
  ) {}

  async fill(agencyId: string, size: Size, progress: Progress = () => {}): Promise<void> {
    const random = new Random(size.seed ?? 20_260_101);
    const actor = this.units.systemActor(agencyId);
    const run = <T>(work: () => Promise<T>): Promise<T> => this.units.run(actor, work, { timeout: 0 });
    const ground = await run(() => this.ground(random, actor, size.organizations ?? 0));
    const stages = await run(() => this.stages());
    const searches = size.searches ?? Math.max(12, Math.round(size.candidates / 200));
    const made: Person[] = [];
    for (let from = 0; from < size.candidates; from += 1_000) {
      const count = Math.min(1_000, size.candidates - from);
      await run(async () => {
        const { tables, made: some } = people(random, ground, from, count);
        for (const [table, rows] of Object.entries(tables)) await this.bulk.add(table, rows);
        await this.search.refresh(some.map(({ id }) => id));
        made.push(...some);
        if (from === 0) await this.analyze();
      });
      progress(from + count, size.candidates + searches);
    }
    const perSearch = size.candidaciesPerSearch ?? 30;
    const agreed = new Set<string>();
    const busy = new Set<string>();
    for (let number = 0; number < searches; number += 1) {
      await run(async () => {
        const tables = mandate(random, ground, stages, made, perSearch, agreed, number < withAgreement);
        for (const row of tables['candidacy'] ?? []) busy.add(String(row['candidate_id']));
        for (const [table, rows] of Object.entries(tables)) await this.bulk.add(table, rows);
        if (number === 0) await this.analyze();
      });
      progress(size.candidates + number + 1, size.candidates + searches);
    }
    await run(async () => {
      const own = new Random((size.seed ?? 0) + made.length);
      const tables = restrictions(own, ground, made, busy);
      for (const [table, rows] of Object.entries(tables)) await this.bulk.add(table, rows);
    });
    const notes = Math.round((size.notes ?? size.candidates / 2) / ground.members.length);
    for (const author of ground.members) {
      const own = { ...actor, memberId: author };
      await this.units.run(own, () => this.notes(random, ground, made, author, notes), { timeout: 0 });
    }
    await run(() => this.analyze());
  }

  /** The organizations and settings that people are made on. */
  private async ground(random: Random, actor: Actor, organizations: number): Promise<Ground> {
    const today = this.clock.today(actor.timeZone);
    const at = Date.parse(`${today}T00:00:00Z`) - 800 * 86_400_000;
    const ids = new Map<string, string>();
    const rows: Rows = [];
    const aliases: Rows = [];
    const add = (
      name: string,
      kind: string,
      country: string,
      city: string,
      domain: string,
      native?: string,
      parent?: string,
    ): void => {
      const id = random.id(at + rows.length);
      ids.set(name, id);
      rows.push({
        id,
        kind,
        name,
        native_name: native ?? null,
        country,
        city,
        website: `https://${domain}`,
        parent_id: parent === undefined ? null : (ids.get(parent) ?? null),
      });
      for (const [aliasKind, value] of [
        ['name', name],
        ['domain', domain],
        ...(native === undefined ? [] : [['name', native]]),
      ] as ['name' | 'domain', string][]) {
        aliases.push({ organization_id: id, kind: aliasKind, value, value_key: aliasKey(aliasKind, value) });
      }
    };
    for (const one of employers) add(one.name, one.kind, one.country, one.city, one.domain, one.native, one.parent);
    for (let number = rows.length; number < organizations; number += 1) {
      const [first, second] = [random.pick(firstWords), random.pick(secondWords)];
      add(
        `${first} ${second} ${number}`,
        'company',
        random.pick(['China', 'United States', 'Germany']),
        'Beijing',
        `${first}${second}${number}.example`.toLowerCase(),
      );
    }
    await this.bulk.add('organization', rows);
    await this.bulk.add('organization_alias', aliases);
    const steps = await this.db.rows<{ id: string }>('demo_ladder', 'select id from ladder_step order by position');
    const ladder = steps.map(({ id }) => id);
    const named = rows.map((row) => ({ id: String(row['id']), name: String(row['name']) }));
    await this.bulk.add('organization_level', levelRows(named, ladder));
    await this.bulk.add(
      'event',
      rows.map(({ id }) => ({
        type: 'organization.created',
        actor_kind: 'system',
        organization_id: id,
        subject_id: id,
        visibility: 'agency',
        data: {},
      })),
    );
    const settings = await this.db.rows<{ id: string; kind: string; name: string }>(
      'demo_settings',
      'select id, kind, name from setting where archived_at is null order by kind, position, id',
    );
    const members = await this.db.rows<{ id: string }>(
      'demo_members',
      `select id from member where role in ('owner', 'admin', 'headhunter', 'researcher') order by id`,
    );
    return {
      organizations: rows.map((row) => ({
        id: String(row['id']),
        name: String(row['name']),
        kind: String(row['kind']),
        country: String(row['country']),
        city: String(row['city']),
      })),
      roleFamilies: new Map(settings.filter(({ kind }) => kind === 'role_family').map(({ id, name }) => [name, id])),
      tags: settings.filter(({ kind }) => kind === 'tag').map(({ id }) => id),
      members: members.map(({ id }) => id),
      today,
      leaders: new Map(),
    };
  }

  private stages(): Promise<StageTemplate[]> {
    return this.db.rows<StageTemplate>(
      'demo_stages',
      `select s.name, s.stage_group as "group", s.position from pipeline_stage s join pipeline p on p.id = s.pipeline_id
        where p.is_default and p.archived_at is null order by s.position`,
    );
  }

  private async notes(
    random: Random,
    ground: Ground,
    made: readonly Person[],
    author: string,
    count: number,
  ): Promise<void> {
    const rows: Rows = [];
    const events: Rows = [];
    for (let number = 0; number < count; number += 1) {
      const { id: candidateId, createdAt } = random.pick(made);
      const known = (Date.parse(ground.today) - Date.parse(createdAt.slice(0, 10))) / 86_400_000;
      const days = random.whole(0, Math.min(400, known - 1));
      const created = new Date(Date.parse(ground.today) - days * 86_400_000 - number).toISOString();
      const id = random.id(Date.parse(created));
      const visibility = random.weighted([
        ['agency', 8],
        ['private', 2],
      ] as const);
      rows.push({
        id,
        candidate_id: candidateId,
        author_id: author,
        visibility,
        body: random.pick(noteTexts),
        created_at: created,
        updated_at: created,
      });
      events.push({
        at: created,
        type: 'note.written',
        actor_id: author,
        actor_kind: 'member',
        candidate_id: candidateId,
        subject_id: id,
        visibility: visibility === 'private' ? 'private' : 'agency',
        data: {},
      });
    }
    await this.bulk.add('note', rows);
    await this.bulk.add('event', events);
  }

  /** Without it the planner knows nothing of what was just written, and foreign keys are checked by the wrong index. */
  private async analyze(): Promise<void> {
    for (const table of [
      'organization',
      'organization_alias',
      'candidate',
      'candidate_search',
      'affiliation',
      'candidate_topic',
      'candidacy',
      'stage_entry',
      'note',
      'event',
    ]) {
      await this.db.rows(`analyze_${table}`, `analyze ${table}`);
    }
  }
}

/** So many searches agree that the client's own people are left alone. */
const withAgreement = 3;

const firstWords = [
  'Aurora',
  'Blue',
  'Cedar',
  'Delta',
  'Ember',
  'Fathom',
  'Granite',
  'Harbor',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Lumen',
  'Meridian',
  'Nimbus',
  'Orchid',
];
const secondWords = [
  'Robotics',
  'Intelligence',
  'Systems',
  'Dynamics',
  'Compute',
  'Vision',
  'Agents',
  'Semiconductors',
  'Labs',
  'Bio',
];
const noteTexts = [
  'Would move for compute and a clear mandate, less for pay.',
  'Next vest in spring; do not push before.',
  'Knows the training stack well; two people would follow.',
  'Partner works in Shanghai; relocation is a question.',
  'Strong on data curation, weak on leading people.',
  'Asked for publication freedom in writing.',
  '对路线很坚持，更看重算力和团队。',
  '年后再聊，目前项目在关键期。',
];
