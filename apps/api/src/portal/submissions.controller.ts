import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@domain/access/policy.js';
import { reportFileName } from '@domain/portal/report.rules.js';
import { Allows, Download, Me } from '@platform/access/allows.js';
import { attachment } from '@platform/http/attachment.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { AnswerSubmission, MakeSubmission, PreviewReport, WithdrawSubmission } from './submission.dto.js';
import { submissionList } from './submission.fields.js';
import { ReportPreview, SubmissionRow, SubmissionView, VoidedSubmission } from './submission.view.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

@Controller('api/v1')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly queries: SubmissionsQueries,
  ) {}

  /** The protection list: who was presented to which client, and until when a hire is ours. */
  @Get('submissions')
  @Allows('submission.read')
  @Answers(submissionList, SubmissionRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** The submissions of one candidacy. */
  @Get('candidacies/:id/submissions')
  @Allows('submission.read')
  @Answers(submissionList, SubmissionRow)
  ofCandidacy(@Param('id') id: string, @Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.ofCandidacy(actor, id, query);
  }

  /** Presents a person to the client: keeps the report, the permission and the consent, and moves to the first presented stage. */
  @Post('candidacies/:id/submissions')
  @Allows('submission.make')
  @Refuses(
    'reference.unknown',
    'row.changed',
    'candidacy.search-closed',
    'candidacy.role',
    'candidacy.exited',
    'candidacy.occurred-future',
    'candidacy.occurred-before',
    'candidate.archived',
    'submission.do-not-contact',
    'submission.notice-overdue',
    'submission.notice-missing',
    'submission.permission',
    'submission.consent',
    'submission.day',
    'submission.free-text',
    'submission.too-few',
    'submission.contact',
  )
  make(@Param('id') id: string, @Body() values: MakeSubmission, @Me() actor: Actor): Promise<SubmissionView> {
    return this.submissions.make(actor, id, values);
  }

  /** The same report without recording it, as text and as PDF, and everything that stands against the submission. */
  @Post('candidacies/:id/report-preview')
  @HttpCode(200)
  @Allows('submission.make')
  @Refuses('reference.unknown')
  preview(@Param('id') id: string, @Body() values: PreviewReport, @Me() actor: Actor): Promise<ReportPreview> {
    return this.submissions.preview(actor, id, values);
  }

  /** One submission. */
  @Get('submissions/:id')
  @Allows('submission.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<SubmissionView> {
    return this.queries.view(actor, id);
  }

  /** The report as the client got it, always to be saved; who took it is recorded. */
  @Get('submissions/:id/report')
  @Allows('submission.read')
  @Download()
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('file.gone', 'submission.pay')
  async report(
    @Param('id') id: string,
    @Me() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { submission, bytes } = await this.submissions.report(actor, id, reply);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      length: submission.fileBytes,
      disposition: attachment(reportFileName(submission.code)),
    });
  }

  /** The client says that they knew the person before: then the submission protects nobody. */
  @Post('submissions/:id/answer')
  @HttpCode(200)
  @Allows('submission.make')
  @Refuses(
    'submission.answered',
    'submission.answer-late',
    'submission.day',
    'submission.withdrawn',
    'submission.voided',
  )
  answer(@Param('id') id: string, @Body() values: AnswerSubmission, @Me() actor: Actor): Promise<SubmissionView> {
    return this.submissions.answer(actor, id, values);
  }

  /** Takes the answer back: the submission protects as before. */
  @Delete('submissions/:id/answer')
  @Allows('submission.make')
  @Refuses('submission.not-answered', 'submission.withdrawn', 'submission.voided')
  unanswer(@Param('id') id: string, @Me() actor: Actor): Promise<SubmissionView> {
    return this.submissions.unanswer(actor, id);
  }

  /** The person is no longer offered to this client; the protection goes on. */
  @Post('submissions/:id/withdrawal')
  @HttpCode(200)
  @Allows('submission.make')
  @Refuses('submission.withdrawn', 'submission.voided')
  withdraw(@Param('id') id: string, @Body() values: WithdrawSubmission, @Me() actor: Actor): Promise<SubmissionView> {
    return this.submissions.withdraw(actor, id, values);
  }

  /** Takes back a submission that was recorded by mistake, with the step that it made. */
  @Post('submissions/:id/voiding')
  @HttpCode(200)
  @Allows('submission.make')
  @Refuses('submission.voided')
  voidSubmission(@Param('id') id: string, @Me() actor: Actor): Promise<VoidedSubmission> {
    return this.submissions.voidSubmission(actor, id);
  }
}
