import type { Actor } from '../access/policy.js';
import { may } from '../access/policy.js';
import { Refusal } from '../refusal.js';
import type { AliasKind, OrganizationFacts, OrganizationKind } from './organization.js';

/** Which kinds may stand directly below which: labs below all, universities only below universities. */
const below: Record<OrganizationKind, readonly OrganizationKind[]> = {
  company: ['company', 'lab'],
  lab: ['lab'],
  university: ['university', 'lab'],
};

/** Why an organization cannot stand below `parent`. `ancestors` are the ids above the parent, itself included. */
export function whyNotBelow(
  organization: Pick<OrganizationFacts, 'kind'> & { id?: string },
  parent: OrganizationFacts,
  ancestors: readonly string[],
): Refusal | undefined {
  const pointer = '/parentId';
  if (organization.id !== undefined && ancestors.includes(organization.id)) {
    return new Refusal('organization.parent-cycle', undefined, {
      errors: [{ pointer, message: 'stands below it already' }],
    });
  }
  if (!below[parent.kind].includes(organization.kind)) {
    const message = `a ${organization.kind} cannot stand below a ${parent.kind}`;
    return new Refusal('organization.parent-kind', undefined, { errors: [{ pointer, message }] });
  }
  return undefined;
}

/** Why an archived organization cannot be changed. */
export function whyNotChange(organization: Pick<OrganizationFacts, 'archivedAt'>): Refusal | undefined {
  return organization.archivedAt === null ? undefined : new Refusal('organization.archived');
}

/** Why `successor` cannot follow `organization`. `followers` are the ids that follow the successor, at any remove. */
export function whyNotSucceed(
  organizationId: string,
  successorId: string,
  followers: readonly string[],
): Refusal | undefined {
  return organizationId === successorId || followers.includes(organizationId)
    ? new Refusal('organization.successor-cycle')
    : undefined;
}

const companyForms =
  /[\s,.]+(inc|incorporated|llc|ltd|limited|gmbh|ag|corp|corporation|co|plc|sa|bv|pte|kg|oy|ab|srl)\.?$/;

/** The form in which names and domains are matched: case, width, accents, punctuation and legal form are passed over. */
export function aliasKey(kind: AliasKind, value: string): string {
  const folded = value.normalize('NFKC').toLowerCase().trim();
  if (kind === 'domain')
    return folded
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#].*$/, '')
      .replace(/\.$/, '');
  const plain = folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[’'`´]/g, '');
  const short = plain.replace(companyForms, '').replace(companyForms, '');
  return short.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain || folded;
}

/** What the actor may do with this organization now: for `abilities`. */
export function organizationAbilities(actor: Actor, organization: Pick<OrganizationFacts, 'archivedAt'>): string[] {
  const archived = organization.archivedAt !== null;
  return [
    ...(may(actor, 'organization.edit') && !archived ? ['edit', 'archive'] : []),
    ...(may(actor, 'organization.edit') && archived ? ['restore'] : []),
    ...(may(actor, 'contact.edit') && !archived ? ['addContact'] : []),
  ];
}
