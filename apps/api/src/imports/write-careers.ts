import { Injectable } from '@nestjs/common';
import { currentAffiliation, type AffiliationFacts } from '@domain/candidates/affiliation.rules.js';
import { guessedKind, tellingDomain } from '@domain/imports/import.rules.js';
import type { ImportedAffiliation } from '@domain/imports/imported-row.js';
import { aliasKey } from '@domain/organizations/organization.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Bulk } from '@platform/db/bulk.js';
import { Db } from '@platform/db/db.js';
import type { Import } from './import.entity.js';
import type { MadeRow, StagedRow } from './write-people.js';

type Kept = AffiliationFacts & { candidateId: string; importId: string | null };
type Wanted = { candidateId: string; organizationId: string; affiliation: ImportedAffiliation };

/** What a chunk adds to the careers of its people, and where each of them works then; null for those who work nowhere. */
export type Careers = {
  readonly people: readonly string[];
  readonly added: readonly Kept[];
  readonly widened: readonly { before: Kept; after: Kept }[];
  readonly current: ReadonlyMap<string, Kept | null>;
};

/** Writes where the people of a chunk are and were, and what they published. */
@Injectable()
export class WriteCareers {
  constructor(
    private readonly db: Db,
    private readonly bulk: Bulk,
    private readonly clock: Clock,
  ) {}

  /** Finds the organizations by domain, else by name; makes those that are new. `organizations` keeps what is known for the chunks to come. */
  async organizations(
    rows: readonly StagedRow[],
    organizations: Map<string, string>,
    made: MadeRow[],
  ): Promise<number> {
    const named = new Map<string, ImportedAffiliation>();
    for (const { content } of rows) {
      for (const affiliation of content.affiliations ?? []) {
        if (placeOf(affiliation, organizations) === undefined) named.set(keysOf(affiliation).join('\n'), affiliation);
      }
    }
    if (named.size === 0) return 0;
    const keys = [...new Set([...named.values()].flatMap(keysOf))];
    const known = await this.db.rows<{ key: string; organization_id: string }>(
      'import_places',
      `select distinct on (a.kind, a.value_key) a.kind || ':' || a.value_key as key, a.organization_id
        from unnest($1::text[], $2::text[]) as asked (kind, value_key)
        join organization_alias a on a.kind = asked.kind and a.value_key = asked.value_key
        order by a.kind, a.value_key, a.organization_id`,
      [keys.map((key) => key.slice(0, key.indexOf(':'))), keys.map((key) => key.slice(key.indexOf(':') + 1))],
    );
    for (const { key, organization_id } of known) organizations.set(key, organization_id);
    const fresh = await this.db.rows<{ id: string }>('fresh_ids', 'select uuidv7() as id from generate_series(1, $1)', [
      named.size,
    ]);
    const added: { id: string; affiliation: ImportedAffiliation }[] = [];
    const aliases: { organization_id: string; kind: string; value: string; value_key: string }[] = [];
    for (const affiliation of named.values()) {
      const found = placeOf(affiliation, organizations);
      const id = found ?? fresh[added.length]?.id ?? '';
      if (found === undefined) added.push({ id, affiliation });
      for (const key of keysOf(affiliation)) {
        if (organizations.has(key)) continue;
        organizations.set(key, id);
        const [kind, valueKey] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
        const value = (kind === 'domain' ? affiliation.domain : affiliation.organizationName) ?? valueKey;
        aliases.push({ organization_id: id, kind, value: value.slice(0, 300), value_key: valueKey });
      }
    }
    await this.bulk.add(
      'organization',
      added.map(({ id, affiliation: { organizationName, domain, country, kind } }) => ({
        id,
        kind: kind ?? guessedKind(organizationName, domain),
        name: organizationName.slice(0, 300),
        country: country?.slice(0, 100) ?? null,
        website: tellingDomain(domain) === undefined ? null : `https://${domain}`.slice(0, 500),
      })),
    );
    await this.bulk.add('organization_alias', aliases, { passOver: true });
    await this.bulk.add(
      'event',
      added.map(({ id }) => ({
        type: 'organization.created',
        actor_kind: 'system',
        organization_id: id,
        subject_id: id,
        data: {},
      })),
    );
    made.push(...added.map(({ id }) => ({ kind: 'organization', row_id: id })));
    return added.length;
  }

