import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { MakeTask, PatchTask } from './task.dto.js';
import { taskList } from './task.fields.js';
import { TaskRow, TaskView } from './task.view.js';
import { TasksQueries } from './tasks.queries.js';
import { TasksService } from './tasks.service.js';

@Controller('api/v1/tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly queries: TasksQueries,
  ) {}

  /** Tasks by the day on which they are due; those without a day come last. */
  @Get()
  @Allows('task.read')
  @Answers(taskList, TaskRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Makes a task for oneself or a colleague, about a record or none. */
  @Post()
  @Allows('task.write')
  @Refuses('reference.unknown', 'task.assignee')
  make(@Body() values: MakeTask, @Me() actor: Actor): Promise<TaskView> {
    return this.tasks.make(actor, values);
  }

  /** One task. */
  @Get(':id')
  @Allows('task.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<TaskView> {
    return this.queries.view(actor, id);
  }

  /** Changes an open task; null clears the day. */
  @Patch(':id')
  @Allows('task.write')
  @Refuses('task.done', 'task.assignee', 'reference.unknown')
  patch(@Param('id') id: string, @Body() values: PatchTask, @Me() actor: Actor): Promise<TaskView> {
    return this.tasks.patch(actor, id, values);
  }

  /** Completes a task. */
  @Post(':id/completion')
  @HttpCode(200)
  @Allows('task.write')
  @Refuses('task.state')
  complete(@Param('id') id: string, @Me() actor: Actor): Promise<TaskView> {
    return this.tasks.complete(actor, id, true);
  }

  /** Opens a completed task again. */
  @Delete(':id/completion')
  @Allows('task.write')
  @Refuses('task.state')
  reopen(@Param('id') id: string, @Me() actor: Actor): Promise<TaskView> {
    return this.tasks.complete(actor, id, false);
  }

  /** Removes a task. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('task.write')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.tasks.remove(actor, id);
  }
}
