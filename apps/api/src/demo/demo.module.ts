import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { DemoService } from './demo.service.js';
import { Generator } from './generator.js';
import { DemoOffers } from './offers.js';
import { DemoSubmissions } from './submissions.js';

@Module({
  imports: [AgenciesModule, CandidatesModule, OffersModule, PortalModule],
  providers: [Generator, DemoSubmissions, DemoOffers, DemoService],
  exports: [DemoService],
})
export class DemoModule {}
