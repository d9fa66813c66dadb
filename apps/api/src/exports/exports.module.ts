import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OffersModule } from '../offers/offers.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { Export } from './export.entity.js';
import { ExportJob } from './export.job.js';
import { ExportsController } from './exports.controller.js';
import { ExportsQueries } from './exports.queries.js';
import { ExportsReactions } from './exports.reactions.js';
import { ExportsService } from './exports.service.js';
import { ReportWriters } from './report-writers.js';
import { WriteCandidates } from './write-candidates.js';
import { WriteComparison } from './write-comparison.js';

@Module({
  imports: [TypeOrmModule.forFeature([Export]), OffersModule, PortalModule],
  controllers: [ExportsController],
  providers: [
    ExportsService,
    ExportsQueries,
    ExportsReactions,
    ExportJob,
    ReportWriters,
    WriteCandidates,
    WriteComparison,
  ],
})
export class ExportsModule {}
