import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { noticeList } from './notice.fields.js';
import type { NoticeRow } from './notice.view.js';

@Injectable()
export class NoticesQueries {
  constructor(private readonly lists: Lists) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(noticeList, actor, query);
  }

  view(actor: Actor, id: string): Promise<NoticeRow> {
    return this.lists.detail<NoticeRow>(noticeList, actor, id);
  }
}
