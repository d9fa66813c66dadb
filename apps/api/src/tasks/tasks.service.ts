import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { subjectColumns, subjectOf } from '@domain/notes/subject.js';
import { refuseIf } from '@domain/refusal.js';
import { whyNotAbout, whyNotAssign, whyNotChange, whyNotComplete } from '@domain/tasks/task.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { type About, Events } from '@platform/events/events.js';
import { SubjectsQueries } from '../notes/subjects.queries.js';
import type { MakeTask, PatchTask } from './task.dto.js';
import { Task } from './task.entity.js';
import type { TaskView } from './task.view.js';
import { TasksQueries } from './tasks.queries.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly subjects: SubjectsQueries,
    private readonly queries: TasksQueries,
  ) {}

  /** Makes a task and answers it as the actor sees it. */
  async make(actor: Actor, values: MakeTask): Promise<TaskView> {
    const { id } = await this.add(actor, values);
    return this.queries.view(actor, id);
  }

  /** Makes a task: for what makes one along with something else. */
  async add(actor: Actor, { subjectType, subjectId, ...values }: MakeTask): Promise<Task> {
    must(actor, 'task.write');
    refuseIf(whyNotAbout(subjectType, subjectId));
    const assigneeId = await this.assign(actor, values.assigneeId);
    const columns = subjectColumns(subjectType, subjectId);
    const touched = subjectType && subjectId ? await this.subjects.touched(subjectType, subjectId) : {};
    const task = await this.db.insert(Task, { ...values, ...columns, assigneeId, createdBy: actor.memberId });
    await this.events.record('task.made', {
      about: { id: task.id, ...touched },
      data: { kind: task.kind, assigneeId, ...(subjectType && { subjectType }) },
    });
    return task;
  }

  /** Makes the same task about each of these people; answers candidate → task for those who are there. */
  async addForEach(
    actor: Actor,
    candidateIds: readonly string[],
    { title, dueOn, assigneeId: given }: Pick<MakeTask, 'title' | 'dueOn' | 'assigneeId'>,
  ): Promise<Map<string, string>> {
    must(actor, 'task.write');
    const assigneeId = await this.assign(actor, given);
    const made = await this.db.write<{ id: string; candidateId: string }>('task', 'tasks_for_each', forEachSql, [
      candidateIds,
      title,
      dueOn ?? null,
      assigneeId,
      actor.memberId,
    ]);
    await this.events.recordAll(
      'task.made',
      made.map(({ id, candidateId }) => ({
        about: { id, candidateId },
        data: { kind: 'other', assigneeId, subjectType: 'candidate' },
      })),
    );
    return new Map(made.map(({ id, candidateId }) => [candidateId, id]));
  }

  /** Removes those of these tasks that nobody has done or changed; answers their ids. */
  async takeBack(actor: Actor, ids: readonly string[]): Promise<string[]> {
    must(actor, 'task.write');
    const removed = await this.db.write<About & { id: string; subjectType: string | null }>(
      'task',
      'tasks_take_back',
      takeBackSql,
      [ids],
    );
    await this.events.recordAll(
      'task.removed',
      removed.map(({ subjectType, ...about }) => ({ about, data: { ...(subjectType !== null && { subjectType }) } })),
    );
    return removed.map(({ id }) => id);
  }

  /** The colleague who gets a task: the named one, who must be at work, or the actor. */
  async assign(actor: Actor, given: string | undefined): Promise<string> {
    const assigneeId = given ?? actor.memberId;
    if (assigneeId === null) throw new Error('a job names who does the task');
    if (assigneeId !== actor.memberId) refuseIf(whyNotAssign(await this.queries.assignee(assigneeId)));
    return assigneeId;
  }

  async patch(actor: Actor, id: string, values: PatchTask): Promise<TaskView> {
    const task = await this.db.get(Task, id);
    must(actor, 'task.write', task);
    refuseIf(whyNotChange(task));
    const { assigneeId } = values;
    if (assigneeId !== undefined && assigneeId !== task.assigneeId) {
      refuseIf(whyNotAssign(await this.queries.assignee(assigneeId)));
    }
    await this.db.change(task, values);
    const { about, data } = await this.told(task);
    await this.events.record('task.changed', {
      about,
      data: { ...data, fields: Object.keys(values), ...(assigneeId !== undefined && { assigneeId }) },
    });
    return this.queries.view(actor, id);
  }

  /** Completes the task, or opens it again. */
  async complete(actor: Actor, id: string, done: boolean): Promise<TaskView> {
    const task = await this.db.get(Task, id);
    must(actor, 'task.write', task);
    refuseIf(whyNotComplete(task, done));
    await this.db.change(task, { doneAt: done ? this.clock.now().toISOString() : null });
    await this.events.record(done ? 'task.completed' : 'task.reopened', await this.told(task));
    return this.queries.view(actor, id);
  }

  /** Opens a task again that something else completed; one that is open or gone stays so. */
  async reopen(actor: Actor, id: string): Promise<void> {
    const task = await this.db.find(Task, { id });
    if (task && task.doneAt !== null) await this.complete(actor, id, false);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const task = await this.db.get(Task, id);
    must(actor, 'task.write', task);
    await this.db.remove(Task, { id });
    await this.events.record('task.removed', await this.told(task));
  }

  private async told(task: Task): Promise<{ about: About; data: { subjectType?: string } }> {
    const subject = subjectOf(task);
    if (!subject) return { about: { id: task.id }, data: {} };
    const touched = await this.subjects.touched(subject.type, subject.id);
    return { about: { id: task.id, ...touched }, data: { subjectType: subject.type } };
  }
}

const forEachSql = `insert into task (candidate_id, title, due_on, assignee_id, created_by)
  select c.id, $2, $3, $4, $5 from unnest($1::uuid[]) as asked (id) join candidate c on c.id = asked.id and c.archived_at is null
  returning id, candidate_id as "candidateId"`;

const takeBackSql = `delete from task t where t.id = any($1::uuid[]) and t.done_at is null and t.version = 1
  returning t.id,
    coalesce(t.candidate_id, (select y.candidate_id from candidacy y where y.agency_id = t.agency_id and y.id = t.candidacy_id)) as "candidateId",
    coalesce(t.organization_id, (select c.organization_id from contact c where c.agency_id = t.agency_id and c.id = t.contact_id)) as "organizationId",
    coalesce(t.search_id, (select y.search_id from candidacy y where y.agency_id = t.agency_id and y.id = t.candidacy_id)) as "searchId",
    case when t.candidate_id is not null then 'candidate' when t.organization_id is not null then 'organization'
      when t.contact_id is not null then 'contact' when t.search_id is not null then 'search'
      when t.candidacy_id is not null then 'candidacy' end as "subjectType"`;
