import { type Actor, permissionsOf } from '@domain/access/policy.js';
import type { Role } from '@domain/access/roles.js';
import type { AffiliationFacts } from '@domain/candidates/affiliation.rules.js';
import type {
  OffLimitsCover,
  OffLimitsGround,
  OffLimitsPerson,
  OffLimitsPolicyFacts,
  OrganizationTies,
  PlacedFacts,
} from '@domain/off-limits/off-limits.js';

export const today = '2026-06-15';
export const client = 'client';
export const elsewhere = 'elsewhere';

export const acting = (role: Role): Actor => ({
  kind: 'member',
  agencyId: 'a',
  memberId: 'me',
  sessionId: null,
  name: 'Hanna',
  role,
  clientId: null,
  timeZone: 'UTC',
  permissions: permissionsOf(role, null),
});
export const person = (values: Partial<OffLimitsPerson> = {}): OffLimitsPerson => ({
  candidateId: 'ada',
  doNotContact: false,
  cameOn: null,
  contacts: [],
  affiliations: [],
  placements: [],
  presentations: [],
  overrides: [],
  ...values,
});

export const works = (organizationId: string, values: Partial<AffiliationFacts> = {}): AffiliationFacts => ({
  id: `at ${organizationId}`,
  organizationId,
  type: 'employment',
  title: null,
  startedOn: '2024-01-01',
  endedOn: null,
  seenFrom: null,
  seenUntil: null,
  confidence: 'sure',
  ...values,
});

export const placed = (values: Partial<PlacedFacts> = {}): PlacedFacts => ({
  id: 'placement',
  searchId: 'their search',
  organizationId: client,
  state: 'started',
  madeOn: '2026-01-01',
  startsOn: '2026-02-01',
  startedOn: '2026-02-01',
  leftOn: null,
  months: null,
  ...values,
});

export const policy = (values: Partial<OffLimitsPolicyFacts> = {}): OffLimitsPolicyFacts => ({
  id: 'policy',
  source: 'made',
  level: 'block',
  reason: 'client_agreement',
  organizationId: client,
  candidateId: null,
  withChildren: true,
  covers: ['staff'],
  protectsId: null,
  searchId: null,
  startsOn: '2026-01-01',
  endsOn: null,
  madeOn: '2026-01-01',
  ...values,
});

export const onPerson = (values: Partial<OffLimitsPolicyFacts> = {}): OffLimitsPolicyFacts =>
  policy({ id: 'own', organizationId: null, candidateId: 'ada', covers: [], reason: 'own_decision', ...values });

const noTies: OrganizationTies = { parents: new Map(), successions: [] };

export const ground = (policies: OffLimitsPolicyFacts[], values: Partial<OffLimitsGround> = {}): OffLimitsGround => ({
  day: today,
  search: null,
  ties: noTies,
  policies,
  ...values,
});

/** How the person is tied to the client, by the word for whom a policy covers. */
export const tied: Record<OffLimitsCover, Partial<OffLimitsPerson>> = {
  staff: { affiliations: [works(client)] },
  placed: { placements: [placed()] },
  presented: { presentations: [{ searchId: 'their search', organizationId: client, since: '2026-05-01' }] },
};

/** Only the client's own search, so that what follows from a placement or presentation by itself is out of the way. */
export const forClient = { search: { id: 'their search', organizationId: client } };
