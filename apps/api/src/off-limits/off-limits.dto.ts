import { OmitType, PartialType } from '@nestjs/swagger';
import {
  offLimitsActions,
  offLimitsCovers,
  offLimitsLevels,
  offLimitsReasons,
  type OffLimitsAction,
  type OffLimitsCover,
  type OffLimitsLevel,
  type OffLimitsReason,
} from '@domain/off-limits/off-limits.js';
import { AnyOf, Day, Flag, Id, Ids, OneOf, Text } from '@platform/http/fields.js';

const given = { optional: true, nullable: true } as const;

export class AddOffLimitsPolicy {
  /** The organization that it is on; exactly one of this and `candidateId`. */
  @Id('organization', given) organizationId?: string | null;
  /** The person whom it is on, wherever they go. */
  @Id('candidate', { ...given, example: null }) candidateId?: string | null;
  @OneOf(offLimitsLevels, { example: 'block' }) level: OffLimitsLevel;
  /** Whether it reaches the organizations below; true when absent. */
  @Flag({ optional: true }) withChildren?: boolean;
  /** Whom of the organization it covers; those who work there when absent. */
  @AnyOf(offLimitsCovers, { optional: true }) covers?: OffLimitsCover[];
  @OneOf(offLimitsReasons) reason: OffLimitsReason;
  /** The client whose searches it never stops: for a client agreement or placement the organization itself when absent. */
  @Id('organization', { ...given, example: null }) protectsId?: string | null;
  /** Its first day; today when absent. */
  @Day({ optional: true, example: '2026-01-15' }) startsOn?: string;
  /** Its last day. */
  @Day({ ...given, example: null }) endsOn?: string | null;
  @Text(2000, { ...given, example: 'As agreed with the founder' }) note?: string | null;
}

class OffLimitsPolicyValues extends OmitType(AddOffLimitsPolicy, ['organizationId', 'candidateId']) {}

export class PatchOffLimitsPolicy extends PartialType(OffLimitsPolicyValues, { skipNullProperties: false }) {}

export class CheckOffLimits {
  @Ids('candidate', 1000) candidateIds: string[];
  /** The search that it is about: a policy never stops the client it protects. */
  @Id('search', { ...given, example: null }) searchId?: string | null;
  /** What is about to be done; without it nothing is refused, only told. */
  @OneOf(offLimitsActions, { optional: true }) action?: OffLimitsAction;
}

export class AddOffLimitsOverride {
  @Id('candidate') candidateId: string;
  /** The search in which the block is set aside; everywhere when absent. */
  @Id('search', { ...given, example: null }) searchId?: string | null;
  @Text(2000, { example: 'The client released him in writing on 3 March' }) reason: string;
}
