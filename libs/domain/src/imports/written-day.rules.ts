const YEAR_FIRST = /^(\d{4})(?:\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?$/;
const DAY_FIRST = /^(?:(\d{1,2})\.)?(\d{1,2})[./](\d{4})$/;
const STILL_RUNNING = /^(?:present|current|now|ongoing|today|至今|今|现在|目前|heute|aktuell|laufend)$/i;

/** True for the words that say "until now" in English, Chinese and German. */
export function isStillRunning(text: string): boolean {
  return STILL_RUNNING.test(text);
}

/**
 * The day `YYYY-MM-DD`, or `YYYY` where only a year is written, of `2021`, `2021.09`, `2021-09-15`, `2021年9月`,
 * `09/2021`, `15.09.2021`; a month gives its first day, or its last one for an `end`. Years 1930 to 2099.
 */
export function writtenDay(text: string, edge: 'start' | 'end'): string | undefined {
  const plain = text.normalize('NFKC');
  const yearFirst = YEAR_FIRST.exec(plain);
  const dayFirst = yearFirst ? null : DAY_FIRST.exec(plain);
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]];
  if (!year || Number(year) < 1930 || Number(year) > 2099) return undefined;
  if (!month) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const dayOfMonth = day ? Number(day) : edge === 'start' ? 1 : lastDay;
  if (dayOfMonth < 1 || dayOfMonth > lastDay) return undefined;
  return `${year}-${month.padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
