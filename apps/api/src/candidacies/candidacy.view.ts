import type { AttemptState } from '@domain/poaching/attempt.js';
import { SearchView } from '../searches/search.view.js';
import type { StageGroup } from '@domain/agencies/pipeline.js';
import type { CandidacyRole, StageEntryKind } from '@domain/candidacies/candidacy.js';
import type { ExitParty, ExitReason } from '@domain/candidacies/exit-reasons.js';
import type { Leaver, PlacementState } from '@domain/candidacies/placement.js';

/** A candidate in a search, as a card shows it. */
export class CandidacyRow {
  id: string;
  searchId: string;
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  currentTitle: string | null;
  currentOrganizationName: string | null;
  doNotContact: boolean;
  /** How the try to win them for this search stands; null where there is none. */
  attemptState: AttemptState | null;
  lastContactAt: string | null;
  role: CandidacyRole;
  stageId: string | null;
  stageName: string | null;
  group: StageGroup | null;
  rank: string;
  ownerId: string | null;
  ownerName: string | null;
  source: string | null;
  nextAction: string | null;
  nextActionOn: string | null;
  enteredStageAt: string;
  exitedAt: string | null;
  exitParty: ExitParty | null;
  exitReason: ExitReason | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class CandidacyView extends CandidacyRow {
  searchTitle: string;
  /** The client of the search. */
  organizationId: string;
  organizationName: string;
  /** The placement that counts, where there is one. */
  placementId: string | null;
  abilities: string[];
}

export class AddedCandidacy {
  candidateId: string;
  outcome: 'added' | 'already_there' | 'not_found' | 'refused';
  candidacyId: string | null;
  /** Why it was refused: a code. Who is off-limits joins a longlist, and no stage beyond it. */
  code?: string;
}

export class AddedCandidacies {
  items: AddedCandidacy[];
}

export class MovedCandidacy {
  candidacyId: string;
  outcome: 'moved' | 'unchanged' | 'not_found' | 'refused';
  /** Why it was refused: a code. */
  code?: string;
}

export class MovedCandidacies {
  items: MovedCandidacy[];
}

export class StageEntryView {
  id: string;
  kind: StageEntryKind;
  fromStageId: string | null;
  fromStageName: string | null;
  toStageId: string | null;
  toStageName: string | null;
  fromGroup: StageGroup | null;
  toGroup: StageGroup | null;
  exitParty: ExitParty | null;
  exitReason: ExitReason | null;
  note: string | null;
  occurredAt: string;
  recordedAt: string;
  memberId: string | null;
  memberName: string | null;
  voidedAt: string | null;
  voidedByName: string | null;
}

export class CandidacyHistory {
  /** The latest first; voided rows are kept. */
  items: StageEntryView[];
}

export class BoardStage {
  id: string;
  name: string;
  group: StageGroup;
  /** All that stand in the stage; `items` has the first of them. */
  total: number;
  items: CandidacyRow[];
}

export class BoardView {
  stages: BoardStage[];
}

export class PlacementRow {
  id: string;
  candidacyId: string;
  searchId: string;
  searchTitle: string;
  candidateId: string;
  candidateName: string;
  organizationId: string;
  organizationName: string;
  state: PlacementState;
  startsOn: string;
  startedOn: string | null;
  guaranteeUntil: string | null;
  leftOn: string | null;
  leftBy: Leaver | null;
  leftReason: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class PlacementView extends PlacementRow {
  abilities: string[];
}

export class RemovedStage extends SearchView {
  /** The removal, by which the stage can be brought back. */
  removalId: string;
}

export class RestoredStage extends SearchView {
  /** How many of those whom the removal moved have gone on since, and stay where they are. */
  stayed: number;
}
