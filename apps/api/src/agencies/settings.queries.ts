import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import type { SettingKind } from '@domain/agencies/agency.js';
import type { ListSpec } from '@platform/lists/fields.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { customFieldList, pipelineList, roleFamilyList, settingLists, tagList } from './setting.fields.js';
import type { CustomFieldView, PipelineView, SettingsView, SettingView } from './setting.view.js';

@Injectable()
export class SettingsQueries {
  constructor(private readonly lists: Lists) {}

  page(spec: ListSpec, actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(spec, actor, query);
  }

  /** Everything that forms and filters need, without what is archived. */
  async all(actor: Actor): Promise<SettingsView> {
    const [tags, roleFamilies, customFields, pipelines] = await Promise.all([
      this.active(tagList, actor, 's.position'),
      this.active(roleFamilyList, actor, 's.position'),
      this.active(customFieldList, actor, 'f.position'),
      this.active(pipelineList, actor, 'p.is_default desc, p.name'),
    ]);
    return { tags, roleFamilies, customFields, pipelines } as SettingsView;
  }

  async setting(actor: Actor, kind: SettingKind, id: string): Promise<SettingView> {
    const setting = await this.lists.detail<SettingView>(settingLists[kind], actor, id);
    return { ...setting, abilities: abilities(actor, setting.archivedAt) };
  }

  async customField(actor: Actor, id: string): Promise<CustomFieldView> {
    const field = await this.lists.detail<CustomFieldView>(customFieldList, actor, id);
    return { ...field, abilities: abilities(actor, field.archivedAt) };
  }

  async pipeline(actor: Actor, id: string): Promise<PipelineView> {
    const pipeline = await this.lists.detail<PipelineView>(pipelineList, actor, id);
    const usual = abilities(actor, pipeline.archivedAt);
    if (pipeline.isDefault) return { ...pipeline, abilities: usual.filter((ability) => ability !== 'archive') };
    return { ...pipeline, abilities: usual.includes('edit') ? [...usual, 'makeDefault'] : usual };
  }

  private async active(spec: ListSpec, actor: Actor, order: string): Promise<unknown[]> {
    const { alias } = spec;
    const items = await this.lists.items(spec, actor, `${alias}.archived_at is null`, `${order}, ${alias}.id`, []);
    return items.map((item): unknown => JSON.parse(item));
  }
}

function abilities(actor: Actor, archivedAt: string | null): string[] {
  if (!may(actor, 'settings.edit')) return [];
  return archivedAt === null ? ['edit', 'archive'] : ['restore'];
}
