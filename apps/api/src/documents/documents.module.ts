import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { Document } from './document.entity.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';
import { SweepJob } from './sweep.job.js';

@Module({
  imports: [TypeOrmModule.forFeature([Document]), CandidatesModule],
  controllers: [DocumentsController],
  providers: [DocumentsService, DocumentsQueries, SweepJob],
  exports: [DocumentsQueries],
})
export class DocumentsModule {}
