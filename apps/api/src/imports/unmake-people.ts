import { Injectable } from '@nestjs/common';
import { currentAffiliation, type AffiliationFacts } from '@domain/candidates/affiliation.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';

/** What hangs on a person when someone has worked with them: such a person stays. */
const workedWith = [
  'exists (select from candidacy w where w.candidate_id = c.id)',
  'exists (select from task w where w.candidate_id = c.id)',
  'exists (select from document w where w.candidate_id = c.id)',
  'exists (select from contact_log w where w.candidate_id = c.id)',
  'exists (select from contact w where w.candidate_id = c.id)',
  'exists (select from package w where w.candidate_id = c.id)',
  'exists (select from off_limits_policy w where w.candidate_id = c.id)',
  'exists (select from off_limits_override w where w.candidate_id = c.id)',
  'exists (select from covenant w where w.candidate_id = c.id)',
  'exists (select from affiliation w where w.manager_id = c.id)',
  'exists (select from chart_position w where w.manager_id = c.id or w.holder_id = c.id)',
  "exists (select from note w where w.candidate_id = c.id and not exists (select from import_made m where m.import_id = $1 and m.kind = 'note' and m.row_id = w.id))",
  'exists (select from affiliation w where w.candidate_id = c.id and (w.import_id is distinct from $1 or w.version > 1))',
  'exists (select from import_key w where w.candidate_id = c.id and w.import_id <> $1)',
];

/** Takes back what one import made: only rows that are as they were made. */
@Injectable()
export class Unmake {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Takes back what the import made of these people; answers those that stay because someone has worked on them. */
  async people(importId: string, people: readonly string[]): Promise<string[]> {
    const kept = await this.db.rows<{ id: string }>(
      'undo_kept',
      `select c.id from candidate c join import_made m on m.import_id = $1 and m.kind = 'candidate' and m.row_id = c.id
        where c.id = any($2) and (c.version > 1 or ${workedWith.join(' or ')})`,
      [importId, people],
    );
    const stay = kept.map(({ id }) => id);
    const go = people.filter((id) => !stay.includes(id));
    const made = (kind: string, on: string): string =>
      `exists (select from import_made m where m.import_id = $1 and m.kind = '${kind}' and ${on})`;
    const take = (table: string, condition: string): Promise<object[]> =>
      this.db.write(table, `undo_${table}`, `delete from ${table} t where t.candidate_id = any($2) and ${condition}`, [
        importId,
        go,
      ]);
    await take('authorship', made('authorship', 'm.row_id = t.candidate_id and m.other_id = t.publication_id'));
    await take('candidate_identifier', made('identifier', 'm.row_id = t.id'));
    await take('candidate_channel', `t.version = 1 and ${made('channel', 'm.row_id = t.id')}`);
    await take('candidate_alias', made('alias', 'm.row_id = t.candidate_id and m.key = t.name'));
    await take('candidate_topic', made('topic', "m.row_id = t.candidate_id and m.key = t.kind || ':' || t.name"));
    await take('candidate_tag', made('tag', 'm.row_id = t.candidate_id and m.other_id = t.tag_id'));
    await take('note', `t.version = 1 and ${made('note', 'm.row_id = t.id')}`);
    await this.narrowYears(importId, go);
    await take('affiliation', 't.version = 1 and t.import_id = $1');
    await take('import_key', 't.import_id = $1');
    await this.db.write(
      'candidate',
      'undo_candidates',
      `delete from candidate c where c.id = any($2) and exists (select from import_made m where m.import_id = $1 and m.kind = 'candidate' and m.row_id = c.id)`,
      [importId, go],
    );
    await this.sayCurrent(go);
    return stay;
  }

  /** Takes back the organizations and publications that nothing speaks of any more. */
  async rest(importId: string): Promise<void> {
    await this.db.write(
      'publication',
      'undo_publications',
      `delete from publication p using import_made m where m.import_id = $1 and m.kind = 'publication' and m.row_id = p.id
        and p.version = 1 and not exists (select from authorship w where w.publication_id = p.id)`,
      [importId],
    );
    await this.db.write(
      'organization',
      'undo_organizations',
      `delete from organization o using import_made m where m.import_id = $1 and m.kind = 'organization' and m.row_id = o.id and o.version = 1
        and not exists (select from affiliation w where w.organization_id = o.id)
        and not exists (select from candidate w where w.current_organization_id = o.id)
        and not exists (select from organization w where w.parent_id = o.id)
        and not exists (select from contact w where w.organization_id = o.id)
        and not exists (select from search w where w.organization_id = o.id or w.off_limits_organization_id = o.id)
        and not exists (select from target w where w.organization_id = o.id)
        and not exists (select from off_limits_policy w where w.organization_id = o.id or w.protects_id = o.id)
        and not exists (select from note w where w.organization_id = o.id)
        and not exists (select from chart_position w where w.organization_id = o.id)
        and not exists (select from task w where w.organization_id = o.id)
        and not exists (select from funding_round w where w.organization_id = o.id)
        and not exists (select from organization_successor w where w.organization_id = o.id or w.successor_id = o.id)
        and not exists (select from member w where w.client_id = o.id)
        and not exists (select from invitation w where w.client_id = o.id)
        and not exists (select from covenant_organization w where w.organization_id = o.id)`,
      [importId],
    );
  }

  private async narrowYears(importId: string, people: readonly string[]): Promise<void> {
    await this.db.write(
      'affiliation',
      'undo_years',
      `update affiliation a set seen_from = nullif(split_part(m.key, '-', 1), '')::int, seen_until = nullif(split_part(m.key, '-', 2), '')::int
        from import_made m where m.import_id = $1 and m.kind = 'affiliation_years' and m.row_id = a.id and a.candidate_id = any($2)`,
      [importId, people],
    );
  }

  private async sayCurrent(people: readonly string[]): Promise<void> {
    const rows = await this.db.rows<AffiliationFacts & { candidateId: string }>(
      'undo_careers',
      `select id, candidate_id as "candidateId", organization_id as "organizationId", type, title, started_on as "startedOn",
          ended_on as "endedOn", seen_from as "seenFrom", seen_until as "seenUntil", confidence
        from affiliation where candidate_id = any($1)`,
      [people],
    );
    const today = this.clock.today('UTC');
    const byPerson = Map.groupBy(rows, ({ candidateId }) => candidateId);
    const current = people.map((id) => currentAffiliation(byPerson.get(id) ?? [], today));
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
}
