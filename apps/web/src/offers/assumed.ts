import { isDay } from '@domain/day.js';
import type { Schemas } from '../app/api.js';

/** What the address of a comparison holds; what is not there is as it is known. */
export type ComparisonSearch = {
  currency?: string | undefined;
  rateOn?: string | undefined;
  lastDay?: string | undefined;
  /** `id:day`, with commas. */
  starts?: string | undefined;
  /** `name:percent`, with commas; names as a URI codes them. */
  growth?: string | undefined;
  haircut?: string | undefined;
};

/** The same, read: starts by column, growth and haircut in percent by grantor. */
export type Assumed = {
  currency?: string | undefined;
  rateOn?: string | undefined;
  lastDay?: string | undefined;
  starts: ReadonlyMap<string, string>;
  growth: ReadonlyMap<string, number>;
  haircut: ReadonlyMap<string, number>;
};

/** Least and most percent that the API takes. */
export const percents = { growth: [-90, 1000], haircut: [0, 100] } as const;
export type PercentOf = keyof typeof percents;

const id = /^[0-9a-f-]{36}$/;

/** Reads the address; what it does not understand is passed over. */
export function assumedOf({ currency, rateOn, lastDay, starts, growth, haircut }: ComparisonSearch): Assumed {
  const code = currency?.trim().toUpperCase();
  return {
    currency: code && /^[A-Z]{3}$/.test(code) ? code : undefined,
    rateOn: dayOf(rateOn),
    lastDay: dayOf(lastDay),
    starts: new Map(
      pairs(starts).flatMap(([column, day]) => (id.test(column) && isDay(day) ? [[column, day] as const] : [])),
    ),
    growth: percentsOf('growth', growth),
    haircut: percentsOf('haircut', haircut),
  };
}

/** The address of what is assumed; what is not assumed leaves no trace. */
export function searchOf({ currency, rateOn, lastDay, starts, growth, haircut }: Assumed): ComparisonSearch {
  return {
    currency,
    rateOn,
    lastDay,
    starts: coded(starts),
    growth: coded(growth),
    haircut: coded(haircut),
  };
}

/** What is asked of the API. */
export function questionOf({
  currency,
  rateOn,
  lastDay,
  starts,
  growth,
  haircut,
}: Assumed): Schemas['AssumeComparison'] {
  const names = [...new Set([...growth.keys(), ...haircut.keys()])];
  return {
    ...(currency && { currency }),
    ...(rateOn && { rateOn }),
    ...(lastDay && { lastDay }),
    starts: [...starts].map(([column, startsOn]) => ({ id: column, startsOn })),
    grantors: names.map((name) => {
      const [grown, cut] = [growth.get(name), haircut.get(name)];
      return { name, ...(grown !== undefined && { growth: grown }), ...(cut !== undefined && { haircut: cut }) };
    }),
  };
}

/** A map with one entry set, or taken away. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}

/** How many things are assumed otherwise than they are known. */
export function assumedCount({ currency, rateOn, lastDay, starts, growth, haircut }: Assumed): number {
  const single = [currency, rateOn, lastDay].filter((one) => one !== undefined);
  return single.length + starts.size + growth.size + haircut.size;
}

const dayOf = (day: string | undefined): string | undefined => (day && isDay(day) ? day : undefined);

/** Whether the API takes this percentage. */
export function isPercentOf(what: PercentOf, value: number): boolean {
  const [least, most] = percents[what];
  return value >= least && value <= most;
}

function percentsOf(what: PercentOf, coded: string | undefined): ReadonlyMap<string, number> {
  return new Map(
    pairs(coded).flatMap(([name, percent]) =>
      name !== '' && /^-?\d{1,4}(?:\.\d{1,2})?$/.test(percent) && isPercentOf(what, Number(percent))
        ? [[name, Number(percent)] as const]
        : [],
    ),
  );
}

function pairs(coded: string | undefined): [name: string, value: string][] {
  return (coded ?? '').split(',').flatMap((part): [string, string][] => {
    const [name, value, ...rest] = part.split(':');
    const read = name === undefined || value === undefined || rest.length > 0 ? undefined : decoded(name);
    return read === undefined || value === undefined ? [] : [[read, value]];
  });
}

function coded(map: ReadonlyMap<string, string | number>): string | undefined {
  const parts = [...map].map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}:${value}`);
  return parts.length > 0 ? parts.join(',') : undefined;
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
