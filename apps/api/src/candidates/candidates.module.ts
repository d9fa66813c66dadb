import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { AffiliationsController } from './affiliations.controller.js';
import { AffiliationsService } from './affiliations.service.js';
import {
  Affiliation,
  Candidate,
  CandidateChannel,
  CandidateIdentifier,
  Covenant,
  Publication,
} from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import { CandidateLists } from './candidate-lists.js';
import { CandidateSearch } from './candidate.search.js';
import { CandidatesController } from './candidates.controller.js';
import { CandidatesReactions } from './candidates.reactions.js';
import { CandidatesQueries } from './candidates.queries.js';
import { CandidatesService } from './candidates.service.js';
import { ChangeCandidates } from './change-candidates.js';
import { ChartPosition } from './chart-position.entity.js';
import { ChartsController } from './charts.controller.js';
import { ChartsQueries } from './charts.queries.js';
import { ChartsService } from './charts.service.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { CovenantsController } from './covenants.controller.js';
import { CovenantsService } from './covenants.service.js';
import { DeriveCurrent } from './derive-current.js';
import { MatchCandidates } from './match-candidates.js';
import { Package, PackageGrant, PackageOneOff } from './package.entity.js';
import { PackagesController } from './packages.controller.js';
import { PackagesService } from './packages.service.js';
import { PeopleController } from './people.controller.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsService } from './publications.service.js';

const entities = [
  Candidate,
  CandidateIdentifier,
  CandidateChannel,
  Affiliation,
  Publication,
  Covenant,
  Package,
  PackageOneOff,
  PackageGrant,
  ChartPosition,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), OrganizationsModule],
  controllers: [
    CandidatesController,
    AffiliationsController,
    ChannelsController,
    PublicationsController,
    CovenantsController,
    PackagesController,
    PeopleController,
    ChartsController,
  ],
  providers: [
    CandidatesService,
    CandidatesQueries,
    CandidateGate,
    CandidateLists,
    CandidateSearch,
    ChangeCandidates,
    MatchCandidates,
    AffiliationsService,
    ChannelsService,
    PublicationsService,
    CovenantsService,
    PackagesService,
    DeriveCurrent,
    ChartsService,
    ChartsQueries,
    CandidatesReactions,
  ],
  exports: [
    CandidatesService,
    CandidatesQueries,
    CandidateSearch,
    DeriveCurrent,
    CandidateGate,
    ChangeCandidates,
    PackagesService,
  ],
})
export class CandidatesModule {}
