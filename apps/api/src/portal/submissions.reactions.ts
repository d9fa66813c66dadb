import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hireTaskTitle, isBackdoorHire } from '@domain/portal/submission.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { TasksService } from '../tasks/tasks.service.js';
import { Submission } from './submission.entity.js';
import { SubmissionsQueries } from './submissions.queries.js';

const moving = ['candidate.affiliation-added', 'candidate.affiliation-changed'] as const;

/** A protected person whom the client now employs, and no placement: the lead of the search is asked to look into it, once. */
@Injectable()
export class SubmissionsReactions implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reactions: Reactions,
    private readonly tasks: TasksService,
    private readonly queries: SubmissionsQueries,
  ) {}

  onModuleInit(): void {
    for (const type of moving) {
      this.reactions.on(type, `portal.hire-after-${type}`, async (event) => {
        if (event.candidateId !== null) await this.look(event);
      });
    }
    this.reactions.on('import.done', 'portal.hire-after-import', (event) => this.look({ ...event, candidateId: null }));
  }

  /** Looks at where the person works now; without one, at everybody who was submitted. */
  async look({ agencyId, candidateId }: Pick<RecordedEvent, 'agencyId' | 'candidateId'>): Promise<void> {
    const hires = await this.queries.hires(candidateId);
    if (hires.length === 0) return;
    const { locale, timeZone } = await this.queries.agency();
    const today = this.clock.today(timeZone);
    const actor = this.units.systemActor(agencyId, timeZone);
    for (const { id, candidacyId, assigneeId, ...hire } of hires) {
      const submission = await this.db.lock(Submission, id);
      const occurredOn = this.clock.dayOf(new Date(submission.occurredAt), timeZone);
      if (assigneeId === null || !isBackdoorHire({ ...submission, occurredOn }, hire, today)) continue;
      const about = { subjectType: 'candidacy', subjectId: candidacyId } as const;
      const title = hireTaskTitle(locale);
      const task = await this.tasks.add(actor, { title, kind: 'other', dueOn: today, assigneeId, ...about });
      await this.db.change(submission, { hireTaskId: task.id });
      await this.events.record('submission.hired', { about: submission, data: { candidacyId, taskId: task.id } });
    }
  }
}
