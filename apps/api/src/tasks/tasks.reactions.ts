import { Injectable, type OnModuleInit } from '@nestjs/common';
import { subjectOf } from '@domain/notes/subject.js';
import { whyNotAssign } from '@domain/tasks/task.rules.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { Note } from '../notes/note.entity.js';
import { TasksQueries } from './tasks.queries.js';
import { TasksService } from './tasks.service.js';

/** The tasks that a note gives to the colleagues whom it mentions. */
@Injectable()
export class TasksReactions implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly reactions: Reactions,
    private readonly tasks: TasksService,
    private readonly queries: TasksQueries,
  ) {}

  onModuleInit(): void {
    this.reactions.on('note.written', 'tasks.of-mentions', (event) => this.give(event));
  }

  private async give({ agencyId, subjectId, data }: RecordedEvent): Promise<void> {
    if (data['asTasks'] !== true || !Array.isArray(data['mentions']) || subjectId === null) return;
    const note = await this.db.find(Note, { id: subjectId });
    const subject = note && subjectOf(note);
    if (!note || !subject) return;
    const author = { ...this.units.systemActor(agencyId), memberId: note.authorId };
    for (const assigneeId of data['mentions'] as string[]) {
      if (whyNotAssign(await this.queries.assignee(assigneeId))) continue;
      const title = [...note.body.replaceAll(/\s+/g, ' ')].slice(0, 200).join('');
      await this.tasks.add(author, { title, assigneeId, subjectType: subject.type, subjectId: subject.id });
    }
  }
}
