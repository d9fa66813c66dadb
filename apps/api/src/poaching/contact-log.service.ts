import { Injectable } from '@nestjs/common';
import { must, mustTakeBack, type Actor } from '@domain/access/policy.js';
import {
  lastContactWithout,
  noticedWithout,
  reached,
  stepsAfter,
  whyNotThen,
  whyNotWith,
} from '@domain/poaching/contact-log.rules.js';
import { whyNotAsked, whyNotUntil } from '@domain/poaching/attempt.rules.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { CallListsService } from '../call-lists/call-lists.service.js';
import { StageSteps } from '../candidacies/stage-steps.js';
import { OffLimitsService } from '../off-limits/off-limits.service.js';
import { Task } from '../tasks/task.entity.js';
import { TasksService } from '../tasks/tasks.service.js';
import { AttemptsService } from './attempts.service.js';
import type { LogContact } from './contact-log.dto.js';
import { ContactLog } from './contact-log.entity.js';
import { ContactLogQueries, type Spoken } from './contact-log.queries.js';
import { MessageTemplate } from './message-template.entity.js';
import type { ContactLogView, KeptContactPart, VoidedContactLog } from './contact-log.view.js';

/** What a log changes on its person. */
type Touch = Pick<ContactLog, 'formerContactAt' | 'noticedOn' | 'formerNoticedOn'>;

