import { Injectable } from '@nestjs/common';
import { noticeDueOn } from '@domain/candidates/notice.rules.js';
import { seniorities } from '@domain/candidates/candidate.js';
import { joiningIdentifiers } from '@domain/imports/import.rules.js';
import { channelKeyOf } from '@domain/candidates/identity.rules.js';
import type { ImportedAffiliation, ImportedPerson, ImportedPublication } from '@domain/imports/imported-row.js';
import { Clock } from '@platform/clock/clock.js';
import { Bulk, type Rows } from '@platform/db/bulk.js';
import { Db } from '@platform/db/db.js';
import { searchNames } from '../candidates/candidate.search.js';
import type { Import } from './import.entity.js';
import { type Careers, WriteCareers } from './write-careers.js';

/** A row as it was staged, ready to be written. */
export type StagedRow = {
  row: number;
  rowKey: string;
  contentHash: string;
  content: { person: ImportedPerson; affiliations?: ImportedAffiliation[]; publication?: ImportedPublication };
  verdict: 'create' | 'join';
  candidateId: string;
};

export type Made = { candidates: number; organizations: number; affiliations: number; publications: number };

/** What an import made, for undo. */
export type MadeRow = { kind: string; row_id: string; other_id?: string | null; key?: string };

/** Writes a chunk of staged rows: a handful of statements, whatever its size. Joins by what the check found and looks again. */
@Injectable()
export class WritePeople {
  constructor(
    private readonly db: Db,
    private readonly bulk: Bulk,
    private readonly clock: Clock,
    private readonly careers: WriteCareers,
  ) {}

  async write(
    about: Import,
    rows: StagedRow[],
    organizations: Map<string, string>,
  ): Promise<{ created: number; joined: number; made: Made }> {
    const own = await this.lookAgain(about, rows);
    const made: MadeRow[] = [];
    const created = rows.filter(({ verdict }) => verdict === 'create');
    const fresh = new Set(created.map(({ candidateId }) => candidateId));
    const madeOrganizations = await this.careers.organizations(rows, organizations, made);
    const careers = await this.careers.plan(about, rows, organizations);
    await this.candidates(about, created, careers.current, made);
    await this.details(about, rows, made);
    await this.careers.write(about, careers, new Set(careers.people.filter((id) => !fresh.has(id))), made);
    const publications = await this.careers.publications(about, rows, made);
    await this.events(about, rows, created);
    await this.keys(about, rows);
    await this.bulk.add(
      'import_made',
      made
        .filter((row) => !goesWithPerson(row, own))
        .map(({ kind, row_id, other_id = null, key = '' }) => ({ import_id: about.id, kind, row_id, other_id, key })),
      { passOver: true },
    );
    return {
      created: created.length,
      joined: rows.length - created.length,
      made: {
        candidates: created.length,
        organizations: madeOrganizations,
        affiliations: careers.added.length,
        publications,
      },
    };
  }

  /** Someone may have added or removed people since the check: rows follow the base as it is now. Answers the people whom this import makes or made. */
  private async lookAgain(about: Import, rows: StagedRow[]): Promise<Set<string>> {
    const strong = rows.flatMap(({ content, candidateId }) =>
      joiningIdentifiers(about.format, content.person).map(({ kind, value }) => ({ kind, value, candidateId })),
    );
    const taken = await this.db.rows<{ staged: string; actual: string }>(
      'import_taken',
      `select distinct asked.id as staged, i.candidate_id as actual
        from unnest($1::text[], $2::text[], $3::uuid[]) as asked (kind, value, id)
        cross join lateral (select i.candidate_id from candidate_identifier i
          where i.kind = asked.kind and i.value = asked.value and i.confidence = 'sure' limit 1) as i
        where i.candidate_id <> asked.id`,
      [strong.map(({ kind }) => kind), strong.map(({ value }) => value), strong.map(({ candidateId }) => candidateId)],
    );
    const actual = new Map(taken.map((one) => [one.staged, one.actual]));
    if (actual.size > 0) {
      await this.db.write(
        'import_row',
        'import_rejoin',
        `update import_row r set candidate_id = t.actual, verdict = case r.verdict when 'create' then 'join' else r.verdict end
          from unnest($2::uuid[], $3::uuid[]) as t (staged, actual) where r.import_id = $1 and r.candidate_id = t.staged`,
        [about.id, [...actual.keys()], [...actual.values()]],
      );
    }
    const there = await this.db.rows<{ id: string; importId: string | null }>(
      'import_there',
      'select id, import_id as "importId" from candidate where id = any($1)',
      [rows.map(({ candidateId }) => actual.get(candidateId) ?? candidateId)],
    );
    const known = new Set(there.map(({ id }) => id));
    const own = new Set(there.filter(({ importId }) => importId === about.id).map(({ id }) => id));
    for (const row of rows) {
      row.candidateId = actual.get(row.candidateId) ?? row.candidateId;
      row.verdict = known.has(row.candidateId) ? 'join' : 'create';
      if (row.verdict === 'create') own.add(row.candidateId);
      known.add(row.candidateId);
    }
    return own;
  }

