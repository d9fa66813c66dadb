import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Locale } from '@domain/agencies/agency.js';
import { slugOf, whyNotSlug, whyNotTimeZone } from '@domain/agencies/agency.rules.js';
import { defaultsOf } from '@domain/agencies/defaults.js';
import { refuseIf } from '@domain/refusal.js';
import { type Login, Logins } from '@platform/access/logins.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Events } from '@platform/events/events.js';
import { AddUser } from './add-user.js';
import type { Member } from './agency.entity.js';
import { LadderStep, Pipeline, PipelineStage, Setting } from './setting.entity.js';

/** What an agency is founded with; what is absent takes the defaults UTC, CNY and English. */
export type NewAgency = {
  readonly name: string;
  readonly slug?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly locale?: Locale;
  readonly owner: Login;
};

/** Makes an agency with its owner, default pipeline, role families and ladder: everything or nothing. */
@Injectable()
export class FoundAgency {
  constructor(
    private readonly db: Db,
    private readonly logins: Logins,
    private readonly events: Events,
    private readonly users: AddUser,
  ) {}

  /** Founds it and answers its owner. `before` runs first in the same transaction and may refuse. */
  found(agency: NewAgency, before?: (client: PoolClient) => Promise<void>): Promise<Member> {
    if (agency.timeZone !== undefined) refuseIf(whyNotTimeZone(agency.timeZone));
    if (agency.slug !== undefined) refuseIf(whyNotSlug(agency.slug));
    return this.logins.unit(
      async (client) => {
        await before?.(client);
        return insertAgency(client, agency);
      },
      async () => {
        const owner = await this.users.here({ ...agency.owner, role: 'owner' });
        await this.addDefaults(agency.locale ?? 'en');
        await this.events.record('agency.founded', { about: { id: unit().actor.agencyId } });
        return owner;
      },
    );
  }

  private async addDefaults(locale: Locale): Promise<void> {
    const { pipeline, roleFamilies, ladder } = defaultsOf(locale);
    const { id } = await this.db.insert(Pipeline, { name: pipeline.name, isDefault: true });
    await this.db.insertAll(
      PipelineStage,
      pipeline.stages.map(({ name, group }, position) => ({ pipelineId: id, name, stageGroup: group, position })),
    );
    await this.db.insertAll(
      Setting,
      roleFamilies.map((family, position) => ({ kind: 'role_family' as const, ...family, position })),
    );
    await this.db.insertAll(
      LadderStep,
      ladder.map((name, position) => ({ name, position })),
    );
  }
}

/** The given slug, or the first free one made of the name. */
async function insertAgency(client: PoolClient, agency: NewAgency): Promise<string> {
  const wanted = agency.slug ?? slugOf(agency.name);
  const { rows } = await client.query<{ id: string }>(
    `with taken as (select slug from agency where slug = $2 or slug like $2 || '-%'),
      free as (select $2 as slug, 0 as n where $3 union all select $2 || '-' || n, n from generate_series(2, 9999) as n where not $3
        union all select $2, 1 where not $3)
    insert into agency (name, slug, time_zone, currency, locale)
      select $1, (select slug from free where $3 or slug not in (select slug from taken) order by n limit 1),
        coalesce($4, 'UTC'), coalesce($5, 'CNY'), coalesce($6, 'en')
    returning id`,
    [agency.name, wanted, agency.slug !== undefined, agency.timeZone, agency.currency, agency.locale],
  );
  return rows[0]?.id ?? '';
}
