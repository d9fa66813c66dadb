import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { eventTypes } from '@domain/events.js';
import { Refusal } from '@domain/refusal.js';
import { Config } from '@platform/config/config.js';
import { Db } from '@platform/db/db.js';
import { openCursor, sealCursor } from '@platform/lists/cursor.js';
import { Page } from '@platform/lists/page.js';
import { type Question, question, type RawQuery } from '@platform/lists/query.js';
import { entryKinds, timelineList } from './timeline.fields.js';
import { type TimelineOf, timelineStatement } from './timeline.statement.js';

type Row = { v: string; k: string; id: string };

const mostCounted = 10_000;
const first = { key: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
const last = { key: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

@Injectable()
export class TimelineQueries {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  /** One page of what happened around a record, of what the actor may know. 404 where the agency has no such record. */
  async page(actor: Actor, of: TimelineOf, id: string, query: RawQuery): Promise<Page> {
    const known = await this.db.row(`timeline_${of}`, `select id from ${of} where id = $1`, [id]);
    if (!known) throw new Refusal('resource.not-found');
    const asked = question(timelineList, actor, query);
    const identity = `${of} ${id}\n${asked.identity}`;
    const start = asked.sort.descending ? last : first;
    const { key, id: after } =
      asked.cursor === undefined ? start : openCursor(asked.cursor, identity, this.config.secret);
    const rows = await this.rows(actor, of, id, asked, { key, id: after }, asked.limit + 1);
    const more = rows.length > asked.limit;
    if (more) rows.pop();
    const end = rows.at(-1);
    const next = more && end ? sealCursor({ key: end.k, id: end.id }, identity, this.config.secret) : null;
    const total = asked.total ? await this.total(actor, of, id, asked) : '';
    return new Page(`{"items":[${rows.map(({ v }) => v).join(',')}],"nextCursor":${JSON.stringify(next)}${total}}`);
  }

  private async total(actor: Actor, of: TimelineOf, id: string, asked: Question): Promise<string> {
    const start = asked.sort.descending ? last : first;
    const { length } = await this.rows(actor, of, id, asked, start, mostCounted + 1);
    return length > mostCounted ? `,"total":${mostCounted},"totalIsFloor":true` : `,"total":${length}`;
  }

  private rows(
    actor: Actor,
    of: TimelineOf,
    id: string,
    asked: Question,
    after: { key: unknown; id: string },
    limit: number,
  ): Promise<Row[]> {
    const { descending } = asked.sort;
    const given = (name: string): readonly unknown[] | undefined =>
      asked.conditions.find((condition) => condition.name === name)?.value;
    const types = Object.entries(eventTypes).flatMap(([type, { needs }]) => (may(actor, needs) ? [type] : []));
    const wanted = given('type');
    return this.db.rows<Row>(`timeline_${of}_${descending ? 'down' : 'up'}`, timelineStatement(of, descending), [
      actor.agencyId,
      id,
      wanted ? types.filter((type) => wanted.includes(type)) : types,
      given('kind') ?? entryKinds,
      actor.memberId,
      after.key,
      after.id,
      given('atFrom')?.[0] ?? '-infinity',
      given('atTo')?.[0] ?? 'infinity',
      limit,
      may(actor, 'candidate.read'),
      may(actor, 'organization.read'),
      may(actor, 'search.read'),
    ]);
  }
}
