import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Publication } from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import { CandidateSearch } from './candidate.search.js';
import type { CandidateView } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import type { AddPublication } from './publication.dto.js';

@Injectable()
export class PublicationsService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
    private readonly gate: CandidateGate,
    private readonly search: CandidateSearch,
  ) {}

  async add(actor: Actor, candidateId: string, values: AddPublication): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const { id } = await this.publicationOf(values);
    await this.db.write('authorship', 'authorship_add', authorshipSql, [candidateId, id, values.position ?? 1]);
    await this.search.refresh([candidateId]);
    await this.events.record('candidate.publication-added', { about: candidate, data: { publicationId: id } });
    return this.queries.view(actor, candidateId);
  }

  async remove(actor: Actor, candidateId: string, publicationId: string): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, candidateId);
    const removed = await this.db.write('authorship', 'authorship_remove', removalSql, [candidateId, publicationId]);
    if (removed.length === 0) throw new Refusal('resource.not-found');
    await this.search.refresh([candidateId]);
    await this.events.record('candidate.publication-removed', { about: candidate, data: { publicationId } });
    return this.queries.view(actor, candidateId);
  }

  /** The publication that is meant: by id, by its key where that is known, or a new one. */
  private async publicationOf({ publicationId, title, position: _, ...rest }: AddPublication): Promise<Publication> {
    if (publicationId) {
      const found = await this.db.find(Publication, { id: publicationId });
      if (found) return found;
      throw new Refusal('reference.unknown', undefined, {
        errors: [{ pointer: '/publicationId', message: 'does not exist' }],
      });
    }
    const known = rest.externalKey ? await this.db.find(Publication, { externalKey: rest.externalKey }) : undefined;
    if (known) return known;
    if (!title) {
      throw new Refusal('publication.title', undefined, {
        errors: [{ pointer: '/title', message: 'names the publication where no id does' }],
      });
    }
    return this.db.insert(Publication, { title, ...rest });
  }
}

const authorshipSql = 'insert into authorship (candidate_id, publication_id, position) values ($1, $2, $3)';
const removalSql = 'delete from authorship where candidate_id = $1 and publication_id = $2 returning publication_id';