  /** Which affiliations the rows add, and which only widen the years of one that says the same. */
  async plan(about: Import, rows: readonly StagedRow[], organizations: ReadonlyMap<string, string>): Promise<Careers> {
    const wanted: Wanted[] = rows.flatMap(({ candidateId, content }) =>
      (content.affiliations ?? []).map((affiliation) => ({
        candidateId,
        affiliation,
        organizationId: placeOf(affiliation, organizations) ?? '',
      })),
    );
    if (wanted.length === 0) return { people: [], added: [], widened: [], current: new Map() };
    const people = [...new Set(wanted.map(({ candidateId }) => candidateId))];
    const there = await this.db.rows<Kept>(
      'import_careers',
      `select id, candidate_id as "candidateId", organization_id as "organizationId", type, title, started_on as "startedOn",
          ended_on as "endedOn", seen_from as "seenFrom", seen_until as "seenUntil", confidence, import_id as "importId"
        from affiliation where candidate_id = any($1)`,
      [people],
    );
    const fresh = await this.db.rows<{ id: string }>('fresh_ids', 'select uuidv7() as id from generate_series(1, $1)', [
      wanted.length,
    ]);
    const byMeaning = new Map(there.map((one) => [meaningOf(one), one]));
    const added = new Map<string, Kept>();
    const widened = new Map<string, { before: Kept; after: Kept }>();
    wanted.forEach((one, index) => {
      const next = keptOf(one, fresh[index]?.id ?? '', about.id);
      const same = byMeaning.get(meaningOf(next));
      if (!same) {
        byMeaning.set(meaningOf(next), next);
        added.set(next.id, next);
        return;
      }
      const wider = widen(same, next);
      if (wider === same) return;
      byMeaning.set(meaningOf(wider), wider);
      if (added.has(wider.id)) added.set(wider.id, wider);
      else widened.set(wider.id, { before: widened.get(wider.id)?.before ?? same, after: wider });
    });
    const today = this.clock.today('UTC');
    const byPerson = Map.groupBy(byMeaning.values(), ({ candidateId }) => candidateId);
    const current = new Map(people.map((id) => [id, currentAffiliation(byPerson.get(id) ?? [], today) ?? null]));
    return { people, added: [...added.values()], widened: [...widened.values()], current };
  }

  /** Writes what was planned, and where the `known` people, who stood in the base before, work now. */
  async write(about: Import, careers: Careers, known: ReadonlySet<string>, made: MadeRow[]): Promise<void> {
    const { people, added, widened, current } = careers;
    await this.bulk.add(
      'affiliation',
      added.map((one) => ({
        id: one.id,
        candidate_id: one.candidateId,
        organization_id: one.organizationId,
        type: one.type,
        title: one.title,
        started_on: one.startedOn,
        ended_on: one.endedOn,
        seen_from: one.seenFrom,
        seen_until: one.seenUntil,
        confidence: one.confidence,
        source: about.source ?? about.fileName,
        import_id: about.id,
      })),
    );
    await this.widenYears(widened.map(({ after }) => after));
    for (const { before } of widened) {
      if (before.importId !== about.id) {
        made.push({
          kind: 'affiliation_years',
          row_id: before.id,
          key: `${before.seenFrom ?? ''}-${before.seenUntil ?? ''}`,
        });
      }
    }
    await this.sayCurrent(
      people.filter((id) => known.has(id)),
      current,
    );
  }

  private async widenYears(affiliations: readonly Kept[]): Promise<void> {
    if (affiliations.length === 0) return;
    await this.db.write(
      'affiliation',
      'import_widen',
      `update affiliation a set seen_from = w.seen_from, seen_until = w.seen_until
        from unnest($1::uuid[], $2::int[], $3::int[]) as w (id, seen_from, seen_until) where a.id = w.id`,
      [
        affiliations.map(({ id }) => id),
        affiliations.map(({ seenFrom }) => seenFrom),
        affiliations.map(({ seenUntil }) => seenUntil),
      ],
    );
  }

  private async sayCurrent(people: readonly string[], careers: Careers['current']): Promise<void> {
    if (people.length === 0) return;
    const current = people.map((id) => careers.get(id));
    await this.db.write(
      'candidate',
      'import_current',
      `update candidate c set current_affiliation_id = n.affiliation_id, current_organization_id = n.organization_id, current_title = n.title
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as n (id, affiliation_id, organization_id, title)
        where c.id = n.id and c.current_affiliation_id is distinct from n.affiliation_id`,
      [
        people,
        current.map((one) => one?.id ?? null),
        current.map((one) => one?.organizationId ?? null),
        current.map((one) => one?.title ?? null),
      ],
    );
  }

