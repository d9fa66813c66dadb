import { Injectable } from '@nestjs/common';
import { may, must, type Actor } from '@domain/access/policy.js';
import { shippedTemplates } from '@domain/poaching/message-template.defaults.js';
import { whyNotText } from '@domain/poaching/message-template.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import type { CreateMessageTemplate, PatchMessageTemplate } from './message-template.dto.js';
import { MessageTemplate } from './message-template.entity.js';
import { messageTemplateList } from './message-template.fields.js';
import type { MessageTemplateRow, MessageTemplateView } from './message-template.view.js';

@Injectable()
export class MessageTemplatesService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(messageTemplateList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<MessageTemplateView> {
    const template = await this.lists.detail<MessageTemplateRow>(messageTemplateList, actor, id);
    return { ...template, abilities: may(actor, 'settings.edit') ? ['edit', 'remove'] : [] };
  }

  async create(actor: Actor, values: CreateMessageTemplate): Promise<MessageTemplateView> {
    must(actor, 'settings.edit');
    refuseIf(whyNotText(values.subject, '/subject') ?? whyNotText(values.body, '/body'));
    const template = await this.db.insert(MessageTemplate, values);
    const { locale, purpose } = template;
    await this.events.record('message-template.added', { about: template, data: { locale, purpose } });
    return this.view(actor, template.id);
  }

  async patch(actor: Actor, id: string, values: PatchMessageTemplate): Promise<MessageTemplateView> {
    const template = await this.template(actor, id);
    refuseIf(whyNotText(values.subject, '/subject') ?? whyNotText(values.body, '/body'));
    await this.db.change(template, values);
    await this.events.record('message-template.changed', { about: template, data: { fields: Object.keys(values) } });
    return this.view(actor, id);
  }

  /** Removes a template; contacts that it was sent with keep their text. */
  async remove(actor: Actor, id: string): Promise<void> {
    const template = await this.template(actor, id);
    await this.db.remove(MessageTemplate, { id });
    const { locale, purpose } = template;
    await this.events.record('message-template.removed', { about: template, data: { locale, purpose } });
  }

  /** Gives an agency the texts that it begins with, where it has none of that name. */
  async ship(): Promise<void> {
    const there = new Set((await this.db.all(MessageTemplate, {})).map(nameOf));
    const fresh = shippedTemplates.filter((template) => !there.has(nameOf(template)));
    const added = await this.db.insertAll(MessageTemplate, fresh);
    await this.events.recordAll(
      'message-template.added',
      added.map((template) => ({
        about: template,
        data: { locale: template.locale, purpose: template.purpose },
      })),
    );
  }

  private async template(actor: Actor, id: string): Promise<MessageTemplate> {
    const template = await this.db.get(MessageTemplate, id);
    must(actor, 'settings.edit', template);
    return template;
  }
}

function nameOf({ locale, name }: { locale: string; name: string }): string {
  return `${locale} ${name.toLowerCase()}`;
}
