import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { NoticeRow, NoticesRead } from './notice.view.js';
import { NoticesQueries } from './notices.queries.js';

/** Notices are personal: reading one is no event of the agency, but the member's other pages hear of it. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: NoticesQueries,
  ) {}

  async read(actor: Actor, id: string): Promise<NoticeRow> {
    must(actor, 'notice.read');
    await this.queries.view(actor, id);
    await this.mark(actor, 'notice_read', 'and id = $3', [id]);
    return this.queries.view(actor, id);
  }

  async readAll(actor: Actor): Promise<NoticesRead> {
    must(actor, 'notice.read');
    return { count: await this.mark(actor, 'notice_read_all', '', []) };
  }

  private async mark(actor: Actor, name: string, which: string, values: readonly string[]): Promise<number> {
    const read = await this.db.write<{ id: string }>(
      'notice',
      name,
      `update notice set read_at = $2 where member_id = $1 and read_at is null ${which} returning id`,
      [actor.memberId, this.clock.now().toISOString(), ...values],
    );
    const ids = read.map(({ id }) => id);
    if (ids.length > 0 && actor.memberId !== null) this.events.tell('notice.read', ids, actor.memberId);
    return read.length;
  }
}
