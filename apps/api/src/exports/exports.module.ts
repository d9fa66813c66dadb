import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Export } from './export.entity.js';
import { ExportJob } from './export.job.js';
import { ExportsController } from './exports.controller.js';
import { ExportsQueries } from './exports.queries.js';
import { ExportsReactions } from './exports.reactions.js';
import { ExportsService } from './exports.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Export])],
  controllers: [ExportsController],
  providers: [ExportsService, ExportsQueries, ExportsReactions, ExportJob],
})
export class ExportsModule {}
