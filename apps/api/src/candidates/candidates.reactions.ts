import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { CandidateSearch } from './candidate.search.js';

const naming = ['organization.changed', 'organization.alias-added', 'organization.alias-removed'] as const;

/** People are found by the names of their employers: when those change, so does what they are found by. */
@Injectable()
export class CandidatesReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly search: CandidateSearch,
  ) {}

  onModuleInit(): void {
    for (const type of naming) this.reactions.on(type, `candidates.${type}`, (event) => this.renamed(event));
  }

  private async renamed({ type, organizationId, data }: RecordedEvent): Promise<void> {
    const fields = data['fields'];
    const named =
      type !== 'organization.changed' || (Array.isArray(fields) && fields.some((name) => /name/i.test(String(name))));
    if (named && organizationId !== null) await this.search.refreshOrganization(organizationId);
  }
}
