import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { searchAbilities } from '@domain/searches/search.rules.js';
import { may } from '@domain/access/policy.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Search } from './search.entity.js';
import { searchList } from './search.fields.js';
import type { SearchStages, SearchView } from './search.view.js';
import { targetList } from './target.fields.js';
import type { TargetView } from './target.view.js';

@Injectable()
export class SearchesQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(searchList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<SearchView> {
    const search = await this.lists.detail<SearchView>(searchList, actor, id);
    return { ...search, abilities: searchAbilities(actor, search) };
  }

  async stages(actor: Actor, id: string): Promise<SearchStages> {
    const { stages } = await this.lists.detail<SearchView>(searchList, actor, id);
    return { stages };
  }

  async targets(actor: Actor, searchId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Search, searchId);
    return this.lists.page(targetList, actor, { ...query, searchId });
  }

  async target(actor: Actor, id: string): Promise<TargetView> {
    const target = await this.lists.detail<TargetView>(targetList, actor, id);
    return { ...target, abilities: may(actor, 'target.edit') ? ['edit', 'remove'] : [] };
  }
}
