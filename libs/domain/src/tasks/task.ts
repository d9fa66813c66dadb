import type { Day } from '../day.js';

/** What kind of work a task is. */
export const taskKinds = ['follow_up', 'call', 'message', 'interview', 'notice', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** When a task is due, seen from a day: `overdue` are open ones alone, `none` have no day. */
export const dueWords = ['overdue', 'today', 'later', 'none'] as const;
export type DueWord = (typeof dueWords)[number];

/** The part of a task that rules look at. */
export type TaskFacts = {
  readonly dueOn: Day | null;
  readonly doneAt: string | null;
};
