import type { AliasKind, OrganizationKind, SuccessionKind } from '@domain/organizations/organization.js';
import { Money } from '@platform/http/money.view.js';

export class OrganizationRow {
  id: string;
  kind: OrganizationKind;
  name: string;
  nativeName: string | null;
  parentId: string | null;
  parentName: string | null;
  website: string | null;
  country: string | null;
  city: string | null;
  ownerId: string | null;
  ownerName: string | null;
  /** People who work there now, by what we know. */
  peopleCount: number;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class AliasView {
  id: string;
  kind: AliasKind;
  value: string;
}

export class SuccessionView {
  id: string;
  kind: SuccessionKind;
  happenedOn: string;
  organizationId: string;
  organizationName: string;
}

export class FundingRoundView {
  id: string;
  name: string;
  announcedOn: string;
  amount: Money | null;
  postMoney: Money | null;
  investors: string | null;
  source: string | null;
}

export class OrganizationView extends OrganizationRow {
  description: string | null;
  aliases: AliasView[];
  /** Organizations that followed this one. */
  successors: SuccessionView[];
  /** Organizations that this one followed. */
  predecessors: SuccessionView[];
  fundingRounds: FundingRoundView[];
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class OrganizationNode {
  id: string;
  parentId: string | null;
  kind: OrganizationKind;
  name: string;
  depth: number;
  peopleCount: number;
}

export class OrganizationTree {
  /** From the top organization downwards, each after the one it stands below. */
  nodes: OrganizationNode[];
}
