import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Refuses } from '@platform/http/openapi.js';
import { AddChannel, AddIdentifier, PatchChannel } from './candidate.dto.js';
import { CandidateView } from './candidate.view.js';
import { ChannelsService } from './channels.service.js';

@Controller('api/v1/candidates')
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  /** Adds a way to reach the person. */
  @Post(':id/channels')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'candidate.channel-value', 'rule.duplicate', 'reference.unknown')
  addChannel(@Param('id') id: string, @Body() values: AddChannel, @Me() actor: Actor): Promise<CandidateView> {
    return this.channels.addChannel(actor, id, values);
  }

  /** Changes a channel at its own version: its state, holder or whether it may be used. */
  @Patch(':candidateId/channels/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'candidate.channel-value', 'rule.duplicate', 'reference.unknown')
  patchChannel(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Body() values: PatchChannel,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.channels.patchChannel(actor, candidateId, id, values);
  }

  /** Takes a channel away. */
  @Delete(':candidateId/channels/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived')
  removeChannel(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.channels.removeChannel(actor, candidateId, id);
  }

  /** Adds a profile by which the person is known elsewhere. */
  @Post(':id/identifiers')
  @Allows('candidate.edit')
  @Refuses('candidate.archived', 'candidate.identifier-taken', 'candidate.identifier-value', 'rule.duplicate')
  addIdentifier(@Param('id') id: string, @Body() values: AddIdentifier, @Me() actor: Actor): Promise<CandidateView> {
    return this.channels.addIdentifier(actor, id, values);
  }

  /** Takes an identifier away. */
  @Delete(':candidateId/identifiers/:id')
  @Allows('candidate.edit')
  @Refuses('candidate.archived')
  removeIdentifier(
    @Param('candidateId') candidateId: string,
    @Param('id') id: string,
    @Me() actor: Actor,
  ): Promise<CandidateView> {
    return this.channels.removeIdentifier(actor, candidateId, id);
  }
}
