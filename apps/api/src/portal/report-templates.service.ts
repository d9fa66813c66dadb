import { Injectable } from '@nestjs/common';
import { may, must, type Actor } from '@domain/access/policy.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import type { CreateReportTemplate, PatchReportTemplate } from './report-template.dto.js';
import { ReportTemplate } from './report-template.entity.js';
import { reportTemplateList } from './report-template.fields.js';
import type { ReportTemplateRow, ReportTemplateView } from './report-template.view.js';

@Injectable()
export class ReportTemplatesService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(reportTemplateList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<ReportTemplateView> {
    const template = await this.lists.detail<ReportTemplateRow>(reportTemplateList, actor, id);
    return { ...template, abilities: may(actor, 'settings.edit') ? ['edit', 'remove'] : [] };
  }

  async create(actor: Actor, values: CreateReportTemplate): Promise<ReportTemplateView> {
    must(actor, 'settings.edit');
    const template = await this.db.insert(ReportTemplate, values);
    await this.events.record('report-template.added', { about: template, data: { locale: template.locale } });
    return this.view(actor, template.id);
  }

  async patch(actor: Actor, id: string, values: PatchReportTemplate): Promise<ReportTemplateView> {
    const template = await this.template(actor, id);
    await this.db.change(template, values);
    await this.events.record('report-template.changed', { about: template, data: { fields: Object.keys(values) } });
    return this.view(actor, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const template = await this.template(actor, id);
    await this.db.remove(ReportTemplate, { id });
    await this.events.record('report-template.removed', { about: template, data: { locale: template.locale } });
  }

  private async template(actor: Actor, id: string): Promise<ReportTemplate> {
    const template = await this.db.get(ReportTemplate, id);
    must(actor, 'settings.edit', template);
    return template;
  }
}
