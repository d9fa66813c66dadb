import { Injectable } from '@nestjs/common';
import type { Locale } from '@domain/agencies/agency.js';
import type { Role } from '@domain/access/roles.js';
import { type Login, Logins } from '@platform/access/logins.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Events } from '@platform/events/events.js';
import { Member } from './agency.entity.js';

/** Someone who becomes a user: the login and what they are in the agency. */
export type NewUser = Login & {
  readonly role: Role;
  readonly clientId?: string | null;
  readonly locale?: Locale | null;
};

/** Makes a login and its member together. */
@Injectable()
export class AddUser {
  constructor(
    private readonly db: Db,
    private readonly logins: Logins,
    private readonly events: Events,
  ) {}

  /** Adds a user to an agency in a unit of its own; 409 where the address is a user already. */
  to(agencyId: string, user: NewUser): Promise<Member> {
    return this.logins.unit(
      () => Promise.resolve(agencyId),
      () => this.here(user),
    );
  }

  /** As `to`, inside a unit of sign-in that is open. */
  async here({ password, role, clientId, locale, ...person }: NewUser): Promise<Member> {
    const authUserId = await this.logins.add(unit().client, { ...person, password });
    const member = await this.db.insert(Member, { ...person, authUserId, role, clientId, locale });
    await this.events.record('member.joined', { about: member, data: { role } });
    return member;
  }
}
