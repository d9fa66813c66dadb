import type { Locale } from './agencies/agency.js';
import type { Day } from './day.js';

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', zh: 'zh-Hans-CN', de: 'de-DE' };

/** A day as the language writes it in a file. */
export function writtenDay(day: Day, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** An exact decimal text as the language writes it, with all its digits and at least so many places. */
export function writtenNumber(exact: string, locale: Locale, places = 0): string {
  const format = new Intl.NumberFormat(tags[locale], { minimumFractionDigits: places, maximumFractionDigits: 20 });
  return format.format(exact as `${number}`);
}

/** A text on one line, of signs that have a form: no control and format characters, no breaks. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ')
    .trim();
}

/** The text cut to at most so many signs. */
export function cutTo(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}
