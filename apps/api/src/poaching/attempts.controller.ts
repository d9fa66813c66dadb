import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { PatchAttempt, PlanAttempt, ResponseRateQuestion, SayOutcome } from './attempt.dto.js';
import { attemptList } from './attempt.fields.js';
import { AttemptHistory, AttemptRow, AttemptView, ResponseRates, SaidAttempt } from './attempt.view.js';
import { AttemptsQueries } from './attempts.queries.js';
import { AttemptsService } from './attempts.service.js';

@Controller('api/v1/poaching-attempts')
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly queries: AttemptsQueries,
  ) {}

  /** Tries to win people away, the one with the latest contact first. */
  @Get()
  @Allows('poaching.read')
  @Answers(attemptList, AttemptRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Plans a try; the first contact opens one by itself where nobody planned it. */
  @Post()
  @Allows('poaching.write')
  @Refuses('reference.unknown', 'candidate.do-not-contact', 'off-limits.blocked', 'poaching-attempt.exists')
  plan(@Body() values: PlanAttempt, @Me() actor: Actor): Promise<AttemptView> {
    return this.attempts.plan(actor, values);
  }

  /** Of those whom we approached first in a period, how many answered: by channel, hook or colleague. */
  @Get('response-rate')
  @Allows('poaching.read')
  rates(@Query() question: ResponseRateQuestion): Promise<ResponseRates> {
    return this.queries.rates(question);
  }

  /** One try. */
  @Get(':id')
  @Allows('poaching.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<AttemptView> {
    return this.queries.view(actor, id);
  }

  /** Its contacts and what was said of it, also what was taken back. */
  @Get(':id/history')
  @Allows('poaching.read')
  history(@Param('id') id: string, @Me() actor: Actor): Promise<AttemptHistory> {
    return this.queries.history(actor, id);
  }

  /** Gives it to a colleague, or tells what was learnt. */
  @Patch(':id')
  @Allows('poaching.write')
  @Refuses('reference.unknown')
  patch(@Param('id') id: string, @Body() values: PatchAttempt, @Me() actor: Actor): Promise<AttemptView> {
    return this.attempts.patch(actor, id, values);
  }

  /** Says how it ended, or that it waits. */
  @Post(':id/outcome')
  @HttpCode(200)
  @Allows('poaching.write')
  @Refuses(
    'reference.unknown',
    'poaching-attempt.state',
    'poaching-attempt.search-needed',
    'poaching-attempt.occurred',
    'poaching-attempt.until',
  )
  say(@Param('id') id: string, @Body() values: SayOutcome, @Me() actor: Actor): Promise<SaidAttempt> {
    return this.attempts.say(actor, id, values);
  }
}

@Controller('api/v1/attempt-words')
export class AttemptWordsController {
  constructor(private readonly attempts: AttemptsService) {}

  /** Takes back what was said of a try. */
  @Post(':id/voiding')
  @HttpCode(200)
  @Allows('poaching.write')
  @Refuses('attempt-word.voided')
  voidWord(@Param('id') id: string, @Me() actor: Actor): Promise<AttemptView> {
    return this.attempts.voidWord(actor, id);
  }
}
