import type { Locale } from '@domain/agencies/agency.js';
import type { Role } from '@domain/access/roles.js';

export class UserRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  clientId: string | null;
  clientName: string | null;
  state: 'active' | 'suspended';
  /** When they last used Longlist, give or take a minute. */
  lastSeenAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class UserView extends UserRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class InvitationRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  clientId: string | null;
  clientName: string | null;
  invitedById: string;
  invitedByName: string;
  expiresAt: string;
  createdAt: string;
  version: number;
}

export class InvitationView extends InvitationRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class SentInvitationView extends InvitationView {
  /** The one-time link that was mailed; it is told this once. */
  link: string;
}

export class InvitationOfferView {
  agencyName: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  expiresAt: string;
}

export class JoinedView {
  agencyName: string;
  email: string;
}
