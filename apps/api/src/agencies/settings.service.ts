import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { SettingKind } from '@domain/agencies/agency.js';
import { whyNotChoices } from '@domain/agencies/custom-field.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { CreateCustomField, CreateSetting, PatchCustomField, PatchSetting } from './setting.dto.js';
import { CustomField, Setting } from './setting.entity.js';
import type { CustomFieldView, SettingView } from './setting.view.js';
import { SettingsQueries } from './settings.queries.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: SettingsQueries,
  ) {}

  async create(actor: Actor, kind: SettingKind, values: CreateSetting): Promise<SettingView> {
    must(actor, 'settings.edit');
    const position = values.position ?? (await this.end('setting', kind));
    const setting = await this.db.insert(Setting, { ...values, kind, position });
    await this.events.record('setting.added', { about: setting, data: { kind } });
    return this.queries.setting(actor, kind, setting.id);
  }

  async patch(actor: Actor, kind: SettingKind, id: string, values: PatchSetting): Promise<SettingView> {
    const setting = await this.setting(actor, kind, id);
    refuseArchived(setting);
    await this.db.change(setting, values);
    await this.events.record('setting.changed', { about: setting, data: { kind, fields: Object.keys(values) } });
    return this.queries.setting(actor, kind, id);
  }

  /** Archived ones stay with the people who have them, and are offered no more. */
  async archive(actor: Actor, kind: SettingKind, id: string, archived: boolean): Promise<SettingView> {
    const setting = await this.setting(actor, kind, id);
    await this.db.change(setting, this.archival(setting, archived));
    await this.events.record(archived ? 'setting.archived' : 'setting.restored', { about: setting, data: { kind } });
    return this.queries.setting(actor, kind, id);
  }

  async createField(actor: Actor, values: CreateCustomField): Promise<CustomFieldView> {
    must(actor, 'settings.edit');
    refuseIf(whyNotChoices(values.kind, values.choices ?? []));
    const position = values.position ?? (await this.end('custom_field'));
    const field = await this.db.insert(CustomField, { ...values, position });
    await this.events.record('custom-field.added', { about: field, data: { kind: field.kind } });
    return this.queries.customField(actor, field.id);
  }

  async patchField(actor: Actor, id: string, values: PatchCustomField): Promise<CustomFieldView> {
    const field = await this.field(actor, id);
    refuseArchived(field);
    if (values.choices !== undefined) refuseIf(whyNotChoices(field.kind, values.choices));
    await this.db.change(field, values);
    await this.events.record('custom-field.changed', { about: field, data: { fields: Object.keys(values) } });
    return this.queries.customField(actor, id);
  }

  async archiveField(actor: Actor, id: string, archived: boolean): Promise<CustomFieldView> {
    const field = await this.field(actor, id);
    await this.db.change(field, this.archival(field, archived));
    await this.events.record(archived ? 'custom-field.archived' : 'custom-field.restored', { about: field });
    return this.queries.customField(actor, id);
  }

  private async setting(actor: Actor, kind: SettingKind, id: string): Promise<Setting> {
    const setting = await this.db.get(Setting, id);
    must(actor, 'settings.edit', setting);
    if (setting.kind !== kind) throw new Refusal('resource.not-found');
    return setting;
  }

  private async field(actor: Actor, id: string): Promise<CustomField> {
    const field = await this.db.get(CustomField, id);
    must(actor, 'settings.edit', field);
    return field;
  }

  private archival(row: { archivedAt: string | null }, archived: boolean): { archivedAt: string | null } {
    if ((row.archivedAt !== null) === archived) throw new Refusal('setting.state');
    return { archivedAt: archived ? this.clock.now().toISOString() : null };
  }

  private async end(table: 'setting' | 'custom_field', kind?: SettingKind): Promise<number> {
    const found =
      table === 'setting'
        ? await this.db.row<{ n: number }>(
            'setting_end',
            'select coalesce(max(position) + 1, 0) as n from setting where kind = $1',
            [kind],
          )
        : await this.db.row<{ n: number }>(
            'custom_field_end',
            'select coalesce(max(position) + 1, 0) as n from custom_field',
          );
    return found?.n ?? 0;
  }
}

function refuseArchived(row: { archivedAt: string | null }): void {
  if (row.archivedAt !== null) throw new Refusal('setting.archived');
}
