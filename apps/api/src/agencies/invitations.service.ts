import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { invitationDays } from '@domain/agencies/agency.js';
import { whyNotRole } from '@domain/agencies/member.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { keyHash } from '@platform/access/credentials.js';
import { Clock } from '@platform/clock/clock.js';
import { Config } from '@platform/config/config.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Events } from '@platform/events/events.js';
import { Mail } from '@platform/mail/mail.js';
import { Agency, Invitation, Member } from './agency.entity.js';
import { invitationMail } from './mail-texts.js';
import type { InviteUser } from './user.dto.js';
import type { SentInvitationView } from './user.view.js';
import { UsersQueries } from './users.queries.js';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly events: Events,
    private readonly mail: Mail,
    private readonly queries: UsersQueries,
  ) {}

  async invite(actor: Actor, values: InviteUser): Promise<SentInvitationView> {
    must(actor, 'user.manage');
    refuseIf(whyNotRole(values.role, values.clientId));
    if (await this.db.find(Member, { email: values.email })) throw new Refusal('member.exists');
    await this.endFormer(values.email);
    const { token, tokenHash, expiresAt } = this.newLink();
    const invitation = await this.db.insert(Invitation, {
      ...values,
      tokenHash,
      expiresAt,
      invitedBy: actor.memberId ?? undefined,
    });
    const data = { role: invitation.role, invitationId: invitation.id };
    await this.events.record('member.invited', { about: invitation, data });
    return this.sent(actor, invitation, token);
  }

  /** Makes and mails a new link; the former one is void. */
  async renew(actor: Actor, id: string): Promise<SentInvitationView> {
    const invitation = await this.open(actor, id);
    const { token, tokenHash, expiresAt } = this.newLink();
    const renewed = await this.db.change(invitation, { tokenHash, expiresAt });
    await this.events.record('member.invitation-renewed', { about: invitation, data: { invitationId: id } });
    return this.sent(actor, renewed, token);
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    const invitation = await this.open(actor, id);
    await this.db.change(invitation, { revokedAt: this.clock.now().toISOString() });
    await this.events.record('member.invitation-revoked', { about: invitation, data: { invitationId: id } });
  }

  private async open(actor: Actor, id: string): Promise<Invitation> {
    const invitation = await this.db.lock(Invitation, id);
    must(actor, 'user.manage', invitation);
    if (invitation.acceptedAt !== null || invitation.revokedAt !== null) throw new Refusal('resource.not-found');
    return invitation;
  }

  /** An invitation that came to its end makes room; one that is still good refuses the next. */
  private async endFormer(email: string): Promise<void> {
    const [former] = (await this.db.all(Invitation, { email })).filter(
      ({ acceptedAt, revokedAt }) => acceptedAt === null && revokedAt === null,
    );
    if (!former) return;
    if (Date.parse(former.expiresAt) > this.clock.now().getTime()) throw new Refusal('invitation.open');
    await this.db.change(former, { revokedAt: this.clock.now().toISOString() });
  }

  private newLink(): { token: string; tokenHash: string; expiresAt: string } {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + invitationDays * 86_400_000).toISOString();
    return { token, tokenHash: keyHash(token), expiresAt };
  }

  private async sent(actor: Actor, { id, email, name }: Invitation, token: string): Promise<SentInvitationView> {
    const link = `${this.config.publicUrl}/invitation?token=${token}`;
    const agency = await this.db.get(Agency, actor.agencyId);
    const message = invitationMail(agency.locale, { name, agency: agency.name, inviter: actor.name, link });
    unit().afterCommit.push(() => this.mail.send({ to: email, ...message }));
    return { ...(await this.queries.invitation(actor, id)), link };
  }
}
