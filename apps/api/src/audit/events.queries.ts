import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { eventList } from './event.fields.js';

@Injectable()
export class EventsQueries {
  constructor(private readonly lists: Lists) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(eventList, actor, query);
  }
}
