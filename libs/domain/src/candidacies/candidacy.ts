import type { ExitParty, ExitReason } from './exit-reasons.js';
import type { StageGroup } from '../agencies/pipeline.js';

/** What a person is in a search; only candidates move along its stages. */
export const candidacyRoles = ['candidate', 'source', 'reference', 'benchmark'] as const;
export type CandidacyRole = (typeof candidacyRoles)[number];

/** What a row of the stage log says. */
export const stageEntryKinds = ['added', 'moved', 'exited', 'reopened'] as const;
export type StageEntryKind = (typeof stageEntryKinds)[number];

/** The part of a candidacy that rules look at. */
export type CandidacyFacts = {
  readonly role: CandidacyRole;
  readonly stageId: string | null;
  readonly exitedAt: string | null;
};

/** The part of a row of the stage log that rules look at. Moments are ISO 8601. */
export type StageEntryFacts = {
  readonly id: string;
  readonly kind: StageEntryKind;
  readonly toStageId: string | null;
  readonly toGroup: StageGroup | null;
  readonly exitParty: ExitParty | null;
  readonly exitReason: ExitReason | null;
  readonly occurredAt: string;
  readonly memberId: string | null;
  readonly voidedAt: string | null;
};
