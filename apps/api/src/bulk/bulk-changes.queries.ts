import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { bulkAbilities } from '@domain/bulk/bulk-change.rules.js';
import { Lists, type Statement } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { candidateList } from '../candidates/candidate.fields.js';
import { bulkChangeList } from './bulk-change.fields.js';
import type { BulkChangeView } from './bulk-change.view.js';

@Injectable()
export class BulkChangesQueries {
  constructor(private readonly lists: Lists) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(bulkChangeList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<BulkChangeView> {
    const found = await this.lists.detail<BulkChangeView>(bulkChangeList, actor, id);
    return { ...found, abilities: bulkAbilities(actor, found.state, found.action, found.counts.done) };
  }

  /** The statement of all whom the parameters find: their ids with their place. 400 for what the list does not know. */
  whom(actor: Actor, matching: object): Statement {
    return this.lists.every(candidateList, actor, '/matching', matching, 'c.id');
  }
}
