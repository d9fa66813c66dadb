import { Injectable } from '@nestjs/common';
import { may, must, type Actor } from '@domain/access/policy.js';
import type { NoteDocument } from '@domain/notes/document.js';
import { textOf, whyNotDocument } from '@domain/notes/document.rules.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { NoteTemplate } from './note.entity.js';
import type { CreateNoteTemplate, PatchNoteTemplate } from './note-template.dto.js';
import { noteTemplateList } from './note-template.fields.js';
import type { NoteTemplateRow, NoteTemplateView } from './note-template.view.js';

@Injectable()
export class NoteTemplatesService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(noteTemplateList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<NoteTemplateView> {
    const template = await this.lists.detail<NoteTemplateRow>(noteTemplateList, actor, id);
    return { ...template, abilities: may(actor, 'settings.edit') ? ['edit', 'remove'] : [] };
  }

  async create(actor: Actor, { document, ...values }: CreateNoteTemplate): Promise<NoteTemplateView> {
    must(actor, 'settings.edit');
    const template = await this.db.insert(NoteTemplate, { ...values, ...textsOf(document) });
    await this.events.record('note-template.added', { about: template, data: { locale: template.locale } });
    return this.view(actor, template.id);
  }

  async patch(actor: Actor, id: string, { document, ...values }: PatchNoteTemplate): Promise<NoteTemplateView> {
    const template = await this.template(actor, id);
    await this.db.change(template, { ...values, ...(document && textsOf(document)) });
    const fields = [...Object.keys(values), ...(document ? ['document'] : [])];
    await this.events.record('note-template.changed', { about: template, data: { fields } });
    return this.view(actor, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const template = await this.template(actor, id);
    await this.db.remove(NoteTemplate, { id });
    await this.events.record('note-template.removed', { about: template, data: { locale: template.locale } });
  }

  private async template(actor: Actor, id: string): Promise<NoteTemplate> {
    const template = await this.db.get(NoteTemplate, id);
    must(actor, 'settings.edit', template);
    return template;
  }
}

/** The document beside its plain text; refuses what no note could be. */
function textsOf(document: object): { body: string; document: NoteDocument } {
  const message = whyNotDocument(document);
  if (message) throw new Refusal('request.invalid', undefined, { errors: [{ pointer: '/document', message }] });
  return { body: textOf(document as NoteDocument), document: document as NoteDocument };
}
