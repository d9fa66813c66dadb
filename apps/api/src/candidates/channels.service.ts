import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { channelKeyOf, identifierOf } from '@domain/candidates/identity.rules.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { AddChannel, AddIdentifier, PatchChannel } from './candidate.dto.js';
import { CandidateChannel, CandidateIdentifier } from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import { CandidateSearch } from './candidate.search.js';
import type { CandidateView } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';

/** How a person is reached, and by what they are known elsewhere. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
    private readonly gate: CandidateGate,
    private readonly search: CandidateSearch,
  ) {}

  async addChannel(actor: Actor, candidateId: string, values: AddChannel): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const channel = await this.db.insert(CandidateChannel, {
      candidateId,
      ...values,
      valueKey: channelKeyOf(values.kind, values.value),
    });
    await this.search.refresh([candidateId]);
    const { id, kind } = channel;
    await this.events.record('candidate.channel-added', { about: candidate, data: { channelId: id, kind } });
    return this.queries.view(actor, candidateId);
  }

  async patchChannel(actor: Actor, candidateId: string, id: string, values: PatchChannel): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const channel = await this.db.get(CandidateChannel, id);
    if (channel.candidateId !== candidateId) throw new Refusal('resource.not-found');
    const { kind, value } = { ...channel, ...values };
    await this.db.change(channel, { ...values, valueKey: channelKeyOf(kind, value) });
    await this.search.refresh([candidateId]);
    await this.events.record('candidate.channel-changed', {
      about: candidate,
      data: { channelId: id, fields: Object.keys(values) },
    });
    return this.queries.view(actor, candidateId);
  }

  async removeChannel(actor: Actor, candidateId: string, id: string): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const channel = await this.db.find(CandidateChannel, { id, candidateId });
    if (!channel) throw new Refusal('resource.not-found');
    await this.db.remove(CandidateChannel, { id });
    await this.search.refresh([candidateId]);
    const { kind } = channel;
    await this.events.record('candidate.channel-removed', { about: candidate, data: { channelId: id, kind } });
    return this.queries.view(actor, candidateId);
  }

  async addIdentifier(actor: Actor, candidateId: string, values: AddIdentifier): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const value = identifierOf(values.kind, values.value);
    if (values.confidence !== 'unsure') await this.refuseTaken(values.kind, value, '/value');
    const { id, kind } = await this.db.insert(CandidateIdentifier, { candidateId, ...values, value });
    await this.search.refresh([candidateId]);
    await this.events.record('candidate.identifier-added', { about: candidate, data: { identifierId: id, kind } });
    return this.queries.view(actor, candidateId);
  }

  async removeIdentifier(actor: Actor, candidateId: string, id: string): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const identifier = await this.db.find(CandidateIdentifier, { id, candidateId });
    if (!identifier) throw new Refusal('resource.not-found');
    await this.db.remove(CandidateIdentifier, { id });
    await this.search.refresh([candidateId]);
    const { kind } = identifier;
    await this.events.record('candidate.identifier-removed', { about: candidate, data: { identifierId: id, kind } });
    return this.queries.view(actor, candidateId);
  }

  /** Adds the channels of a new candidate; the caller records it and refreshes the search row. */
  async insertChannels(candidateId: string, channels: readonly AddChannel[]): Promise<void> {
    const rows = channels.map((channel, index) => ({
      candidateId,
      ...channel,
      valueKey: channelKeyOf(channel.kind, channel.value, `/channels/${index}`),
    }));
    await this.db.insertAll(CandidateChannel, rows);
  }

  /** As `insertChannels`. 409 with the other's id where a sure one is someone's already. */
  async insertIdentifiers(candidateId: string, identifiers: readonly AddIdentifier[]): Promise<void> {
    const rows = identifiers.map((identifier, index) => ({
      candidateId,
      ...identifier,
      value: identifierOf(identifier.kind, identifier.value, `/identifiers/${index}`),
    }));
    for (const [index, { kind, value, confidence }] of rows.entries()) {
      if (confidence !== 'unsure') await this.refuseTaken(kind, value, `/identifiers/${index}/value`);
    }
    await this.db.insertAll(CandidateIdentifier, rows);
  }

  private async refuseTaken(kind: CandidateIdentifier['kind'], value: string, pointer: string): Promise<void> {
    const taken = await this.db.find(CandidateIdentifier, { kind, value, confidence: 'sure' });
    if (!taken) return;
    throw new Refusal('candidate.identifier-taken', undefined, {
      errors: [{ pointer, message: 'is that of another candidate' }],
      candidateId: taken.candidateId,
    });
  }
}
