import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { Day } from '@domain/day.js';
import type { Happening } from '@domain/poaching/attempt.js';
import { attemptAbilities } from '@domain/poaching/attempt.rules.js';
import { whyNotPeriod } from '@domain/poaching/response-rate.js';
import { refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import type { ResponseRateQuestion } from './attempt.dto.js';
import { answeredTo, approachedFrom, attemptList, countedTo } from './attempt.fields.js';
import type { AttemptHappening, AttemptHistory, AttemptView, ResponseRateRow, ResponseRates } from './attempt.view.js';

/** A row as far as it is needed to find which attempt goes on. */
type Continued = { id: string };

@Injectable()
export class AttemptsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(attemptList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<AttemptView> {
    const attempt = await this.lists.detail<AttemptView>(attemptList, actor, id);
    return { ...attempt, abilities: attemptAbilities(actor, attempt) };
  }

  async history(actor: Actor, id: string): Promise<AttemptHistory> {
    await this.lists.detail(attemptList, actor, id);
    const items = await this.db.rows<AttemptHappening>('attempt_history', historySql, [id]);
    return { items };
  }

  /** What happened in an attempt, as the rules take it; days are those of the time zone. */
  happenings(id: string, timeZone: string): Promise<Happening[]> {
    return this.db.rows<Happening>('attempt_happenings', happeningsSql, [id, timeZone]);
  }

  /**
   * The attempt that a contact with the person goes on with: that for the search; without a search the member's own, an open
   * one first. Withdrawn ones are over.
   */
  continued(candidateId: string, searchId: string | null, memberId: string): Promise<Continued | undefined> {
    return searchId === null
      ? this.db.row(
          'attempt_continued',
          `select id from poaching_attempt where agency_id = current_agency() and candidate_id = $1 and owner_id = $2
            and voided_at is null and state <> 'withdrawn'
            order by state in ('won', 'declined', 'no_response'), last_at desc, id desc limit 1`,
          [candidateId, memberId],
        )
      : this.db.row(
          'attempt_continued_of',
          `select id from poaching_attempt where agency_id = current_agency() and candidate_id = $1 and search_id = $2
            and voided_at is null and state <> 'withdrawn'`,
          [candidateId, searchId],
        );
  }

  /** Where the person works now; undefined where the agency has no such person. */
  candidate(id: string): Promise<{ employerId: string | null } | undefined> {
    return this.db.row(
      'attempt_candidate',
      'select current_organization_id as "employerId" from candidate where id = $1',
      [id],
    );
  }

  /** Whether the agency has this search. */
  async hasSearch(id: string): Promise<boolean> {
    return (await this.db.row('attempt_search', 'select id from search where id = $1', [id])) !== undefined;
  }

  /** Whether this colleague is at work here. */
  async hasMember(id: string): Promise<boolean> {
    const sql = 'select id from member where id = $1 and suspended_at is null and client_id is null';
    return (await this.db.row('attempt_member', sql, [id])) !== undefined;
  }

  /** Whether a submission was taken back. */
  async isTakenBack(submissionId: string): Promise<boolean> {
    const sql = 'select id from submission where id = $1 and voided_at is not null';
    return (await this.db.row('attempt_submission', sql, [submissionId])) !== undefined;
  }

  /** The attempts whose waiting ends by `today`. */
  waitedOut(today: Day): Promise<{ id: string }[]> {
    return this.db.rows(
      'attempts_waited_out',
      `select id from poaching_attempt where agency_id = current_agency() and voided_at is null and not_now_until <= $1::date
        order by not_now_until, id limit 1000`,
      [today],
    );
  }

  /** Response rates of a period by channel, hook or colleague, and of all together: `responseRate` of the domain. */
  async rates({ by, from, to }: ResponseRateQuestion): Promise<ResponseRates> {
    refuseIf(whyNotPeriod(from, to));
    const rows = await this.db.rows<ResponseRateRow & { whole: boolean }>('attempt_rates', ratesSql, [from, to, by]);
    const items = rows.filter(({ whole }) => !whole).map(({ whole: _, ...row }) => row);
    const { counted = 0, answered = 0, rate = null } = rows.find(({ whole }) => whole) ?? {};
    return { by, from, to, items, whole: { key: null, name: null, counted, answered, rate } };
  }
}

const happeningsSql = `select l.id, 'contact' as kind, l.channel, l.direction, l.outcome, l.occurred_at as at,
    (l.occurred_at at time zone $2)::date as "on", l.not_now_until as until, l.voided_at as "voidedAt", l.hook, l.objections,
    l.motives, l.asked_amount as "askedAmount", l.asked_currency as "askedCurrency"
  from contact_log l where l.agency_id = current_agency() and l.attempt_id = $1
  union all
  select w.id, 'word', null, null, w.outcome, w.occurred_at, (w.occurred_at at time zone $2)::date, w.until, w.voided_at, w.hook,
    w.objections, w.motives, w.asked_amount, w.asked_currency
  from attempt_word w where w.agency_id = current_agency() and w.attempt_id = $1`;

const historySql = `select * from (
    select l.id, 'contact' as kind, l.channel, l.direction, l.outcome, l.not_now_until as until, l.hook, l.objections, l.motives,
      money(l.asked_amount, l.asked_currency) as asked, l.text, l.occurred_at as "occurredAt", l.recorded_at as "recordedAt",
      (select m.name from member m where m.agency_id = l.agency_id and m.id = l.member_id) as "memberName", l.voided_at as "voidedAt"
    from contact_log l where l.agency_id = current_agency() and l.attempt_id = $1
    union all
    select w.id, 'word', null, null, w.outcome, w.until, w.hook, w.objections, w.motives, money(w.asked_amount, w.asked_currency),
      w.note, w.occurred_at, w.recorded_at,
      (select m.name from member m where m.agency_id = w.agency_id and m.id = w.member_id), w.voided_at
    from attempt_word w where w.agency_id = current_agency() and w.attempt_id = $1) as happened
  order by "occurredAt" desc, id desc limit 500`;

const ratesSql = `with counted as (
    select case $3 when 'channel' then a.channel when 'hook' then a.hook else a.owner_id::text end as key,
      ${answeredTo('$2::date')} as answered
    from poaching_attempt a
    where a.agency_id = current_agency() and a.voided_at is null and ${approachedFrom('$1::date')} and ${countedTo('$2::date')})
  select key, (select m.name from member m where m.agency_id = current_agency() and m.id::text = key) as name,
    count(*)::int as counted, count(*) filter (where answered)::int as answered,
    (count(*) filter (where answered))::float8 / nullif(count(*), 0) as rate, grouping(key) = 1 as whole
  from counted group by grouping sets ((key), ()) order by counted desc, key`;
