import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { digestTime } from '@domain/notices/notice.js';
import { Clock } from '@platform/clock/clock.js';
import { Config } from '@platform/config/config.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { Lists } from '@platform/lists/lists.js';
import { Mail, type Message, surelyUnsent } from '@platform/mail/mail.js';
import { digestMail, type Reader } from './digest-mail.js';
import { digestList } from './notice.fields.js';
import type { NoticeRow } from './notice.view.js';

/**
 * The mail of the day. At 08:00 where the agency is, what each member has not read and wants by mail becomes one digest: its row, the mark on
 * its notices and the event that sends it are one transaction, so a notice is in one digest at most. A day that was missed is caught up with
 * the next run, once. Sending is claimed first: what may have gone out is not sent again, unless sending it again leaves one mail.
 */
@Injectable()
export class DigestJob implements OnModuleInit {
  private readonly log = new Logger('digest');

  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reactions: Reactions,
    private readonly lists: Lists,
    private readonly mail: Mail,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.reactions.every('*/5 * * * *', 'notices.digest', () => this.make());
    this.reactions.start('notice.digest-made', 'notices.digest-mail', (event) => this.send(event));
  }

  private async make(): Promise<void> {
    const values = [this.clock.now().toISOString(), digestTime];
    const made = await this.db.write<{ id: string }>('notice_digest', 'digest_make', makeSql, values);
    const late = await this.db.write<{ id: string }>(
      'notice_digest',
      'digest_again',
      `update notice_digest set handed_at = $1::timestamptz where sent_at is null and ($2 or claimed_at is null)
          and handed_at between $1::timestamptz - interval '3 days' and $1::timestamptz - interval '1 hour' returning id`,
      [values[0], this.mail.repeatable],
    );
    for (const { id } of [...made, ...late]) await this.events.record('notice.digest-made', { about: { id } });
  }

  private async send({ agencyId, subjectId: id }: RecordedEvent): Promise<void> {
    if (id === null) return;
    const actor = this.units.systemActor(agencyId);
    const message = await this.units.run(actor, () => this.claim(id));
    if (!message) return;
    try {
      await this.mail.deliver(message, `digest-${id}`);
    } catch (error) {
      this.log.warn({ agencyId, digestId: id, message: 'a digest could not be sent' });
      if (!this.mail.repeatable && !surelyUnsent(error)) return;
      await this.units.run(actor, () => this.mark(id, 'digest_release', 'claimed_at = null'));
      throw error;
    }
    await this.units.run(actor, () => this.mark(id, 'digest_sent', 'sent_at = claimed_at'));
  }

  /** The mail of a digest that nobody sent or is sending; none where by now there is nothing to say or nobody to say it to. */
  private async claim(id: string): Promise<Message | undefined> {
    const [reader] = await this.db.write<Reader>('notice_digest', 'digest_claim', claimSql, [
      id,
      this.clock.now().toISOString(),
      this.mail.repeatable,
    ]);
    if (!reader) return undefined;
    const condition = 'i.digest_id = $2 and i.read_at is null';
    const items = await this.lists.items(digestList, unit().actor, condition, 'i.created_at, i.id', [id]);
    if (items.length > 0) {
      const notices = items.map((item) => JSON.parse(item) as NoticeRow);
      return digestMail(reader, notices, this.config.publicUrl);
    }
    await this.mark(id, 'digest_sent', 'sent_at = claimed_at');
    return undefined;
  }

  private async mark(id: string, name: string, change: string): Promise<void> {
    await this.db.write('notice_digest', name, `update notice_digest set ${change} where id = $1`, [id]);
  }
}

/** `$1` is now, `$2` the time of the day; the day of a digest is the last one whose time has come. */
const makeSql = `with due as (
    select d.day, (d.day + $2::time) at time zone a.time_zone as at from agency a
      cross join lateral (select ((($1::timestamptz at time zone a.time_zone) - $2::time)::date) as day) as d),
  waiting as (
    select i.member_id, array_agg(i.id) as ids from due, notice i
      join member m on m.id = i.member_id
      join notice_choice w on w.member_id = i.member_id and w.kind = i.kind and w.mail = 'digest'
    where i.mail and i.digest_id is null and i.read_at is null and i.created_at < due.at
      and m.suspended_at is null and m.client_id is null
      and (i.note_id is null or exists (select from note n where n.id = i.note_id))
    group by i.member_id),
  made as (
    insert into notice_digest (member_id, day, handed_at) select w.member_id, due.day, $1 from waiting w, due
    on conflict (agency_id, member_id, day) do nothing returning id, member_id),
  marked as (
    update notice i set digest_id = made.id from made join waiting w on w.member_id = made.member_id where i.id = any(w.ids))
  select id from made`;

const claimSql = `update notice_digest d set claimed_at = $2 from member m, agency a
  where d.id = $1 and d.sent_at is null and (d.claimed_at is null or $3)
    and m.id = d.member_id and m.suspended_at is null and a.id = d.agency_id
  returning m.name, m.email, coalesce(m.locale, a.locale) as locale, a.name as agency`;