@Injectable()
export class ContactLogService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly tasks: TasksService,
    private readonly steps: StageSteps,
    private readonly callLists: CallListsService,
    private readonly attempts: AttemptsService,
    private readonly offLimits: OffLimitsService,
    private readonly queries: ContactLogQueries,
  ) {}

  /** Logs a contact and, in the same write, what follows from it: attempt, follow-up, last contact, notice, stage and call list. */
  async log(actor: Actor, { followUp, callListEntryId, ...values }: LogContact): Promise<ContactLogView> {
    must(actor, 'contact-log.write');
    const memberId = actor.memberId;
    if (memberId === null) throw new Refusal('access.denied');
    refuseIf(whyNotWith(values.candidateId, values.contactId));
    const occurredAt = values.occurredAt ?? this.clock.now().toISOString();
    refuseIf(whyNotThen(occurredAt, this.clock.now()));
    refuseIf(whyNotAsked(values));
    refuseIf(
      whyNotUntil(
        values.outcome,
        values.notNowUntil,
        this.clock.dayOf(new Date(occurredAt), actor.timeZone),
        '/notNowUntil',
      ),
    );
    const organizationId = await this.organizationOf(values);
    const noticeGiven = values.noticeGiven === true || (await this.isNotice(values.messageTemplateId));
    const entry = callListEntryId && (await this.callLists.entryOf(actor, callListEntryId, values.candidateId));
    const candidacy = await this.candidacyOf(values);
    const searchId = candidacy?.searchId ?? values.searchId ?? null;
    if (values.candidateId && values.direction === 'outbound') {
      await this.offLimits.mustBeFree(actor, values.candidateId, { searchId, action: 'approach' });
    }
    const task = followUp && (await this.followUp(actor, values, followUp, candidacy));
    const touch = values.candidateId
      ? await this.touch(actor, values.candidateId, { outcome: values.outcome, noticeGiven }, occurredAt)
      : undefined;
    const completedTaskId = entry ? await this.callLists.complete(actor, entry) : null;
    const { candidateId, outcome } = values;
    const attemptId = candidateId ? await this.attempts.carry({ candidateId, searchId, memberId, outcome }) : null;
    const log = await this.db.insert(ContactLog, {
      ...values,
      ...touch,
      noticeGiven,
      attemptId,
      notNowUntil: values.notNowUntil ?? (outcome === 'not_now' ? (followUp?.dueOn ?? null) : null),
      searchId,
      candidacyId: candidacy?.id ?? null,
      occurredAt,
      memberId,
      followUpTaskId: task?.id ?? null,
      completedTaskId,
    });
    if (entry) await this.callLists.tick(entry, log.id);
    if (candidacy) await this.advance(candidacy.id, log);
    await this.attempts.follow(actor, attemptId, log.id);
    await this.events.record('contact-log.added', {
      about: { id: log.id, candidateId: log.candidateId ?? candidacy?.candidateId, organizationId, searchId },
      data: {
        channel: log.channel,
        direction: log.direction,
        outcome: log.outcome,
        noticeGiven: log.noticeGiven,
        ...(log.contactId !== null && { contactId: log.contactId }),
        ...(log.candidacyId !== null && { candidacyId: log.candidacyId }),
        ...(log.followUpTaskId !== null && { followUpTaskId: log.followUpTaskId }),
      },
    });
    return this.queries.view(actor, log.id);
  }

  /**
   * Takes a log back in one write: it is voided, and the person, the stage, the follow-up and the call list are as before.
   * What somebody has gone on with since stays, and is named.
   */
  async voidLog(actor: Actor, id: string): Promise<VoidedContactLog> {
    const log = await this.db.get(ContactLog, id);
    mustTakeBack(actor, 'contact-log.write', log);
    await this.strike(log, actor.memberId);
    if (log.candidateId !== null) await this.untouch(log, log.candidateId);
    await this.callLists.untick(log.id);
    if (log.completedTaskId !== null) await this.tasks.reopen(actor, log.completedTaskId);
    const kept = [...(await this.takeBackSteps(actor, log)), ...(await this.takeBackFollowUp(actor, log))];
    await this.attempts.follow(actor, log.attemptId, log.id);
    const contact = log.contactId === null ? undefined : await this.queries.contact(log.contactId);
    const spoken = log.candidacyId === null ? undefined : await this.queries.candidacy({ id: log.candidacyId });
    await this.events.record('contact-log.voided', {
      about: {
        id,
        candidateId: log.candidateId ?? spoken?.candidateId,
        organizationId: contact?.organizationId ?? null,
        searchId: log.searchId,
      },
      data: {
        ...(log.contactId !== null && { contactId: log.contactId }),
        ...(log.candidacyId !== null && { candidacyId: log.candidacyId }),
        ...(kept.length > 0 && { kept: kept.map(({ part }) => part) }),
      },
    });
    return { ...(await this.queries.view(actor, id)), kept };
  }

  private async strike(log: ContactLog, memberId: string | null): Promise<void> {
    const struck = await this.db.write(
      'contact_log',
      'contact_log_void',
      'update contact_log set voided_at = $2, voided_by = $3 where id = $1 and voided_at is null returning id',
      [log.id, this.clock.now().toISOString(), memberId],
    );
    if (struck.length === 0) throw new Refusal('contact-log.voided');
  }

  private async takeBackSteps(actor: Actor, { id }: ContactLog): Promise<KeptContactPart[]> {
    const why = await this.steps.undoAdvance(actor.memberId, { contactLogId: id });
    return why ? [{ part: 'step', code: why.code }] : [];
  }

  private async takeBackFollowUp(actor: Actor, { followUpTaskId }: ContactLog): Promise<KeptContactPart[]> {
    if (followUpTaskId === null || (await this.tasks.takeBack(actor, [followUpTaskId])).length > 0) return [];
    const task = await this.db.find(Task, { id: followUpTaskId });
    return task ? [{ part: 'follow_up', code: task.doneAt === null ? 'row.changed' : 'task.done' }] : [];
  }

  /** Where the contact works; null for a candidate. Refuses unknown people. */
  private async organizationOf({ candidateId, contactId }: LogContact): Promise<string | null> {
    if (candidateId) {
      if (!(await this.queries.hasCandidate(candidateId))) throw unknownReference('/candidateId');
      return null;
    }
    const contact = await this.queries.contact(contactId ?? '');
    if (!contact) throw unknownReference('/contactId');
    return contact.organizationId;
  }

  /** Whether the text that was sent tells the person that we keep data about them. */
  private async isNotice(messageTemplateId: string | null | undefined): Promise<boolean> {
    if (!messageTemplateId) return false;
    const template = await this.db.find(MessageTemplate, { id: messageTemplateId });
    if (!template) throw unknownReference('/messageTemplateId');
    return template.purpose === 'notice';
  }

  private async candidacyOf({ candidateId, searchId, candidacyId }: LogContact): Promise<Spoken | undefined> {
    if (!candidacyId) {
      return candidateId && searchId ? this.queries.candidacy({ candidateId, searchId }) : undefined;
    }
    const candidacy = await this.queries.candidacy({ id: candidacyId });
    if (!candidacy) throw unknownReference('/candidacyId');
    const other = candidateId && candidacy.candidateId !== candidateId;
    if (other || (searchId && candidacy.searchId !== searchId)) throw new Refusal('contact-log.candidacy');
    return candidacy;
  }

  private followUp(
    actor: Actor,
    { candidateId, contactId }: LogContact,
    { title = 'Follow up', ...values }: NonNullable<LogContact['followUp']>,
    candidacy: Spoken | undefined,
  ): Promise<{ id: string }> {
    const subject = candidacy
      ? ({ subjectType: 'candidacy', subjectId: candidacy.id } as const)
      : candidateId
        ? ({ subjectType: 'candidate', subjectId: candidateId } as const)
        : ({ subjectType: 'contact', subjectId: contactId } as const);
    return this.tasks.add(actor, { title, kind: 'follow_up', ...values, ...subject });
  }

  private async advance(candidacyId: string, log: ContactLog): Promise<void> {
    const by = { occurredAt: log.occurredAt, contactLogId: log.id };
    for (const { from, to } of stepsAfter(log)) await this.steps.advance(candidacyId, from, to, by);
  }

  /** Keeps on the person when they were last in contact, and the day on which notice was first given; answers what that replaces. */
  private async touch(
    actor: Actor,
    candidateId: string,
    { outcome, noticeGiven }: Pick<ContactLog, 'outcome' | 'noticeGiven'>,
    occurredAt: string,
  ): Promise<Touch | undefined> {
    const [touch] = await this.db.write<Touch>(
      'candidate',
      'contact_log_touch',
      `update candidate set
        last_contact_at = case when $3 then greatest(last_contact_at, $2::timestamptz) else last_contact_at end,
        noticed_on = case when $4 then least(noticed_on, ($2::timestamptz at time zone $5)::date) else noticed_on end
      where id = $1
      returning old.last_contact_at as "formerContactAt", old.noticed_on as "formerNoticedOn",
        case when $4 then ($2::timestamptz at time zone $5)::date end as "noticedOn"`,
      [candidateId, occurredAt, reached({ outcome }), noticeGiven, actor.timeZone],
    );
    return touch;
  }

  /** Gives the person back the last contact and the day of notice that count without this log. */
  private async untouch(log: ContactLog, candidateId: string): Promise<void> {
    const person = await this.queries.lastContact(candidateId);
    if (!person) return;
    const logs = await this.queries.traces(candidateId);
    const contacted = reached(log) && person.lastContactAt === log.occurredAt;
    const noticed = log.noticedOn !== null && person.noticedOn === log.noticedOn;
    if (!contacted && !noticed) return;
    await this.db.write(
      'candidate',
      'contact_log_untouch',
      'update candidate set last_contact_at = $2, noticed_on = $3 where id = $1',
      [
        candidateId,
        contacted ? lastContactWithout(log, logs) : person.lastContactAt,
        noticed ? noticedWithout(log, logs) : person.noticedOn,
      ],
    );
  }
}
