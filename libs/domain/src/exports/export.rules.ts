import { type Actor } from '../access/policy.js';
import { noticeClock } from '../candidates/notice.rules.js';
import type { Day } from '../day.js';
import { Refusal } from '../refusal.js';
import { passable, type Transitions } from '../transitions.js';
import {
  type ExportFormat,
  type ExportReport,
  exportsAnHour,
  type ExportState,
  formulaStarts,
  reportTerms,
} from './export.js';

/** What is done with an export → where it leads. */
export const exportTransitions = {
  begin: { from: ['queued', 'running'], to: 'running', needs: 'export.run' },
  finish: { from: ['running'], to: 'done', needs: 'export.run' },
  fail: { from: ['queued', 'running'], to: 'failed', needs: 'export.run' },
  cancel: { from: ['queued', 'running'], to: 'canceled', needs: 'export.run' },
} as const satisfies Transitions<ExportState>;

/** What the actor may do with an export in this state: for `abilities`. */
export function exportAbilities(actor: Actor, state: ExportState, hasFile: boolean): string[] {
  const cancel = passable(actor, exportTransitions, state).filter((name) => name === 'cancel');
  return [...cancel, ...(hasFile ? ['download'] : [])];
}

/** Why nobody asks for one more export now: `recent` are the moments of those of the last hour, the oldest first. */
export function whyNotOneMore(recent: readonly string[], now: Date): Refusal | undefined {
  const first = recent.at(-exportsAnHour);
  if (first === undefined) return undefined;
  const retryAfter = Math.max(1, Math.ceil((Date.parse(first) + 3_600_000 - now.getTime()) / 1000));
  return new Refusal('rate.exceeded', undefined, { retryAfter });
}

/** Why a report does not come in a format. */
export function whyNotFormat(report: ExportReport, format: ExportFormat): Refusal | undefined {
  const formats: readonly ExportFormat[] = reportTerms[report].formats;
  if (formats.includes(format)) return undefined;
  const errors = [{ pointer: '/format', message: `must be one of ${formats.join(', ')}` }];
  return new Refusal('export.format', undefined, { errors, formats });
}

/** Why a person is not in a file yet: the notice that we keep their data is overdue, and nobody said that they are to be in it. */
export function whyNotTold(
  person: { readonly noticeDueOn: Day | null; readonly noticedOn: Day | null },
  overdueNotices: boolean,
  today: Day,
): Refusal | undefined {
  const clock = noticeClock(person, today);
  if (overdueNotices || clock.state !== 'overdue') return undefined;
  return new Refusal('export.notice-overdue', undefined, { dueOn: clock.dueOn });
}

/** The name of the file: what it is and the day, without anything that a file system minds. */
export function exportFileName(report: string, day: string, format: string): string {
  return `longlist-${report}-${day}.${format}`;
}

/**
 * The filters of an export: people whose privacy notice is overdue are left out unless they are asked for, for their
 * data is not to leave the agency before they are told.
 */
export function exportFilters(filters: Record<string, unknown>, overdueNotices: boolean): Record<string, unknown> {
  const { noticeOverdue: _, ...rest } = filters;
  return overdueNotices ? filters : { ...rest, noticeOverdue: false };
}

/** Why these columns cannot be exported: one that the actor may not read is one that is not there. */
export function whyNotColumns(
  columns: readonly string[],
  known: readonly string[],
  pointer = '/columns',
): Refusal | undefined {
  const at = columns.findIndex((name) => !known.includes(name));
  if (at < 0) return undefined;
  return new Refusal('request.invalid', undefined, {
    errors: [
      {
        pointer: `${pointer}/${at}`,
        message: known.length === 0 ? 'are not chosen for this report' : `must be one of ${known.join(', ')}`,
      },
    ],
  });
}

/** Why these headers do not go with so many columns: one each, or none at all. */
export function whyNotHeaders(headers: readonly string[] | undefined, columns: number): Refusal | undefined {
  if (headers === undefined || headers.length === columns) return undefined;
  return new Refusal('request.invalid', undefined, {
    errors: [{ pointer: '/headers', message: `must be ${columns}, one for each column` }],
  });
}

/** A text that no program takes for a formula, however it begins. */
export function inert(text: string): string {
  return formulaStarts.some((start) => text.startsWith(start)) ? `'${text}` : text;
}

/** A cell of a csv: quoted where something is in it, and never taken for a formula by the program that opens it. */
export function csvCell(text: string): string {
  return text === '' ? '' : `"${inert(text).replaceAll('"', '""')}"`;
}
