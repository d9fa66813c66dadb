import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Download, Me } from '@platform/access/allows.js';
import { attachment } from '@platform/http/attachment.js';
import { Refuses } from '@platform/http/openapi.js';
import { SummaryQuestion } from './offer.dto.js';
import { OfferSummariesService } from './offer-summaries.service.js';

@Controller('api/v1/offers')
export class OfferSummariesController {
  constructor(private readonly summaries: OfferSummariesService) {}

  /** What is offered, by its parts, for the person to read: marked as no offer, always to be saved; that it went out is recorded. */
  @Get(':id/summary')
  @Allows('offer.read')
  @Download()
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('offer.not-told', 'offer.over', 'offer.started')
  async get(
    @Param('id') id: string,
    @Query() question: SummaryQuestion,
    @Me() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, pdf } = await this.summaries.make(actor, id, question, reply);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(pdf, { type: 'application/pdf', length: pdf.length, disposition: attachment(name) });
  }
}
