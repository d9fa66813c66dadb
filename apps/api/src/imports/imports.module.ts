import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { ImportCheckJob } from './import-check.job.js';
import { ImportCommitJob } from './import-commit.job.js';
import { ImportUndoJob } from './import-undo.job.js';
import { Import } from './import.entity.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsReactions } from './imports.reactions.js';
import { ImportsService } from './imports.service.js';
import { Unmake } from './unmake-people.js';
import { WriteCareers } from './write-careers.js';
import { WritePeople } from './write-people.js';

@Module({
  imports: [TypeOrmModule.forFeature([Import]), CandidatesModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportsQueries,
    ImportsReactions,
    ImportCheckJob,
    ImportCommitJob,
    ImportUndoJob,
    WritePeople,
    WriteCareers,
    Unmake,
  ],
  exports: [ImportsService, ImportsQueries, ImportCheckJob, ImportCommitJob],
})
export class ImportsModule {}
