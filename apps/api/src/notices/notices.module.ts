import { Module } from '@nestjs/common';
import { DigestJob } from './digest.job.js';
import { NoticeChoicesController } from './notice-choices.controller.js';
import { NoticeChoicesService } from './notice-choices.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesQueries } from './notices.queries.js';
import { NoticesReactions } from './notices.reactions.js';
import { NoticesService } from './notices.service.js';

@Module({
  controllers: [NoticeChoicesController, NoticesController],
  providers: [NoticesService, NoticeChoicesService, NoticesQueries, NoticesReactions, DigestJob],
})
export class NoticesModule {}
