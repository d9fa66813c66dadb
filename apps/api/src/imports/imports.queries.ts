import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { importAbilities } from '@domain/imports/import.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Import } from './import.entity.js';
import { importList, importRowList } from './import.fields.js';
import type { ImportView } from './import.view.js';

@Injectable()
export class ImportsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(importList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<ImportView> {
    const found = await this.lists.detail<ImportView>(importList, actor, id);
    return { ...found, abilities: importAbilities(actor, found.state, found.format) };
  }

  async rows(actor: Actor, id: string, query: RawQuery): Promise<Page> {
    await this.db.get(Import, id);
    return this.lists.page(importRowList, actor, { ...query, importId: id });
  }
}
