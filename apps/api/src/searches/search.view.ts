import type { StageGroup } from '@domain/agencies/pipeline.js';
import type {
  ClosingReason,
  FeeBasis,
  FeeKind,
  GuaranteeKind,
  InstalmentTrigger,
  SearchContactRole,
  SearchState,
  SearchType,
} from '@domain/searches/search.js';
import { Money } from '@platform/http/money.view.js';

export class SearchRow {
  id: string;
  title: string;
  organizationId: string;
  organizationName: string;
  type: SearchType;
  state: SearchState;
  roleFamilyId: string | null;
  roleFamilyName: string | null;
  city: string | null;
  country: string | null;
  openings: number;
  leadId: string | null;
  leadName: string | null;
  openedOn: string;
  /** The day on which it was filled or closed. */
  closedOn: string | null;
  closingReason: ClosingReason | null;
  /** Candidates in the pipeline now. */
  candidateCount: number;
  /** Openings that a placement holds. */
  placedCount: number;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class SearchStageView {
  id: string;
  name: string;
  group: StageGroup;
  position: number;
  /** Candidates who stand there now. */
  count: number;
}

export class SearchMemberView {
  memberId: string;
  name: string;
  lead: boolean;
}

export class SearchContactView {
  contactId: string;
  name: string;
  title: string | null;
  role: SearchContactRole;
}

export class SearchHoldView {
  heldOn: string;
  resumedOn: string | null;
  reason: string | null;
}

export class TargetCounts {
  total: number;
  toMap: number;
  mapping: number;
  mapped: number;
  exhausted: number;
  offLimits: number;
}

export class FeeView {
  kind: FeeKind;
  /** Per cent of the basis. */
  rate: number | null;
  basis: FeeBasis | null;
  amount: Money | null;
  minimum: Money | null;
}

export class InstalmentView {
  trigger: InstalmentTrigger;
  /** Per cent of the fee. */
  share: number;
  dueOn: string | null;
}

export class CreditView {
  memberId: string;
  name: string;
  /** Per cent of the fee. */
  share: number;
}

export class SearchView extends SearchRow {
  brief: string | null;
  mustHaves: string | null;
  bandLow: Money | null;
  bandHigh: Money | null;
  guaranteeDays: number | null;
  guaranteeKind: GuaranteeKind | null;
  protectionMonths: number | null;
  offLimitsOrganizationId: string | null;
  offLimitsOrganizationName: string | null;
  offLimitsMonths: number | null;
  /** Months for which a placed person stays off-limits for others at least; null: 24. */
  placedOffLimitsMonths: number | null;
  stages: SearchStageView[];
  team: SearchMemberView[];
  /** The client's people in this search; absent for those who see no contacts. */
  contacts?: SearchContactView[];
  holds: SearchHoldView[];
  targets: TargetCounts;
  /** Absent for those who see no fees, as are instalments and credits. */
  fee?: FeeView | null;
  instalments?: InstalmentView[];
  credits?: CreditView[];
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class SearchStages {
  stages: SearchStageView[];
}
