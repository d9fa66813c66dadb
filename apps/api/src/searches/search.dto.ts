import { OmitType, PartialType } from '@nestjs/swagger';
import {
  closingReasons,
  feeBases,
  feeKinds,
  guaranteeKinds,
  instalmentTriggers,
  searchContactRoles,
  searchTypes,
} from '@domain/searches/search.js';
import type {
  ClosingReason,
  FeeBasis,
  FeeKind,
  GuaranteeKind,
  InstalmentTrigger,
  SearchContactRole,
  SearchType,
} from '@domain/searches/search.js';
import { Amount, Currency, Day, Decimal, Id, Nested, NestedList, OneOf, Text, Whole } from '@platform/http/fields.js';

const given = { optional: true, nullable: true } as const;

export class OpenSearch {
  /** The client. */
  @Id('organization') organizationId: string;
  @Text(200, { example: 'Head of post-training' }) title: string;
  @OneOf(searchTypes) type: SearchType;
  @Id('setting', { ...given, example: null }) roleFamilyId?: string | null;
  @Text(100, { ...given, example: 'Hangzhou' }) city?: string | null;
  @Text(100, { ...given, example: 'China' }) country?: string | null;
  @Whole(1, 1000, { optional: true }) openings?: number;
  @Text(20_000, given) brief?: string | null;
  @Text(10_000, given) mustHaves?: string | null;
  /** A year's pay from here … */
  @Amount({ ...given, example: '900000' }) bandLow?: string | null;
  /** … up to here. */
  @Amount({ ...given, example: '1500000' }) bandHigh?: string | null;
  @Currency(given) bandCurrency?: string | null;
  /** Days from the start in which we replace or refund. */
  @Whole(0, 1000, { ...given, example: 90 }) guaranteeDays?: number | null;
  @OneOf(guaranteeKinds, given) guaranteeKind?: GuaranteeKind | null;
  /** Months in which a person we presented counts as ours. */
  @Whole(0, 120, { ...given, example: 12 }) protectionMonths?: number | null;
  /** The part of the client whose people we leave alone. */
  @Id('organization', { ...given, example: null }) offLimitsOrganizationId?: string | null;
  @Whole(0, 120, { ...given, example: 12 }) offLimitsMonths?: number | null;
  /** Months from the first day for which a placed person stays off-limits for others at least; 24 when absent. */
  @Whole(0, 120, { ...given, example: 24 }) placedOffLimitsMonths?: number | null;
  /** The colleague who leads; the one who opens the search when absent. */
  @Id('member', { ...given, example: null }) leadId?: string | null;
  /** Today when absent. */
  @Day({ optional: true }) openedOn?: string;
  /** Whose stages are copied; those of the default pipeline when absent. */
  @Id('pipeline', { ...given, example: null }) pipelineId?: string | null;
}

export class PatchSearch extends PartialType(OmitType(OpenSearch, ['pipelineId']), { skipNullProperties: false }) {}

export class HoldSearch {
  @Text(500, { ...given, example: 'The client reorganizes' }) reason?: string | null;
  /** Today when absent. */
  @Day({ optional: true, example: undefined }) heldOn?: string;
}

export class ResumeSearch {
  /** Today when absent. */
  @Day({ optional: true, example: undefined }) resumedOn?: string;
}

export class CloseSearch {
  @OneOf(closingReasons) reason: ClosingReason;
  /** Today when absent. */
  @Day({ optional: true, example: undefined }) closedOn?: string;
}

export class FeeDto {
  @OneOf(feeKinds) kind: FeeKind;
  /** Per cent of the basis. */
  @Decimal(0, 100, 3, { ...given, example: 30 }) rate?: number | null;
  @OneOf(feeBases, given) basis?: FeeBasis | null;
  /** The sum of a fixed fee. */
  @Amount({ ...given, example: null }) amount?: string | null;
  /** The least that a rate comes to. */
  @Amount({ ...given, example: null }) minimum?: string | null;
  @Currency(given) currency?: string | null;
}

export class InstalmentDto {
  @OneOf(instalmentTriggers) trigger: InstalmentTrigger;
  /** Per cent of the fee. */
  @Decimal(0.001, 100, 3, { example: 100 }) share: number;
  @Day({ ...given, example: null }) dueOn?: string | null;
}

export class CreditDto {
  @Id('member') memberId: string;
  /** Per cent of the fee. */
  @Decimal(0.001, 100, 3, { example: 100 }) share: number;
}

/** All that is agreed about the fee: it replaces what was there. */
export class PutTerms {
  @Nested(() => FeeDto, { nullable: true }) fee: FeeDto | null;
  @NestedList(() => InstalmentDto, 20) instalments: InstalmentDto[];
  @NestedList(() => CreditDto, 50) credits: CreditDto[];
}

export class JoinTeam {
  @Id('member') memberId: string;
}

export class AddSearchContact {
  @Id('contact') contactId: string;
  @OneOf(searchContactRoles) role: SearchContactRole;
}
