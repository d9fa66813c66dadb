import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { OffLimitsModule } from '../off-limits/off-limits.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { LeavingQueries } from './leaving.queries.js';
import { PayPlace } from './pay-place.entity.js';
import { PayPlacesController } from './pay-places.controller.js';
import { PayPlacesService } from './pay-places.service.js';
import { PlanSubmission } from './plan-submission.js';
import { ReportTemplate } from './report-template.entity.js';
import { ReportTemplatesController } from './report-templates.controller.js';
import { ReportTemplatesService } from './report-templates.service.js';
import { ReportsQueries } from './reports.queries.js';
import { Consent, Submission } from './submission.entity.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsReactions } from './submissions.reactions.js';
import { SubmissionsService } from './submissions.service.js';
import { SweepReportsJob } from './sweep-reports.job.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Submission, Consent, ReportTemplate, PayPlace]),
    CandidaciesModule,
    OffLimitsModule,
    TasksModule,
  ],
  controllers: [SubmissionsController, ReportTemplatesController, PayPlacesController],
  exports: [SubmissionsService, LeavingQueries],
  providers: [
    SubmissionsService,
    SubmissionsQueries,
    SubmissionsReactions,
    SweepReportsJob,
    PlanSubmission,
    ReportsQueries,
    LeavingQueries,
    ReportTemplatesService,
    PayPlacesService,
  ],
})
export class PortalModule {}
