import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Contact } from './contact.entity.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { FundingRound, Organization, OrganizationAlias, OrganizationSuccessor } from './organization.entity.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Organization, OrganizationAlias, OrganizationSuccessor, FundingRound, Contact])],
  controllers: [OrganizationsController, ContactsController],
  providers: [OrganizationsService, OrganizationsQueries, ContactsService, ContactsQueries],
  exports: [OrganizationsService, OrganizationsQueries],
})
export class OrganizationsModule {}
