import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { whyNotFrom, whyNotSkip } from '@domain/call-lists/call-list.rules.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { Bulk } from '@platform/db/bulk.js';
import { Db } from '@platform/db/db.js';
import { Task } from '../tasks/task.entity.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { CallListFrom, MakeCallList } from './call-list.dto.js';
import { CallList, CallListEntry } from './call-list.entity.js';
import type { CallListEntryView, CallListView } from './call-list.view.js';
import { CallListsQueries, type ToCall } from './call-lists.queries.js';

/** Call lists are personal: making one is no event, the calls themselves are. */
@Injectable()
export class CallListsService {
  constructor(
    private readonly db: Db,
    private readonly bulk: Bulk,
    private readonly tasks: TasksService,
    private readonly queries: CallListsQueries,
  ) {}

  async make(actor: Actor, { source, searchId }: MakeCallList): Promise<CallListView> {
    must(actor, 'contact-log.write');
    const { memberId } = actor;
    if (memberId === null) throw new Refusal('access.denied');
    refuseIf(whyNotFrom(source));
    const about = source.searchId ?? searchId ?? null;
    if (about !== null && !(await this.queries.hasSearch(about))) {
      throw unknownReference(source.searchId ? '/source/searchId' : '/searchId');
    }
    const people = await this.peopleOf(actor, source);
    if (people.length === 0) throw new Refusal('call-list.empty');
    const stageId = source.stageId ?? null;
    const list = await this.db.insert(CallList, { memberId, source: source.kind, searchId: about, stageId });
    await this.bulk.add(
      'call_list_entry',
      people.map(({ candidateId, taskId }, index) => ({
        call_list_id: list.id,
        candidate_id: candidateId,
        task_id: taskId,
        position: index + 1,
      })),
    );
    return this.queries.view(actor, list.id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    must(actor, 'contact-log.write');
    await this.queries.view(actor, id);
    await this.db.remove(CallList, { id });
  }

  /** Passes over an entry that waits, or takes that back. */
  async skip(actor: Actor, id: string, entryId: string, skipped: boolean): Promise<CallListEntryView> {
    must(actor, 'contact-log.write');
    const { state } = await this.queries.entry(actor, id, entryId);
    refuseIf(whyNotSkip(state, skipped));
    const entry = await this.db.lock(CallListEntry, entryId);
    refuseIf(whyNotSkip(entry.state, skipped));
    await this.db.change(entry, { state: skipped ? 'skipped' : 'waiting' });
    return this.queries.entry(actor, id, entryId);
  }

  /** The entry of one of the actor's lists on which this person stands. 422 where it is none. */
  async entryOf(actor: Actor, entryId: string, candidateId: string | null | undefined): Promise<CallListEntry> {
    const entry = await this.db.find(CallListEntry, { id: entryId });
    const list = entry && (await this.db.find(CallList, { id: entry.callListId, memberId: actor.memberId ?? '' }));
    if (!list || entry.candidateId !== candidateId) throw unknownReference('/callListEntryId');
    return entry;
  }

  /** Ticks the entry by the log of the call; one that is ticked stays so by the log before. */
  async tick(entry: CallListEntry, contactLogId: string): Promise<void> {
    if (entry.state !== 'done') await this.db.change(entry, { state: 'done', contactLogId });
  }

  /** Completes the follow-up that asked for the call; answers which, where it was open. */
  async complete(actor: Actor, { taskId }: CallListEntry): Promise<string | null> {
    const task = taskId && (await this.db.find(Task, { id: taskId }));
    if (!task || task.doneAt !== null) return null;
    await this.tasks.complete(actor, task.id, true);
    return task.id;
  }

  /** Lets those whom this log ticked wait again. */
  async untick(contactLogId: string): Promise<void> {
    await this.db.write(
      'call_list_entry',
      'call_list_untick',
      `update call_list_entry set state = 'waiting', contact_log_id = null where contact_log_id = $1`,
      [contactLogId],
    );
  }

  private async peopleOf(actor: Actor, { kind, filters, searchId, stageId }: CallListFrom): Promise<ToCall[]> {
    if (kind === 'view') return this.queries.ofView(actor, filters ?? {});
    if (kind === 'follow_ups') return this.queries.ofFollowUps(actor);
    const people = await this.queries.ofStage(searchId ?? '', stageId ?? '');
    if (!people) throw unknownReference('/source/stageId');
    return people;
  }
}
