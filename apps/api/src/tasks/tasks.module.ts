import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotesModule } from '../notes/notes.module.js';
import { NoticeJob } from './notice.job.js';
import { Task } from './task.entity.js';
import { TasksController } from './tasks.controller.js';
import { TasksReactions } from './tasks.reactions.js';
import { TasksQueries } from './tasks.queries.js';
import { TasksService } from './tasks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Task]), NotesModule],
  controllers: [TasksController],
  providers: [TasksService, TasksQueries, TasksReactions, NoticeJob],
  exports: [TasksService, TasksQueries],
})
export class TasksModule {}
