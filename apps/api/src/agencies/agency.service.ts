import { Injectable } from '@nestjs/common';
import { may, must, type Actor } from '@domain/access/policy.js';
import { whyNotTimeZone } from '@domain/agencies/agency.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Logins } from '@platform/access/logins.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { PatchAgency, PatchMe } from './agency.dto.js';
import { Agency, Member } from './agency.entity.js';
import type { AgencyView, MeView } from './agency.view.js';

@Injectable()
export class AgencyService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly logins: Logins,
  ) {}

  async me(actor: Actor): Promise<MeView> {
    return this.meOf(actor, await this.db.get(Member, actor.memberId ?? ''));
  }

  async patchMe(actor: Actor, values: PatchMe): Promise<MeView> {
    const member = await this.db.subject(Member, actor.memberId ?? '');
    must(actor, 'me.edit');
    const changed = await this.db.change(member, values);
    await this.events.record('member.changed', { about: member, data: { fields: Object.keys(values) } });
    return this.meOf(actor, changed);
  }

  async agency(actor: Actor): Promise<AgencyView> {
    return agencyView(actor, await this.db.get(Agency, actor.agencyId));
  }

  async patchAgency(actor: Actor, values: PatchAgency): Promise<AgencyView> {
    const agency = await this.db.subject(Agency, actor.agencyId);
    must(actor, 'agency.edit');
    if (values.timeZone !== undefined) refuseIf(whyNotTimeZone(values.timeZone));
    const changed = await this.db.change(agency, values);
    await this.events.record('agency.changed', { about: agency, data: { fields: Object.keys(values) } });
    return agencyView(actor, changed);
  }

  private async meOf(actor: Actor, member: Member): Promise<MeView> {
    const { id, name, slug, timeZone, currency, locale } = await this.db.get(Agency, actor.agencyId);
    return {
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      permissions: [...actor.permissions],
      locale: member.locale ?? locale,
      twoFactor: await this.logins.hasTwoFactor(member.authUserId),
      version: member.version,
      agency: { id, name, slug, timeZone, currency, locale },
    };
  }
}

function agencyView(actor: Actor, agency: Agency): AgencyView {
  const { id, name, slug, timeZone, currency, locale, protectionMonths, answerDays } = agency;
  const { createdAt, updatedAt, version } = agency;
  const abilities = may(actor, 'agency.edit') ? ['edit'] : [];
  const own = { id, name, slug, timeZone, currency, locale, protectionMonths, answerDays };
  return { ...own, createdAt, updatedAt, version, abilities };
}
