import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '@domain/agencies/agency.js';
import { askedBefore, noticeTaskTitle } from '@domain/candidates/notice.rules.js';
import { addDays, type Day } from '@domain/day.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { TasksService } from './tasks.service.js';

type Agency = { timeZone: string; locale: Locale };
type Due = { candidateId: string | null; count: number; dueOn: Day; assigneeId: string | null };

/** Each morning: asks for the notice of those who are to be told within ten days, once a person, and once for the people of an import. */
@Injectable()
export class NoticeJob implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly reactions: Reactions,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.reactions.every('11 * * * *', 'tasks.notice', (agencyId) => this.run(agencyId));
  }

  async run(agencyId: string): Promise<void> {
    const agency = await this.db.row<Agency>('notice_agency', 'select time_zone as "timeZone", locale from agency');
    if (!agency) return;
    const actor = this.units.systemActor(agencyId, agency.timeZone);
    const today = this.clock.today(agency.timeZone);
    const bounds = [addDays(today, -askedBefore * 3), addDays(today, askedBefore)];
    const due = await this.db.write<Due>('candidate', 'notice_due', dueSql, bounds);
    for (const { candidateId, count, dueOn, assigneeId } of due) {
      if (assigneeId === null) continue;
      await this.tasks.add(actor, {
        title: noticeTaskTitle(agency.locale, candidateId === null ? count : undefined),
        kind: 'notice',
        dueOn,
        assigneeId,
        ...(candidateId !== null && { subjectType: 'candidate', subjectId: candidateId }),
      });
    }
  }
}

const atWork = (id: string): string => `(select m.id from member m where m.agency_id = d.agency_id and m.id = ${id}
  and m.suspended_at is null and m.client_id is null)`;

/** Marks who is asked for, and answers them: a person alone, or all of an import that are due on one day. */
const dueSql = `with due as (
    update candidate c set notice_asked_for = c.notice_due_on
    where c.notice_due_on between $1::date and $2::date and c.noticed_on is null and c.archived_at is null
      and c.notice_asked_for is distinct from c.notice_due_on
    returning c.agency_id, c.id, c.import_id, c.owner_id, c.notice_due_on),
  asked as (
    select agency_id, case when import_id is null then id end as candidate_id, import_id,
      case when import_id is null then owner_id end as owner_id, notice_due_on, count(*)::int as count
    from due group by agency_id, case when import_id is null then id end, import_id,
      case when import_id is null then owner_id end, notice_due_on)
  select d.candidate_id as "candidateId", d.count, d.notice_due_on as "dueOn",
    coalesce(${atWork('d.owner_id')},
      ${atWork('(select i.created_by from import i where i.agency_id = d.agency_id and i.id = d.import_id)')},
      (select m.id from member m where m.agency_id = d.agency_id and m.role = 'owner' and m.suspended_at is null
        order by m.id limit 1)) as "assigneeId"
  from asked d order by d.notice_due_on, d.candidate_id`;
