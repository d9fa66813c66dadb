import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TasksModule } from '../tasks/tasks.module.js';
import { CallList, CallListEntry } from './call-list.entity.js';
import { CallListsController } from './call-lists.controller.js';
import { CallListsQueries } from './call-lists.queries.js';
import { CallListsService } from './call-lists.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CallList, CallListEntry]), TasksModule],
  controllers: [CallListsController],
  providers: [CallListsService, CallListsQueries],
  exports: [CallListsService],
})
export class CallListsModule {}
