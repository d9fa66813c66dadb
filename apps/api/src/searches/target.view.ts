import type { OrganizationKind } from '@domain/organizations/organization.js';
import type { TargetState } from '@domain/searches/search.js';

export class TargetRow {
  id: string;
  searchId: string;
  organizationId: string;
  organizationName: string;
  organizationKind: OrganizationKind;
  state: TargetState;
  ownerId: string | null;
  ownerName: string | null;
  note: string | null;
  /** People of the search who worked there, or below it, since the search opened. */
  identified: number;
  /** Of these, who ever were contacted. */
  approached: number;
  /** Of these, who ever qualified. */
  interested: number;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class TargetView extends TargetRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
