import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { DemoService } from './demo.service.js';
import { Generator } from './generator.js';
import { DemoSubmissions } from './submissions.js';

@Module({
  imports: [AgenciesModule, CandidatesModule, PortalModule],
  providers: [Generator, DemoSubmissions, DemoService],
  exports: [DemoService],
})
export class DemoModule {}
