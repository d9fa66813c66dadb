import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import type { CreateSavedView, PatchSavedView } from './saved-view.dto.js';
import { savedViewList } from './saved-view.fields.js';
import type { SavedViewRow, SavedViewView } from './saved-view.view.js';
import { SavedView, SavedViewPin } from './setting.entity.js';

/** Views are personal: saving one is no event. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(savedViewList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<SavedViewView> {
    const view = await this.lists.detail<SavedViewRow>(savedViewList, actor, id);
    const pin = view.pinned ? 'unpin' : 'pin';
    return { ...view, abilities: view.memberId === actor.memberId ? ['edit', 'remove', pin] : [pin] };
  }

  async create(actor: Actor, values: CreateSavedView): Promise<SavedViewView> {
    must(actor, 'saved-view.use');
    const view = await this.db.insert(SavedView, { ...values, memberId: actor.memberId ?? undefined });
    return this.view(actor, view.id);
  }

  async patch(actor: Actor, id: string, values: PatchSavedView): Promise<SavedViewView> {
    await this.db.change(await this.own(actor, id), values);
    return this.view(actor, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id);
    await this.db.remove(SavedView, { id });
  }

  /** Pinning twice is pinning once. */
  async pin(actor: Actor, id: string, pinned: boolean): Promise<SavedViewView> {
    const view = await this.view(actor, id);
    const pin = { savedViewId: id, memberId: actor.memberId ?? undefined };
    if (!pinned) await this.db.remove(SavedViewPin, pin);
    else if (!view.pinned) await this.db.insert(SavedViewPin, pin);
    return this.view(actor, id);
  }

  private async own(actor: Actor, id: string): Promise<SavedView> {
    must(actor, 'saved-view.use');
    await this.view(actor, id);
    const view = await this.db.get(SavedView, id);
    if (view.memberId !== actor.memberId) throw new Refusal('saved-view.not-yours');
    return view;
  }
}
