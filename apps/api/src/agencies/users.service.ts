import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { whyNotChangeRole, whyNotRole, whyNotSuspend } from '@domain/agencies/member.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Logins } from '@platform/access/logins.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Events } from '@platform/events/events.js';
import { Member } from './agency.entity.js';
import type { PatchUser } from './user.dto.js';
import type { UserView } from './user.view.js';
import { UsersQueries } from './users.queries.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly logins: Logins,
    private readonly queries: UsersQueries,
  ) {}

  async patch(actor: Actor, id: string, values: PatchUser): Promise<UserView> {
    const owners = await this.activeOwners();
    const member = await this.db.get(Member, id);
    must(actor, 'user.manage', member);
    const { role, clientId } = { ...member, ...values };
    refuseIf(whyNotChangeRole(actor, member, role, owners));
    refuseIf(whyNotRole(role, clientId));
    await this.db.change(member, values);
    await this.events.record('member.changed', { about: member, data: { fields: Object.keys(values) } });
    return this.queries.view(actor, id);
  }

  /** Takes effect with the commit: the guard reads the row at each request; the sessions end right after. */
  async suspend(actor: Actor, id: string, suspended: boolean): Promise<UserView> {
    const owners = await this.activeOwners();
    const member = await this.db.get(Member, id);
    must(actor, 'user.manage', member);
    refuseIf(whyNotSuspend(actor, member, suspended, owners));
    if (!suspended) await this.logins.revoke(member.authUserId);
    await this.db.change(member, { suspendedAt: suspended ? this.clock.now().toISOString() : null });
    await this.events.record(suspended ? 'member.suspended' : 'member.resumed', { about: member });
    unit().afterCommit.push(() => this.logins.revoke(member.authUserId));
    return this.queries.view(actor, id);
  }

  /** Ids of the owners who are not suspended; until this unit ends nobody else changes them. */
  private async activeOwners(): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'owners_lock',
      "select id from member where role = 'owner' and suspended_at is null order by id for update",
    );
    return rows.map(({ id }) => id);
  }
}
