import { isDay, type Day } from '../day.js';
import { type Fault, Refusal } from '../refusal.js';
import { type EnteredRate, faultsOf } from './exchange-rate.rules.js';

/** So many rates are read at once. */
export const mostRates = 5000;
const mostFaults = 20;

const columns = ['date', 'from', 'to', 'rate'] as const;
const decimal = /^(0|[1-9]\d{0,12})(\.\d{1,12})?$/;

/** A row of the file: its line, and its cells by the name of their column in small letters. */
export type RateRecord = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/**
 * The rates of the rows of a file with the columns date, from, to, rate and perhaps source. Refuses all of it with the lines that are not
 * right. A pair that stands twice on one day is a fault.
 */
export function ratesOf(
  records: readonly RateRecord[],
  source: string,
  today: Day,
): (EnteredRate & { source: string })[] | Refusal {
  const rates = new Map<string, EnteredRate & { source: string }>();
  const errors: Fault[] = [];
  if (records.length > mostRates) return refused([{ pointer: '/text', message: `has more than ${mostRates} rates` }]);
  if (records.length === 0) return refused([{ pointer: '/text', message: 'has no rate' }]);
  const missing = columns.filter((name) => records[0]?.cells[name] === undefined);
  if (missing.length > 0)
    return refused(missing.map((name) => ({ pointer: '/text', message: `has no column ${name}` })));
  for (const { line, cells } of records) {
    const { date: on = '', from = '', to = '', rate = '' } = cells;
    const one = {
      from: from.toUpperCase(),
      to: to.toUpperCase(),
      on,
      rate,
      source: cells['source'] || source,
    };
    const key = `${one.from} ${one.to} ${on}`;
    const shape = [...shapeOf(one), ...(rates.has(key) ? ['stands there twice'] : [])];
    const faults =
      shape.length > 0 ? shape : faultsOf(one, today).map(({ pointer, message }) => `${pointer.slice(1)} ${message}`);
    if (faults[0] === undefined) rates.set(key, one);
    else errors.push({ pointer: '/text', message: `line ${line}: ${faults[0]}` });
    if (errors.length === mostFaults) break;
  }
  return errors.length > 0 ? refused(errors) : [...rates.values()];
}

const refused = (errors: Fault[]): Refusal => new Refusal('exchange-rate.file', undefined, { errors });

function shapeOf({ from, to, on, rate, source }: EnteredRate & { source: string }): string[] {
  const code = /^[A-Z]{3}$/;
  return [
    ...(isDay(on) ? [] : ['date must be a day such as 2026-03-31']),
    ...(code.test(from) ? [] : ['from must be a currency code such as CNY']),
    ...(code.test(to) ? [] : ['to must be a currency code such as CNY']),
    ...(decimal.test(rate) ? [] : ['rate must be a number such as 6.9 with at most 12 decimals']),
    ...([...source].length <= 200 ? [] : ['source must be at most 200 characters']),
  ];
}
