import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { SearchPartsController } from './search-parts.controller.js';
import { SearchPartsService } from './search-parts.service.js';
import {
  Search,
  SearchContact,
  SearchCredit,
  SearchHold,
  SearchInstalment,
  SearchMember,
  Stage,
  Target,
} from './search.entity.js';
import { SearchesController } from './searches.controller.js';
import { SearchesQueries } from './searches.queries.js';
import { SearchesService } from './searches.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Search,
      SearchHold,
      SearchInstalment,
      SearchCredit,
      SearchMember,
      SearchContact,
      Stage,
      Target,
    ]),
    AgenciesModule,
  ],
  controllers: [SearchesController, SearchPartsController],
  providers: [SearchesService, SearchPartsService, SearchesQueries],
  exports: [SearchesService, SearchesQueries, SearchPartsService],
})
export class SearchesModule {}
