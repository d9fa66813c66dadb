import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OffLimitsModule } from '../off-limits/off-limits.module.js';
import { SearchesModule } from '../searches/searches.module.js';
import { CandidaciesController } from './candidacies.controller.js';
import { CandidaciesQueries } from './candidacies.queries.js';
import { CandidaciesService } from './candidacies.service.js';
import { Candidacy, Placement, StageEntry, StageRemoval } from './candidacy.entity.js';
import { PlacementsController } from './placements.controller.js';
import { PlacementsService } from './placements.service.js';
import { MoveGate } from './move-gate.js';
import { RemoveStage } from './remove-stage.js';
import { StageLog } from './stage-log.js';
import { StageSteps } from './stage-steps.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Candidacy, StageEntry, StageRemoval, Placement]),
    SearchesModule,
    OffLimitsModule,
  ],
  controllers: [CandidaciesController, PlacementsController],
  providers: [CandidaciesService, PlacementsService, CandidaciesQueries, StageLog, StageSteps, RemoveStage, MoveGate],
  exports: [CandidaciesService, CandidaciesQueries, StageSteps, StageLog, PlacementsService],
})
export class CandidaciesModule {}
