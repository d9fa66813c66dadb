import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { BulkChange } from './bulk-change.entity.js';
import { BulkChangeJob } from './bulk-change.job.js';
import { BulkChangesController } from './bulk-changes.controller.js';
import { BulkChangesQueries } from './bulk-changes.queries.js';
import { BulkChangesReactions } from './bulk-changes.reactions.js';
import { BulkChangesService } from './bulk-changes.service.js';
import { ChangeMany } from './change-many.js';

@Module({
  imports: [TypeOrmModule.forFeature([BulkChange]), CandidatesModule, CandidaciesModule, TasksModule],
  controllers: [BulkChangesController],
  providers: [BulkChangesService, BulkChangesQueries, BulkChangesReactions, BulkChangeJob, ChangeMany],
})
export class BulkModule {}
