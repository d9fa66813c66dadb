import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddUser } from './add-user.js';
import { AgencyController } from './agency.controller.js';
import { Agency, ApiKey, Invitation, Member } from './agency.entity.js';
import { AgencyService } from './agency.service.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { FoundAgency } from './found-agency.js';
import { InvitationsService } from './invitations.service.js';
import { JoinAgency } from './join-agency.js';
import { JoiningController } from './joining.controller.js';
import { LadderController } from './ladder.controller.js';
import { LadderQueries } from './ladder.queries.js';
import { LadderService } from './ladder.service.js';
import { LastSeenInterceptor } from './last-seen.interceptor.js';
import { PasswordMails } from './password-mails.js';
import { CustomFieldsController, PipelinesController } from './pipelines.controller.js';
import { PipelinesService } from './pipelines.service.js';
import { RecentsController } from './recents.controller.js';
import { RecentsInterceptor } from './recents.interceptor.js';
import { RecentsQueries } from './recents.queries.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsService } from './saved-views.service.js';
import {
  CustomField,
  LadderStep,
  Pipeline,
  PipelineStage,
  SavedView,
  SavedViewPin,
  Setting,
} from './setting.entity.js';
import { RoleFamiliesController, SettingsController, TagsController } from './settings.controller.js';
import { SettingsQueries } from './settings.queries.js';
import { SettingsService } from './settings.service.js';
import { UsersController } from './users.controller.js';
import { UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

const agencyEntities = [Agency, Member, Invitation, ApiKey];
const settingEntities = [Setting, CustomField, Pipeline, PipelineStage, LadderStep, SavedView, SavedViewPin];

@Module({
  imports: [TypeOrmModule.forFeature([...agencyEntities, ...settingEntities])],
  controllers: [
    AgencyController,
    UsersController,
    JoiningController,
    ApiKeysController,
    SettingsController,
    TagsController,
    RoleFamiliesController,
    CustomFieldsController,
    PipelinesController,
    LadderController,
    SavedViewsController,
    RecentsController,
  ],
  providers: [
    AddUser,
    AgencyService,
    ApiKeysService,
    FoundAgency,
    InvitationsService,
    JoinAgency,
    LadderQueries,
    LadderService,
    LastSeenInterceptor,
    { provide: APP_INTERCEPTOR, useExisting: LastSeenInterceptor },
    RecentsInterceptor,
    { provide: APP_INTERCEPTOR, useExisting: RecentsInterceptor },
    RecentsQueries,
    PasswordMails,
    PipelinesService,
    SavedViewsService,
    SettingsQueries,
    SettingsService,
    UsersQueries,
    UsersService,
  ],
  exports: [AddUser, FoundAgency, LadderQueries, SettingsQueries, UsersQueries],
})
export class AgenciesModule {}
