import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '@platform/config/config.js';
import type { DatabaseUrls } from '@platform/db/database-urls.js';
import { PlatformModule } from '@platform/platform.module.js';
import { AuditModule } from './audit/audit.module.js';
import { BulkModule } from './bulk/bulk.module.js';
import { CallListsModule } from './call-lists/call-lists.module.js';
import { CandidatesModule } from './candidates/candidates.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { NotesModule } from './notes/notes.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { AgenciesModule } from './agencies/agencies.module.js';
import { DemoModule } from './demo/demo.module.js';
import { OffersModule } from './offers/offers.module.js';
import { OffLimitsModule } from './off-limits/off-limits.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PoachingModule } from './poaching/poaching.module.js';
import { PortalModule } from './portal/portal.module.js';
import { CandidaciesModule } from './candidacies/candidacies.module.js';
import { SearchesModule } from './searches/searches.module.js';
import { TasksModule } from './tasks/tasks.module.js';

/** All features, in the order in which they build on each other. */
@Module({})
export class AppModule {
  static with(config: Config, urls: DatabaseUrls): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, urls),
        AgenciesModule,
        OrganizationsModule,
        CandidatesModule,
        DocumentsModule,
        OffLimitsModule,
        SearchesModule,
        CandidaciesModule,
        NotesModule,
        TasksModule,
        CallListsModule,
        PoachingModule,
        OffersModule,
        PortalModule,
        BulkModule,
        ImportsModule,
        ExportsModule,
        NoticesModule,
        AuditModule,
        DemoModule,
      ],
    };
  }
}