  private async candidates(
    about: Import,
    created: readonly StagedRow[],
    current: Careers['current'],
    made: MadeRow[],
  ): Promise<void> {
    const sourcedOn = this.clock.today('UTC');
    const families = await this.db.rows<{ id: string; name: string }>(
      'import_families',
      "select id, lower(name) as name from setting where kind = 'role_family' and archived_at is null",
    );
    const familyIds = new Map(families.map(({ id, name }) => [name, id]));
    await this.bulk.add(
      'candidate',
      created.map(({ candidateId, content: { person } }) => ({
        id: candidateId,
        display_name: person.displayName.slice(0, 200),
        given_name: person.givenName?.slice(0, 100) ?? null,
        family_name: person.familyName?.slice(0, 100) ?? null,
        native_name: person.nativeName?.slice(0, 100) ?? null,
        romanized_name: person.romanizedName?.slice(0, 200) ?? null,
        search_names: searchNames(person),
        headline: person.headline?.slice(0, 300) ?? null,
        role_family_id: familyIds.get(person.roleFamily?.toLowerCase() ?? '') ?? null,
        seniority: seniorities.find((one) => one === person.seniority?.toLowerCase()) ?? null,
        city: person.city?.slice(0, 100) ?? null,
        country: person.country?.slice(0, 100) ?? null,
        source: 'import',
        source_detail: about.source ?? about.fileName,
        sourced_on: sourcedOn,
        law: about.law,
        legal_basis: about.law === 'pipl' || about.law === 'both' ? 'public_information' : 'legitimate_interest',
        notice_due_on: noticeDueOn({ law: about.law, sourcedOn }),
        current_affiliation_id: current.get(candidateId)?.id ?? null,
        current_organization_id: current.get(candidateId)?.organizationId ?? null,
        current_title: current.get(candidateId)?.title ?? null,
        import_id: about.id,
      })),
    );
    made.push(...created.map(({ candidateId }) => ({ kind: 'candidate', row_id: candidateId })));
  }

  private async details(about: Import, rows: readonly StagedRow[], made: MadeRow[]): Promise<void> {
    const identifiers = await this.bulk.add<{ id: string; candidate_id: string }>(
      'candidate_identifier',
      rows.flatMap(({ candidateId, content: { person } }) =>
        person.identifiers.map(({ kind, value, confidence }) => ({
          candidate_id: candidateId,
          kind,
          value,
          confidence,
        })),
      ),
      { passOver: true, returning: 'id, candidate_id' },
    );
    const channels = await this.bulk.add<{ id: string; candidate_id: string }>(
      'candidate_channel',
      rows.flatMap(({ candidateId, content: { person } }) =>
        (person.channels ?? []).map(({ kind, value, raw }) => ({
          candidate_id: candidateId,
          kind,
          value: raw ?? value,
          value_key: channelKeyOf(kind, value),
        })),
      ),
      { passOver: true, returning: 'id, candidate_id' },
    );
    made.push(
      ...identifiers.map(({ id, candidate_id }) => ({ kind: 'identifier', row_id: id, other_id: candidate_id })),
    );
    made.push(...channels.map(({ id, candidate_id }) => ({ kind: 'channel', row_id: id, other_id: candidate_id })));
    const aliases = await this.bulk.add<{ candidate_id: string; name: string }>('candidate_alias', aliasesOf(rows), {
      passOver: true,
      returning: 'candidate_id, name',
    });
    made.push(...aliases.map(({ candidate_id, name }) => ({ kind: 'alias', row_id: candidate_id, key: name })));
    const topics = await this.bulk.add<{ candidate_id: string; kind: string; name: string }>(
      'candidate_topic',
      topicsOf(rows),
      {
        passOver: true,
        returning: 'candidate_id, kind, name',
      },
    );
    made.push(
      ...topics.map(({ candidate_id, kind, name }) => ({
        kind: 'topic',
        row_id: candidate_id,
        key: `${kind}:${name}`,
      })),
    );
    await this.tags(rows, made);
    await this.notes(about, rows, made);
  }

  /** Tags that the agency has; a file makes no new ones. */
  private async tags(rows: readonly StagedRow[], made: MadeRow[]): Promise<void> {
    if (!rows.some(({ content }) => content.person.tags?.length)) return;
    const known = await this.db.rows<{ id: string; name: string }>(
      'import_tags',
      "select id, lower(name) as name from setting where kind = 'tag' and archived_at is null",
    );
    const ids = new Map(known.map(({ id, name }) => [name, id]));
    const wanted = rows.flatMap(({ candidateId, content }) =>
      (content.person.tags ?? []).flatMap((name) => {
        const tagId = ids.get(name.toLowerCase());
        return tagId === undefined ? [] : [{ candidate_id: candidateId, tag_id: tagId }];
      }),
    );
    const added = await this.bulk.add<{ candidate_id: string; tag_id: string }>('candidate_tag', wanted, {
      passOver: true,
      returning: 'candidate_id, tag_id',
    });
    made.push(
      ...added.map(({ candidate_id, tag_id }) => ({
        kind: 'tag',
        row_id: candidate_id,
        other_id: tag_id,
        key: tag_id,
      })),
    );
  }

