import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallListsModule } from '../call-lists/call-lists.module.js';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { OffLimitsModule } from '../off-limits/off-limits.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { AttemptWord, PoachingAttempt } from './attempt.entity.js';
import { AttemptJob } from './attempt.job.js';
import { AttemptsController, AttemptWordsController } from './attempts.controller.js';
import { AttemptsReactions } from './attempts.reactions.js';
import { AttemptsQueries } from './attempts.queries.js';
import { AttemptsService } from './attempts.service.js';
import { ContactLogController } from './contact-log.controller.js';
import { ContactLog } from './contact-log.entity.js';
import { ContactLogQueries } from './contact-log.queries.js';
import { ContactLogService } from './contact-log.service.js';
import { MessageTemplate } from './message-template.entity.js';
import { MessageTemplatesController } from './message-templates.controller.js';
import { MessageTemplatesReactions } from './message-templates.reactions.js';
import { MessageTemplatesService } from './message-templates.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ContactLog, PoachingAttempt, AttemptWord, MessageTemplate]),
    OffLimitsModule,
    TasksModule,
    CandidaciesModule,
    CallListsModule,
  ],
  controllers: [ContactLogController, AttemptsController, AttemptWordsController, MessageTemplatesController],
  providers: [
    ContactLogService,
    ContactLogQueries,
    AttemptsService,
    AttemptsQueries,
    AttemptJob,
    AttemptsReactions,
    MessageTemplatesService,
    MessageTemplatesReactions,
  ],
})
export class PoachingModule {}
