import { Injectable } from '@nestjs/common';
import { may, must, type Actor } from '@domain/access/policy.js';
import { whyNotWords } from '@domain/portal/pay-place.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import type { CreatePayPlace, PatchPayPlace } from './pay-place.dto.js';
import { PayPlace } from './pay-place.entity.js';
import { payPlaceList } from './pay-place.fields.js';
import type { PayPlaceRow, PayPlaceView } from './pay-place.view.js';

@Injectable()
export class PayPlacesService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(payPlaceList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<PayPlaceView> {
    const place = await this.lists.detail<PayPlaceRow>(payPlaceList, actor, id);
    return { ...place, abilities: may(actor, 'settings.edit') ? ['edit', 'remove'] : [] };
  }

  async create(actor: Actor, { shipped = null, words = [], ...values }: CreatePayPlace): Promise<PayPlaceView> {
    must(actor, 'settings.edit');
    refuseIf(whyNotWords(shipped, words));
    const place = await this.db.insert(PayPlace, { ...values, shipped, words });
    const { banned } = place;
    await this.events.record('pay-place.added', { about: place, data: { banned, ...(shipped && { shipped }) } });
    return this.view(actor, place.id);
  }

  async patch(actor: Actor, id: string, values: PatchPayPlace): Promise<PayPlaceView> {
    const place = await this.place(actor, id);
    refuseIf(whyNotWords(place.shipped, values.words ?? place.words));
    await this.db.change(place, values);
    await this.events.record('pay-place.changed', { about: place, data: { fields: Object.keys(values) } });
    return this.view(actor, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const place = await this.place(actor, id);
    await this.db.remove(PayPlace, { id });
    const { shipped } = place;
    await this.events.record('pay-place.removed', { about: place, data: { ...(shipped && { shipped }) } });
  }

  private async place(actor: Actor, id: string): Promise<PayPlace> {
    const place = await this.db.get(PayPlace, id);
    must(actor, 'settings.edit', place);
    return place;
  }
}
