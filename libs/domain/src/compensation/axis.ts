import { addDays, addMonths, type Day } from '../day.js';

/** Months of the one time axis (R2). */
export const horizon = 48;

/** T0: the day after the last day employed, the same for every column (R2). */
export function beginOf(lastDay: Day): Day {
  return addDays(lastDay, 1);
}

/** The month of the axis in which a day lies, from 1 on; 0 for what lies before T0. Month 1 holds T0 and T0 + 1 month (R2). */
export function monthOf(day: Day, begin: Day): number {
  if (day < begin) return 0;
  let month = Math.max(1, monthsFrom(begin, day));
  while (addMonths(begin, month) < day) month += 1;
  return month;
}

/** The year of the axis in which a month lies: months 1–12 are year 1. */
export function yearOf(month: number): number {
  return Math.ceil(month / 12);
}

/** Whole months from `from` through `lastDay`, both days counted: from 1 March through 31 March is one (R7). */
export function completedMonths(from: Day, lastDay: Day): number {
  return Math.max(0, monthsFrom(from, addDays(lastDay, 1)));
}

/** The greatest number of months that can be added to `from` without going beyond `to`; negative where `to` comes first. */
export function monthsFrom(from: Day, to: Day): number {
  const [years, months] = [
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)),
    Number(to.slice(5, 7)) - Number(from.slice(5, 7)),
  ];
  const most = years * 12 + months;
  return addMonths(from, most) <= to ? most : most - 1;
}
