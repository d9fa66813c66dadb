import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const tags: Record<string, string> = { en: 'en-GB', zh: 'zh-Hans-CN', de: 'de-DE' };
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Money as the API gives it: a decimal string and an ISO 4217 code. */
export type Money = { amount: string; currency: string };

/** Numbers, moneys, days and lists as the language writes them. Days are `YYYY-MM-DD`, instants ISO strings. */
export type Formatter = ReturnType<typeof formatterFor>;

/** The formatter of a language; instants are shown in the browser's time zone. */
export function formatterFor(language: string) {
  const tag = tags[language] ?? language;
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayShort = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction', style: 'short' });
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });

  const multiple = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  const money = (value: Money, compact: boolean): string =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: value.currency,
      notation: compact ? 'compact' : 'standard',
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: compact ? 1 : 0,
    }).format(Number(value.amount));

  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    money: (value: Money) => money(value, false),
    moneyShort: (value: Money) => money(value, true),
    /** To the minor unit of the currency: where lines have to add up. */
    moneyExact: ({ amount, currency }: Money) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
        Number(amount),
      ),
    /** How many times as much: two places, as it was rounded. */
    multiple: (value: string) => multiple.format(Number(value)),
    bytes: (value: number) => {
      const [unit, size] = value < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
      const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
      return new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits }).format(
        Math.max(1, value / size),
      );
    },
    day: (value: string) => day.format(new Date(`${value}T00:00:00Z`)),
    dayShort: (value: string) => dayShort.format(new Date(`${value}T00:00:00Z`)),
    month: (value: string) => month.format(new Date(`${value.slice(0, 7)}-01T00:00:00Z`)),
    date: (instant: string) => date.format(new Date(instant)),
    dateTime: (instant: string) => dateTime.format(new Date(instant)),
    time: (instant: string) => time.format(new Date(instant)),
    /** A name and the one in its own script, in the order of the language: that script first in Chinese. The second is missing where they are one. */
    names: (name: string, own: string | null | undefined): readonly [first: string, second: string | undefined] =>
      !own || own === name ? [name, undefined] : language === 'zh' ? [own, name] : [name, own],
    list: (items: readonly string[]) => list.format(items),
    compare: (a: string, b: string) => collator.compare(a, b),
    ago: (instant: string, now: number) => {
      const seconds = (new Date(instant).getTime() - now) / 1000;
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
      return relative.format(Math.trunc(seconds / size), unit);
    },
    language: (code: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(code) ?? code,
    country: (code: string) => {
      try {
        return new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}

/** The formatter of the language on screen. */
export function useFormat(): Formatter {
  const { i18n } = useTranslation();
  return useMemo(() => formatterFor(i18n.language), [i18n.language]);
}
