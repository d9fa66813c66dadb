import { Injectable } from '@nestjs/common';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import type { MakeSubmission } from '../portal/submission.dto.js';
import { SubmissionsService } from '../portal/submissions.service.js';

type Presented = { id: string; memberId: string; contactId: string; at: string; day: string };

const forms: readonly Pick<MakeSubmission, 'level' | 'locale' | 'channel'>[] = [
  { level: 'L3', locale: 'en', channel: 'email' },
  { level: 'L1', locale: 'zh', channel: 'wechat' },
  { level: 'L4', locale: 'zh', channel: 'wechat' },
  { level: 'L2', locale: 'de', channel: 'email' },
];
const most = 10;

/** Presents those of the demo who stand where they were presented, each with a report, a permission and a protection. */
@Injectable()
export class DemoSubmissions {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly submissions: SubmissionsService,
  ) {}

  async make(agencyId: string): Promise<void> {
    const agency = await this.units.run(this.units.systemActor(agencyId), () =>
      this.db.row<{ timeZone: string }>('demo_time_zone', 'select time_zone as "timeZone" from agency'),
    );
    const actor = this.units.systemActor(agencyId, agency?.timeZone);
    const found = await this.units.run(actor, () =>
      this.db.rows<Presented>('demo_presented', presentedSql, [actor.timeZone]),
    );
    let made = 0;
    for (const { id, memberId, contactId, at, day } of found) {
      if (made === most) break;
      const lead = { ...actor, memberId };
      const form = forms[made % forms.length];
      if (!form) return;
      const given = { givenOn: day, evidence: 'Agreed on the call, and confirmed by message.' };
      const values = {
        contactId,
        ...form,
        occurredAt: at,
        permission: { ...given, how: 'call' as const },
        consent: given,
      };
      try {
        const submission = await this.units.run(lead, () => this.submissions.make(lead, id, values));
        made += 1;
        if (made !== 2) continue;
        const answer = { source: 'Applied on the career page', answeredOn: day };
        await this.units.run(lead, () => this.submissions.answer(lead, submission.id, answer));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
}

const presentedSql = `select c.id, s.lead_id as "memberId", e.occurred_at as at, (e.occurred_at at time zone $1)::date as day,
    (select x.contact_id from search_contact x where x.agency_id = s.agency_id and x.search_id = s.id order by x.contact_id limit 1) as "contactId"
  from candidacy c join search s on s.agency_id = c.agency_id and s.id = c.search_id and s.state in ('open', 'on_hold')
    join stage g on g.agency_id = c.agency_id and g.id = c.stage_id and g.stage_group in ('presented', 'client_interview', 'finalist')
    join lateral (select t.occurred_at from stage_entry t where t.agency_id = c.agency_id and t.candidacy_id = c.id
      and t.voided_at is null order by t.id desc limit 1) as e on true
  where c.exited_at is null and c.role = 'candidate' order by c.id`;
