import { addDays, addMonths } from '@domain/day.js';
import type { Rows } from '@platform/db/bulk.js';
import type { Random } from './random.js';

type Payee = { years: number; country: string; employer: string; today: string };

/**
 * Current and expected pay as the market of 2024 was reported: in China large-model engineers 500,000 to 700,000 CNY a year,
 * the best over 1,000,000 and up to 3,000,000; new masters 400,000 to 550,000, new doctors about 700,000; 13 to 16 months;
 * half and more of senior pay in stock; moves at +50 %, rarely × 2 to 2.5.
 */
export function packageRows(random: Random, candidateId: string, payee: Payee): { package: Rows; package_grant: Rows } {
  const chinese = ['China', 'Hong Kong', 'Singapore'].includes(payee.country);
  const currency = chinese ? 'CNY' : ['Germany', 'France'].includes(payee.country) ? 'EUR' : 'USD';
  const total = chinese
    ? chineseTotal(random, payee.years)
    : currency === 'EUR'
      ? 90_000 + payee.years * 14_000
      : 180_000 + payee.years * 45_000;
  const stock = payee.years >= 8 ? 0.4 + random.next() * 0.25 : payee.years >= 4 ? random.next() * 0.35 : 0;
  const cash = total * (1 - stock);
  const months = chinese ? random.pick([13, 14, 15, 16]) : null;
  const base = chinese ? round(cash / (months ?? 12), 500) : round(cash * 0.87, 1000);
  const bonus = chinese ? 0 : round(cash * 0.13, 1000);
  const annual = chinese ? base * (months ?? 12) : base + bonus;
  const statedOn = addDays(payee.today, -random.whole(5, 400));
  const packageId = random.id(Date.parse(`${statedOn}T00:00:00Z`));
  const raise = random.weighted([
    [1.3, 3],
    [1.5, 6],
    [2, 1],
    [2.5, 0.3],
  ] as const);
  const expected = round(base * raise, 500);
  const rows: Rows = [
    row(candidateId, 'current', packageId, {
      currency,
      base,
      months,
      bonus,
      annual,
      source: random.pick(['volunteered', 'asked', 'estimate']),
      statedOn,
    }),
    row(candidateId, 'expected', random.id(Date.parse(`${statedOn}T00:00:01Z`)), {
      currency,
      base: expected,
      months,
      bonus: round(bonus * raise, 1000),
      annual: chinese ? expected * (months ?? 12) : expected + round(bonus * raise, 1000),
      source: 'asked',
      statedOn,
    }),
  ];
  return { package: rows, package_grant: stock > 0 ? [grant(random, packageId, payee, total * stock * 4)] : [] };
}

function chineseTotal(random: Random, years: number): number {
  if (years < 2)
    return random.chance(0.1)
      ? random.whole(1_000, 2_000) * 1000
      : random.chance(0.5)
        ? random.whole(400, 550) * 1000
        : random.whole(650, 750) * 1000;
  if (years < 8)
    return random.chance(0.15) ? random.whole(1_000, 1_600) * 1000 : random.whole(500, 700) * 1000 + years * 30_000;
  return random.chance(0.2) ? random.whole(2_000, 3_000) * 1000 : random.whole(1_000, 1_800) * 1000;
}

type Pay = {
  currency: string;
  base: number;
  months: number | null;
  bonus: number;
  annual: number;
  source: string;
  statedOn: string;
};

function row(candidateId: string, kind: string, id: string, pay: Pay): Record<string, unknown> {
  return {
    id,
    candidate_id: candidateId,
    kind,
    currency: pay.currency,
    base_amount: pay.base,
    base_per: pay.months === null ? 'year' : 'month',
    months: pay.months,
    extra_months: pay.months === null ? null : 'target',
    bonus_amount: pay.bonus,
    annual_cash_minor: Math.round(pay.annual * 100),
    source: pay.source,
    stated_on: pay.statedOn,
  };
}

function grant(random: Random, packageId: string, payee: Payee, value: number): Record<string, unknown> {
  const option = random.chance(0.5);
  const price = random.pick([12.5, 40, 150, 180]);
  return {
    package_id: packageId,
    kind: option ? 'option' : 'rsu',
    grantor: payee.employer,
    units: Math.round(value / (option ? price * 0.8 : price)),
    strike: option ? price * 0.2 : null,
    price,
    price_on: addMonths(payee.today, -random.whole(1, 9)),
    price_basis: option ? 'last_round_preferred' : 'market',
    liquidity: option ? 'buyback' : 'listed',
    vest_start: addMonths(payee.today, -random.whole(3, 40)),
    vest_months: 48,
    cliff_months: 12,
    vest_every_months: option ? 1 : 3,
    exercise_days: option ? 90 : null,
  };
}

function round(amount: number, step: number): number {
  return Math.round(amount / step) * step;
}
