import { Refusal } from '../refusal.js';
import type { StageEntryFacts } from './candidacy.js';
import type { ExitParty, ExitReason } from './exit-reasons.js';

/** Where a candidacy stands by its stage log. */
export type Standing = {
  readonly stageId: string | null;
  readonly enteredStageAt: string;
  readonly exitedAt: string | null;
  readonly exitParty: ExitParty | null;
  readonly exitReason: ExitReason | null;
};

/** The rows that count, in the order in which they were written. */
export function counting<Entry extends Pick<StageEntryFacts, 'id' | 'voidedAt'>>(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ voidedAt }) => voidedAt === null).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Where a candidacy stands after these rows of its log; voided rows count for nothing. Undefined without any row that counts. */
export function standingOf(entries: readonly StageEntryFacts[]): Standing | undefined {
  return counting(entries).reduce<Standing | undefined>(
    (standing, { kind, toStageId, occurredAt, exitParty, exitReason }) =>
      kind === 'exited' && standing
        ? { ...standing, exitedAt: occurredAt, exitParty, exitReason }
        : { stageId: toStageId, enteredStageAt: occurredAt, exitedAt: null, exitParty: null, exitReason: null },
    undefined,
  );
}

/** Why a row of the log cannot be voided: only the latest that counts can, and never the one that put the person there. */
export function whyNotVoid(entry: StageEntryFacts, entries: readonly StageEntryFacts[]): Refusal | undefined {
  if (entry.voidedAt !== null) return new Refusal('stage-entry.voided');
  if (entry.kind === 'added') return new Refusal('stage-entry.first');
  return counting(entries).at(-1)?.id === entry.id ? undefined : new Refusal('stage-entry.not-latest');
}