  private async notes(about: Import, rows: readonly StagedRow[], made: MadeRow[]): Promise<void> {
    const notes = rows.filter(({ content }) => content.person.note);
    const added = await this.bulk.add<{ id: string }>(
      'note',
      notes.map(({ candidateId, content }) => ({
        candidate_id: candidateId,
        author_id: about.createdBy,
        visibility: 'agency',
        body: content.person.note?.slice(0, 50_000),
      })),
      { returning: 'id' },
    );
    made.push(...added.map(({ id }) => ({ kind: 'note', row_id: id })));
  }

  private async events(about: Import, rows: readonly StagedRow[], created: readonly StagedRow[]): Promise<void> {
    const fresh = new Set(created.map(({ candidateId }) => candidateId));
    const joined = [...new Set(rows.map(({ candidateId }) => candidateId))].filter((id) => !fresh.has(id));
    const event = (type: string, id: string): Record<string, unknown> => ({
      type,
      actor_id: about.createdBy,
      actor_kind: 'member',
      candidate_id: id,
      subject_id: id,
      data: { importId: about.id },
    });
    await this.bulk.add('event', [
      ...[...fresh].map((id) => event('candidate.imported', id)),
      ...joined.map((id) => event('candidate.import-joined', id)),
    ]);
  }

  private async keys(about: Import, rows: readonly StagedRow[]): Promise<void> {
    const byKey = new Map(rows.map((row) => [row.rowKey, row]));
    await this.db.write(
      'import_key',
      'import_keys_keep',
      `insert into import_key (source, row_key, content_hash, candidate_id, import_id)
        select $2, k.row_key, k.hash, k.candidate_id, $1 from unnest($3::text[], $4::text[], $5::uuid[]) as k (row_key, hash, candidate_id)
        on conflict (agency_id, source, row_key) do update set content_hash = excluded.content_hash,
          candidate_id = excluded.candidate_id, import_id = excluded.import_id`,
      [
        about.id,
        about.format,
        [...byKey.keys()],
        [...byKey.values()].map(({ contentHash }) => contentHash),
        [...byKey.values()].map(({ candidateId }) => candidateId),
      ],
    );
    await this.db.write(
      'import_row',
      'import_rows_done',
      `update import_row r set verdict = case d.verdict when 'create' then 'created' else 'joined' end, candidate_id = d.candidate_id, content = null
        from unnest($2::int[], $3::text[], $4::uuid[]) as d (row, verdict, candidate_id) where r.import_id = $1 and r.row = d.row`,
      [
        about.id,
        rows.map(({ row }) => row),
        rows.map(({ verdict }) => verdict),
        rows.map(({ candidateId }) => candidateId),
      ],
    );
  }
}

/** Whose row it is, of the rows that are removed with a person. */
const personOf: Readonly<Record<string, 'row_id' | 'other_id'>> = {
  identifier: 'other_id',
  channel: 'other_id',
  alias: 'row_id',
  topic: 'row_id',
  tag: 'row_id',
  authorship: 'row_id',
};

/** Undo removes the people of an import with all that hangs on them: such rows need not be known by themselves. */
function goesWithPerson(row: MadeRow, own: ReadonlySet<string>): boolean {
  const column = personOf[row.kind];
  return column !== undefined && own.has(row[column] ?? '');
}

/** Other names than the one shown: those of the file, and how a joined row writes it. */
function aliasesOf(rows: readonly StagedRow[]): Rows {
  const shown = new Map<string, string>();
  return rows.flatMap(({ candidateId, verdict, content: { person } }) => {
    if (verdict === 'create') shown.set(candidateId, person.displayName);
    const own = shown.get(candidateId);
    const names = [
      ...(person.aliases ?? []),
      ...(own !== undefined && own !== person.displayName ? [person.displayName] : []),
    ];
    return [...new Set(names)].map((name) => ({ candidate_id: candidateId, name: name.slice(0, 200) }));
  });
}

function topicsOf(rows: readonly StagedRow[]): Rows {
  return rows.flatMap(({ candidateId, content: { person } }) =>
    (
      [
        ['area', person.researchAreas],
        ['skill', person.skills],
        ['language', person.languages],
      ] as const
    ).flatMap(([kind, names = []]) =>
      names.map((name) => ({ candidate_id: candidateId, kind, name: name.slice(0, 100) })),
    ),
  );
}