  async publications(about: Import, rows: readonly StagedRow[], made: MadeRow[]): Promise<number> {
    const papers = new Map(
      rows.flatMap(({ content: { publication } }) => (publication ? [[publication.key, publication] as const] : [])),
    );
    if (papers.size === 0) return 0;
    const added = await this.bulk.add<{ id: string }>(
      'publication',
      [...papers.values()].map(({ key, title, venue, year, keywords, status, authorCount }) => ({
        external_key: key,
        title: title.slice(0, 1000),
        venue,
        year,
        keywords: keywords.slice(0, 50),
        status: status?.slice(0, 100) ?? null,
        author_count: authorCount > 0 ? authorCount : null,
        import_id: about.id,
      })),
      { passOver: true, returning: 'id' },
    );
    made.push(...added.map(({ id }) => ({ kind: 'publication', row_id: id })));
    const written = await this.db.write<{ candidate_id: string; publication_id: string }>(
      'authorship',
      'import_authorships',
      `insert into authorship (candidate_id, publication_id, position)
        select distinct on (w.candidate_id, p.id) w.candidate_id, p.id, w.position
        from unnest($1::uuid[], $2::text[], $3::int[]) as w (candidate_id, key, position) join publication p on p.external_key = w.key
        order by w.candidate_id, p.id, w.position
        on conflict do nothing returning candidate_id, publication_id`,
      [
        rows.map(({ candidateId }) => candidateId),
        rows.map(({ content }) => content.publication?.key ?? null),
        rows.map(({ content }) => content.publication?.position ?? 1),
      ],
    );
    made.push(
      ...written.map(({ candidate_id, publication_id }) => ({
        kind: 'authorship',
        row_id: candidate_id,
        other_id: publication_id,
        key: publication_id,
      })),
    );
    return added.length;
  }
}

/** By what an organization is found: its domain before its name. */
function keysOf({ organizationName, domain }: ImportedAffiliation): string[] {
  const telling = tellingDomain(domain);
  const name = `name:${aliasKey('name', organizationName)}`.slice(0, 300);
  return telling === undefined ? [name] : [`domain:${aliasKey('domain', telling)}`.slice(0, 300), name];
}

function placeOf(affiliation: ImportedAffiliation, organizations: ReadonlyMap<string, string>): string | undefined {
  for (const key of keysOf(affiliation)) {
    const found = organizations.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keptOf({ candidateId, organizationId, affiliation }: Wanted, id: string, importId: string): Kept {
  const { type, title, startedOn, endedOn, seenInYear, confidence } = affiliation;
  const year = (text: string | undefined): number | null => (text?.length === 4 ? Number(text) : null);
  const from = seenInYear ?? year(startedOn);
  const until = seenInYear ?? year(endedOn) ?? from;
  return {
    id,
    candidateId,
    organizationId,
    type,
    title: title?.slice(0, 200) ?? null,
    startedOn: startedOn?.length === 10 ? startedOn : null,
    endedOn: endedOn?.length === 10 ? endedOn : null,
    seenFrom: from ?? null,
    seenUntil: until === null || until === undefined ? null : Math.max(until, from ?? until),
    confidence,
    importId,
  };
}

/** Two affiliations mean the same when they differ in nothing but the years in which evidence saw them. */
function meaningOf({ candidateId, organizationId, type, title, startedOn, endedOn, confidence }: Kept): string {
  return JSON.stringify([
    candidateId,
    organizationId,
    type,
    title?.toLowerCase() ?? null,
    startedOn,
    endedOn,
    confidence,
  ]);
}

function widen(one: Kept, other: Kept): Kept {
  const least = (a: number | null, b: number | null): number | null =>
    a === null ? b : b === null ? a : Math.min(a, b);
  const most = (a: number | null, b: number | null): number | null =>
    a === null ? b : b === null ? a : Math.max(a, b);
  const seenFrom = least(one.seenFrom, other.seenFrom);
  const seenUntil = most(one.seenUntil, other.seenUntil);
  return seenFrom === one.seenFrom && seenUntil === one.seenUntil ? one : { ...one, seenFrom, seenUntil };
}
