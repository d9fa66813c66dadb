import { Injectable } from '@nestjs/common';
import { Db } from '@platform/db/db.js';

/** The lists of plain values that a candidate has; absent ones stay as they are. */
export type ListValues = {
  readonly aliases?: readonly string[];
  readonly areas?: readonly string[];
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly motives?: readonly string[];
  readonly tagIds?: readonly string[];
};

const topicKinds = [
  ['areas', 'area'],
  ['skills', 'skill'],
  ['languages', 'language'],
  ['motives', 'motive'],
] as const;

/** Aliases, topics and tags of a candidate. */
@Injectable()
export class CandidateLists {
  constructor(private readonly db: Db) {}

  /** Makes the given lists what the candidate has, and leaves the others. */
  async replace(candidateId: string, values: ListValues): Promise<void> {
    const topics = topicKinds.filter(([name]) => values[name] !== undefined);
    await Promise.all([
      values.aliases &&
        this.db.write('candidate_alias', 'candidate_aliases', aliasesSql, [candidateId, values.aliases]),
      values.tagIds && this.db.write('candidate_tag', 'candidate_tags', tagsSql, [candidateId, values.tagIds]),
      topics.length > 0 &&
        this.db.write('candidate_topic', 'candidate_topics', topicsSql, [
          candidateId,
          topics.map(([, kind]) => kind),
          topics.flatMap(([name, kind]) => (values[name] ?? []).map(() => kind)),
          topics.flatMap(([name]) => values[name] ?? []),
        ]),
    ]);
  }

  async aliases(candidateId: string): Promise<string[]> {
    const rows = await this.db.rows<{ name: string }>(
      'candidate_aliases_of',
      'select name from candidate_alias where candidate_id = $1 order by name',
      [candidateId],
    );
    return rows.map(({ name }) => name);
  }
}

const aliasesSql = `with gone as (delete from candidate_alias where candidate_id = $1 and name <> all ($2::text[]))
  insert into candidate_alias (candidate_id, name) select $1, unnest($2::text[]) on conflict do nothing`;

const tagsSql = `with gone as (delete from candidate_tag where candidate_id = $1 and tag_id <> all ($2::uuid[]))
  insert into candidate_tag (candidate_id, tag_id) select $1, unnest($2::uuid[]) on conflict do nothing`;

const topicsSql = `with wanted as (select unnest($3::text[]) as kind, unnest($4::text[]) as name),
  gone as (delete from candidate_topic t where t.candidate_id = $1 and t.kind = any ($2::text[])
    and not exists (select from wanted w where w.kind = t.kind and w.name = t.name))
  insert into candidate_topic (candidate_id, kind, name) select $1, kind, name from wanted on conflict do nothing`;
