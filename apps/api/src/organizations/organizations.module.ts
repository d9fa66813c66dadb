import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { Contact } from './contact.entity.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { OrganizationLevel } from './level.entity.js';
import { LevelsController } from './levels.controller.js';
import { LevelsQueries } from './levels.queries.js';
import { LevelsService } from './levels.service.js';
import { FundingRound, Organization, OrganizationAlias, OrganizationSuccessor } from './organization.entity.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  imports: [
    AgenciesModule,
    TypeOrmModule.forFeature([
      Organization,
      OrganizationAlias,
      OrganizationSuccessor,
      FundingRound,
      OrganizationLevel,
      Contact,
    ]),
  ],
  controllers: [OrganizationsController, LevelsController, ContactsController],
  providers: [
    OrganizationsService,
    OrganizationsQueries,
    LevelsService,
    LevelsQueries,
    ContactsService,
    ContactsQueries,
  ],
  exports: [OrganizationsService, OrganizationsQueries],
})
export class OrganizationsModule {}
