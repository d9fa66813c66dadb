import type {
  OffLimitsCover,
  OffLimitsLevel,
  OffLimitsReason,
  OffLimitsRelief,
  OffLimitsSource,
  OffLimitsStanding,
} from '@domain/off-limits/off-limits.js';

export class OffLimitsPolicyRow {
  /** That of the search or placement where it follows from one. */
  id: string;
  /** `made` by hand; else it follows from a search's `agreement` or from a `placement` and changes there. */
  source: OffLimitsSource;
  organizationId: string | null;
  organizationName: string | null;
  candidateId: string | null;
  candidateName: string | null;
  level: OffLimitsLevel;
  withChildren: boolean;
  covers: OffLimitsCover[];
  reason: OffLimitsReason;
  /** The client whose searches it never stops. */
  protectsId: string | null;
  protectsName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  startsOn: string;
  /** Its last day; null while none is known. */
  endsOn: string | null;
  /** It holds beyond its last day as long as the person works there. */
  whileThere: boolean;
  state: 'ahead' | 'active' | 'ended';
  note: string | null;
  createdById: string | null;
  createdByName: string | null;
  endedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class OffLimitsPolicyView extends OffLimitsPolicyRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class OffLimitsWhyView {
  policyId: string;
  source: OffLimitsSource;
  reason: OffLimitsReason;
  /** As the policy has it; with a relief a block only warns. */
  level: OffLimitsLevel;
  /** Through what it holds; null for a policy on the person. */
  cover: OffLimitsCover | null;
  organizationId: string | null;
  organizationName: string | null;
  /** Where the person stands that the policy reaches: it, or something below it. */
  throughId: string | null;
  throughName: string | null;
  searchId: string | null;
  searchTitle: string | null;
  /** Its last day; null while none is known. */
  until: string | null;
  /** It holds beyond that day as long as the person works there. */
  whileThere: boolean;
  /** What makes this block a warning: they came to us first, or it is overridden. */
  relief: OffLimitsRelief | null;
}

export class OffLimitsVerdictView {
  candidateId: string;
  level: OffLimitsStanding;
  /** The person's own wish, apart from any policy. */
  doNotContact: boolean;
  /** Whether the action asked about would be refused. */
  refused: boolean;
  /** What decides comes first. */
  why: OffLimitsWhyView[];
}

export class OffLimitsVerdicts {
  /** In the order asked; without those whom the agency does not have. */
  items: OffLimitsVerdictView[];
}

export class OffLimitsOverrideRow {
  id: string;
  candidateId: string;
  candidateName: string;
  searchId: string | null;
  searchTitle: string | null;
  reason: string;
  memberId: string;
  memberName: string;
  givenOn: string;
  endedAt: string | null;
  createdAt: string;
}

export class OffLimitsOverrideView extends OffLimitsOverrideRow {
  abilities: string[];
}

export class BlockedPerson {
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  currentTitle: string | null;
  currentOrganizationName: string | null;
  level: OffLimitsLevel;
  why: OffLimitsWhyView[];
}

export class BlockedUniverse {
  /** People who work in the targets of the search or below them now. */
  total: number;
  /** Of these, who are blocked for this search. */
  blocked: number;
  /** Of these, who are only warned of. */
  warned: number;
  /** The blocked first, by name. */
  items: BlockedPerson[];
  nextCursor: string | null;
}
