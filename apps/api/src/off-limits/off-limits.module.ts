import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlockedUniverseQueries } from './blocked-universe.queries.js';
import { OffLimitsController } from './off-limits.controller.js';
import { OffLimitsOverride, OffLimitsPolicy } from './off-limits.entity.js';
import { OffLimitsQueries } from './off-limits.queries.js';
import { OffLimitsService } from './off-limits.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([OffLimitsPolicy, OffLimitsOverride])],
  controllers: [OffLimitsController],
  providers: [OffLimitsService, OffLimitsQueries, BlockedUniverseQueries],
  exports: [OffLimitsService, OffLimitsQueries],
})
export class OffLimitsModule {}
