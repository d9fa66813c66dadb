import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { Role } from '@domain/access/roles.js';
import { taskAbilities } from '@domain/tasks/task.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { taskList } from './task.fields.js';
import type { TaskView } from './task.view.js';

@Injectable()
export class TasksQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(taskList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<TaskView> {
    const task = await this.lists.detail<TaskView>(taskList, actor, id);
    return { ...task, abilities: taskAbilities(actor, task) };
  }

  /** Who would do it; undefined where the agency has no such user. */
  assignee(id: string): Promise<{ role: Role; suspended: boolean } | undefined> {
    return this.db.row(
      'task_assignee',
      'select role, suspended_at is not null as suspended from member where id = $1',
      [id],
    );
  }
}
