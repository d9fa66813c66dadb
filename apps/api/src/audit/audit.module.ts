import { Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { EventsQueries } from './events.queries.js';
import { StreamController } from './stream.controller.js';
import { TimelineQueries } from './timeline.queries.js';
import { TimelinesController } from './timelines.controller.js';

@Module({
  controllers: [EventsController, TimelinesController, StreamController],
  providers: [EventsQueries, TimelineQueries],
})
export class AuditModule {}
