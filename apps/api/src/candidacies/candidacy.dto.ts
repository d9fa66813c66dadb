import { PartialType } from '@nestjs/swagger';
import { candidacyRoles, type CandidacyRole } from '@domain/candidacies/candidacy.js';
import { exitParties, type ExitParty, type ExitReason, exitReasons } from '@domain/candidacies/exit-reasons.js';
import { leavers, placementOutcomes, type Leaver, type PlacementOutcome } from '@domain/candidacies/placement.js';
import { Day, Id, Ids, Moment, OneOf, Text } from '@platform/http/fields.js';

const given = { optional: true, nullable: true } as const;

export class AddCandidacies {
  @Ids('candidate', 1000) candidateIds: string[];
  @OneOf(candidacyRoles, { optional: true }) role?: CandidacyRole;
  /** The first stage when absent. */
  @Id('stage', { ...given, example: null }) stageId?: string | null;
  @Text(300, { ...given, example: 'Conference list' }) source?: string | null;
}

class CandidacyValues {
  @Id('member', { nullable: true, example: null }) ownerId: string | null;
  @Text(300, { nullable: true, example: 'Call on Monday' }) nextAction: string | null;
  @Day({ nullable: true }) nextActionOn: string | null;
  @Text(300, { nullable: true }) source: string | null;
}

export class PatchCandidacy extends PartialType(CandidacyValues, { skipNullProperties: false }) {}

export class MoveCandidacy {
  @Id('stage') stageId: string;
  /** Stands right above this one; at the end of the stage when both are absent. */
  @Id('candidacy', { ...given, example: null }) beforeId?: string | null;
  /** Stands right below this one. */
  @Id('candidacy', { ...given, example: null }) afterId?: string | null;
  /** When it happened; now when absent. */
  @Moment({ optional: true, example: undefined }) occurredAt?: string;
  @Text(2000, given) note?: string | null;
}

export class MoveCandidacies {
  @Ids('candidacy', 1000) candidacyIds: string[];
  @Id('stage') stageId: string;
}

export class EmptyStage {
  /** Where those who stand in the stage go on. */
  @Id('stage') toStageId: string;
  /** Why; it stands in the history of each of them. */
  @Text(2000, given) note?: string | null;
}

export class ExitCandidacy {
  @OneOf(exitParties, { example: 'candidate' }) party: ExitParty;
  @OneOf(exitReasons, { example: 'counteroffer_accepted' }) reason: ExitReason;
  @Text(2000, given) note?: string | null;
  @Moment({ optional: true, example: undefined }) occurredAt?: string;
}

export class ReopenCandidacy {
  @Id('stage') stageId: string;
  @Text(2000, given) note?: string | null;
}

export class MakePlacement {
  @Day({ example: '2027-03-01' }) startsOn: string;
}

export class StartPlacement {
  /** Today when absent. */
  @Day({ optional: true, example: undefined }) startedOn?: string;
}

export class FallOff {
  @OneOf(leavers) leftBy: Leaver;
  @Text(500, { ...given, example: 'Family moved' }) reason?: string | null;
  @Day({ optional: true, example: undefined }) leftOn?: string;
}

export class SettlePlacement {
  @OneOf(placementOutcomes) outcome: PlacementOutcome;
}
