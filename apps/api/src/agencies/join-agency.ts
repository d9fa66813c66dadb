import { Injectable } from '@nestjs/common';
import type { Role } from '@domain/access/roles.js';
import { Refusal } from '@domain/refusal.js';
import { keyHash } from '@platform/access/credentials.js';
import { Logins } from '@platform/access/logins.js';
import { Clock } from '@platform/clock/clock.js';
import { AuthPool } from '@platform/db/auth-pool.js';
import { AddUser } from './add-user.js';
import { FoundAgency } from './found-agency.js';
import type { AcceptInvitation } from './user.dto.js';
import type { InvitationOfferView, JoinedView } from './user.view.js';
import type { Welcome } from './welcome.dto.js';

type Invited = { agency_id: string; agency_name: string; email: string; role: Role; client_id: string | null };

/** What one-time links open: an invitation, or the first start. Each token works once. */
@Injectable()
export class JoinAgency {
  constructor(
    private readonly auth: AuthPool,
    private readonly clock: Clock,
    private readonly logins: Logins,
    private readonly users: AddUser,
    private readonly founding: FoundAgency,
  ) {}

  /** What an invitation offers. 409 where the link is used, taken back or past its end. */
  async offer(token: unknown): Promise<InvitationOfferView> {
    const { rows } = await this.auth.pool.query<Omit<InvitationOfferView, 'expiresAt'> & { expiresAt: Date }>({
      name: 'invitation_offer',
      text: `select a.name as "agencyName", i.name, i.email, i.role, a.locale, i.expires_at as "expiresAt"
        from invitation i join agency a on a.id = i.agency_id
        where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2`,
      values: [keyHash(typeof token === 'string' ? token : ''), this.clock.now().toISOString()],
    });
    if (!rows[0]) throw new Refusal('invitation.invalid');
    return { ...rows[0], expiresAt: rows[0].expiresAt.toISOString() };
  }

  /** Makes the invited one a user. Of two who try at once one does. */
  async accept({ token, name, password }: AcceptInvitation): Promise<JoinedView> {
    let invited: Invited | undefined;
    const member = await this.logins.unit(
      async (client) => {
        const { rows } = await client.query<Invited>({
          name: 'invitation_accept',
          text: `update invitation i set accepted_at = $2, updated_at = now(), version = i.version + 1
            from agency a where a.id = i.agency_id and i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2
            returning i.agency_id, a.name as agency_name, i.email, i.role, i.client_id`,
          values: [keyHash(token), this.clock.now().toISOString()],
        });
        invited = rows[0];
        if (!invited) throw new Refusal('invitation.invalid');
        return invited.agency_id;
      },
      () => {
        if (!invited) throw new Refusal('invitation.invalid');
        const { email, role, client_id: clientId } = invited;
        return this.users.here({ name, email, password, role, clientId });
      },
    );
    return { agencyName: invited?.agency_name ?? '', email: member.email };
  }

  /** Founds the first agency by the link of the first start. */
  async welcome(values: Welcome): Promise<JoinedView> {
    const { token, agencyName, slug, name, email, password, timeZone, currency, locale } = values;
    const owner = { name, email, password };
    await this.founding.found({ name: agencyName, slug, timeZone, currency, locale, owner }, async (client) => {
      const { rowCount } = await client.query({
        name: 'welcome_use',
        text: 'update auth.welcome set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2',
        values: [keyHash(token), this.clock.now().toISOString()],
      });
      if (rowCount === 0) throw new Refusal('welcome.invalid');
    });
    return { agencyName, email };
  }
}
