/** What an organization is; labs hang under a company or university. */
export const organizationKinds = ['company', 'lab', 'university'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** How one organization follows another: never a poaching. */
export const successionKinds = ['renamed', 'merged', 'acquired'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** By what an organization is recognized beside its name. */
export const aliasKinds = ['name', 'domain'] as const;
export type AliasKind = (typeof aliasKinds)[number];

/** The part of an organization that rules look at. */
export type OrganizationFacts = {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly parentId: string | null;
  readonly archivedAt: string | null;
};
