import { addDays, addMonths, type Day } from '../day.js';
import type { CovenantKind, CovenantReach, CovenantStart, CovenantStatus } from './candidate.js';

/** A covenant as far as days follow from it; months may be decimal. */
export type CovenantTerms = {
  readonly kind: CovenantKind;
  readonly months: number;
  readonly startsFrom: CovenantStart;
  readonly binds: CovenantReach;
  readonly organizationIds: readonly string[];
  readonly status: CovenantStatus;
};

/** From resigning to the first day elsewhere; `doubtfulStart` where doubtful covenants, should they hold, make it later. */
export type EarliestStart = {
  readonly lastDay: Day;
  readonly start: Day;
  readonly doubtfulStart: Day | null;
};

/** So many days stand for the part of a month. */
const monthDays = 30;

/** A day so many months on; the part of a month in days of a thirtieth each, rounded. */
export function afterMonths(day: Day, months: number): Day {
  const whole = Math.floor(months);
  return addDays(addMonths(day, whole), Math.round((months - whole) * monthDays));
}

/**
 * The last day employed and the earliest start at a destination (`domain.md`, Covenant): the last day is the end of the notice, within which
 * garden leave lies; the start is the day after it, or after the non-competes that reach the destination or one that it stands under.
 * Waived and void covenants count for nothing; doubtful ones give the second date. A last day that is agreed or assumed takes the place
 * of the end of the notice. Not legal advice.
 */
export function earliestStart(
  covenants: readonly CovenantTerms[],
  resignedOn: Day,
  destination: readonly string[],
  agreed?: Day,
): EarliestStart {
  const asserted = covenants.filter(({ status }) => status === 'asserted');
  const held = covenants.filter(({ status }) => status === 'asserted' || status === 'doubtful');
  const resigned = agreed !== undefined && agreed < resignedOn ? agreed : resignedOn;
  const { lastDay, start } = daysOf(asserted, resigned, destination, agreed);
  const later = daysOf(held, resigned, destination, agreed).start;
  return { lastDay, start, doubtfulStart: later > start ? later : null };
}

function daysOf(
  covenants: readonly CovenantTerms[],
  resignedOn: Day,
  destination: readonly string[],
  agreed: Day | undefined,
): { lastDay: Day; start: Day } {
  const latest = (days: readonly Day[]): Day => days.reduce((one, other) => (other > one ? other : one));
  const ends = covenants
    .filter(({ kind }) => kind === 'notice' || kind === 'garden_leave')
    .map(({ months }) => afterMonths(resignedOn, months));
  const lastDay = agreed ?? latest([resignedOn, ...ends]);
  const bound = covenants
    .filter(({ kind }) => kind === 'non_compete')
    .filter(({ binds, organizationIds }) => binds === 'all' || organizationIds.some((id) => destination.includes(id)))
    .map(({ months, startsFrom }) => afterMonths(startsFrom === 'resignation' ? resignedOn : lastDay, months));
  return { lastDay, start: addDays(latest([lastDay, ...bound]), 1) };
}
