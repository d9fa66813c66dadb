import { addDays, type Day } from '../day.js';
import type { TaskKind } from '../tasks/task.js';

/** A task between acceptance and the first day. */
export type ResignationTask = { readonly title: string; readonly kind: TaskKind; readonly dueOn: Day };

/** Days after acceptance within which somebody resigns, and has it confirmed in writing. */
const resignDays = 3;
const confirmDays = 10;
/** Weeks in which somebody is kept warm, at the most. */
const mostWeeks = 26;

type Locale = 'en' | 'zh' | 'de';

const titles: Record<Locale, Record<'resign' | 'confirm' | 'lastDay' | 'warm', string>> = {
  en: {
    resign: 'Have they resigned? Rehearse the counteroffer before they do',
    confirm: 'Is the resignation confirmed in writing?',
    lastDay: 'Last day at the former employer: is everything handed over?',
    warm: 'Keep warm: talk to them before the first day',
  },
  zh: {
    resign: '是否已提出离职？提出前先演练挽留谈话',
    confirm: '离职是否已书面确认？',
    lastDay: '原单位最后工作日：交接是否完成？',
    warm: '入职前保持联系：本周通话',
  },
  de: {
    resign: 'Ist gekündigt? Das Gegenangebot vorher durchspielen',
    confirm: 'Ist die Kündigung schriftlich bestätigt?',
    lastDay: 'Letzter Tag beim bisherigen Arbeitgeber: ist alles übergeben?',
    warm: 'In Verbindung bleiben: vor dem ersten Tag sprechen',
  },
};

/**
 * What there is to do from the acceptance to the first day, in the order of its days: resign, have it confirmed, the last day, and a talk
 * each week until the start. Nothing lies on or after the first day; without one, the talks go on for four weeks.
 */
export function resignationTasks(
  {
    acceptedOn,
    lastDayOn,
    startsOn,
  }: { readonly acceptedOn: Day; readonly lastDayOn: Day | null; readonly startsOn: Day | null },
  locale: Locale,
): ResignationTask[] {
  const said = titles[locale];
  const end = startsOn ?? addDays(acceptedOn, 29);
  const weeks = Array.from({ length: mostWeeks }, (_, week) => addDays(acceptedOn, (week + 1) * 7));
  const tasks: ResignationTask[] = [
    { title: said.resign, kind: 'other', dueOn: addDays(acceptedOn, resignDays) },
    { title: said.confirm, kind: 'other', dueOn: addDays(acceptedOn, confirmDays) },
    ...(lastDayOn === null ? [] : [{ title: said.lastDay, kind: 'other' as const, dueOn: lastDayOn }]),
    ...weeks.map((dueOn) => ({ title: said.warm, kind: 'call' as const, dueOn })),
  ];
  return tasks
    .filter(({ dueOn }) => dueOn < end)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}
