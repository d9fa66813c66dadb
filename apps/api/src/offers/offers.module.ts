import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TasksModule } from '../tasks/tasks.module.js';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ComparisonsQueries } from './comparisons.queries.js';
import { CandidacyFeeQueries } from './candidacy-fee.queries.js';
import { CounterofferRiskController } from './counteroffer-risk.controller.js';
import { CounterofferRiskQueries } from './counteroffer-risk.queries.js';
import { ExchangeRate } from './exchange-rate.entity.js';
import { ExchangeRatesController } from './exchange-rates.controller.js';
import { ExchangeRatesQueries } from './exchange-rates.queries.js';
import { ExchangeRatesService } from './exchange-rates.service.js';
import { Fee, FeeCredit, FeeFigure, FeeInstalment } from './fee.entity.js';
import { FeeJob } from './fee.job.js';
import { FeesController } from './fees.controller.js';
import { FeesQueries } from './fees.queries.js';
import { FeesReactions } from './fees.reactions.js';
import { FeesService } from './fees.service.js';
import { KeepFee } from './keep-fee.js';
import { OfferJob } from './offer.job.js';
import { Offer, OfferStep, OfferTask, RivalOffer } from './offer.entity.js';
import { OfferSummariesController } from './offer-summaries.controller.js';
import { OfferSummariesService } from './offer-summaries.service.js';
import { OfferSteps } from './offer-steps.js';
import { OffersController } from './offers.controller.js';
import { OffersReactions } from './offers.reactions.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';
import { CompetingOffersController, CounteroffersController } from './rival-offers.controller.js';
import { RivalOffersService } from './rival-offers.service.js';
import { TakeBack } from './take-back.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ExchangeRate, Offer, RivalOffer, OfferStep, OfferTask]),
    TypeOrmModule.forFeature([Fee, FeeFigure, FeeInstalment, FeeCredit]),
    CandidatesModule,
    CandidaciesModule,
    TasksModule,
  ],
  controllers: [
    ExchangeRatesController,
    OffersController,
    OfferSummariesController,
    CounteroffersController,
    CompetingOffersController,
    ComparisonsController,
    FeesController,
    CounterofferRiskController,
  ],
  providers: [
    ExchangeRatesService,
    ExchangeRatesQueries,
    OffersService,
    OfferSummariesService,
    RivalOffersService,
    OffersQueries,
    OfferSteps,
    TakeBack,
    OfferJob,
    OffersReactions,
    ComparisonsQueries,
    FeesService,
    FeesQueries,
    CandidacyFeeQueries,
    CounterofferRiskQueries,
    KeepFee,
    FeeJob,
    FeesReactions,
  ],
  exports: [OffersService, RivalOffersService, ExchangeRatesService, ComparisonsQueries],
})
export class OffersModule {}
