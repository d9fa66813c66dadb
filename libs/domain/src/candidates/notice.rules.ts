import { addDays, daysBetween, type Day } from '../day.js';
import { type LegalBasis, legalBases, type PrivacyLaw } from './candidate.js';

/** Days after a person was found by which they are told, and days before that day from which a task asks for it. */
export const noticeDays = 30;
export const askedBefore = 10;

/** The bases that a law knows. PIPL knows consent and public information, and no legitimate interest. */
export function legalBasesOf(law: PrivacyLaw): readonly LegalBasis[] {
  return law === 'pipl' || law === 'both' ? ['consent', 'public_information'] : legalBases;
}

/** The day by which the person is to be told, 30 days after they were found; null where GDPR does not apply. */
export function noticeDueOn({ law, sourcedOn }: { readonly law: PrivacyLaw; readonly sourcedOn: Day }): Day | null {
  return law === 'gdpr' || law === 'both' ? addDays(sourcedOn, noticeDays) : null;
}

/** How the clock of the notice stands: whether it runs, and how many days are left or have gone by. */
export type NoticeClock =
  | { readonly state: 'none' }
  | { readonly state: 'given'; readonly on: Day; readonly late: boolean }
  | { readonly state: 'running' | 'overdue'; readonly days: number; readonly dueOn: Day };

/** The clock of the notice on the day `today`. */
export function noticeClock(
  { noticeDueOn: dueOn, noticedOn }: { readonly noticeDueOn: Day | null; readonly noticedOn: Day | null },
  today: Day,
): NoticeClock {
  if (noticedOn !== null) return { state: 'given', on: noticedOn, late: dueOn !== null && noticedOn > dueOn };
  if (dueOn === null) return { state: 'none' };
  const left = daysBetween(today, dueOn);
  return left >= 0 ? { state: 'running', days: left, dueOn } : { state: 'overdue', days: -left, dueOn };
}

type Titles = { readonly one: string; readonly many: (count: number) => string };

const titles: Readonly<Record<'en' | 'zh' | 'de', Titles>> = {
  en: {
    one: 'Tell this person that we keep their data',
    many: (count) => `Tell ${count} imported people that we keep their data`,
  },
  zh: { one: '告知本人我们保存了其个人信息', many: (count) => `告知 ${count} 位导入的人选我们保存了其个人信息` },
  de: {
    one: 'Diese Person über die Speicherung ihrer Daten informieren',
    many: (count) => `${count} importierte Personen über die Speicherung ihrer Daten informieren`,
  },
};

/** What the task says in the agency's language: of one person, or of the people of one import. */
export function noticeTaskTitle(locale: 'en' | 'zh' | 'de', imported: number | undefined): string {
  return imported === undefined ? titles[locale].one : titles[locale].many(imported);
}
