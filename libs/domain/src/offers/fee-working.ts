import { shown } from '../compensation/annual-cash.js';
import type { Gap, NotedGrant, Working } from '../compensation/bid.js';
import type { Rate } from '../compensation/exchange.js';
import type { FeeBasis } from '../searches/search.js';
import type { FeePart } from './fee.js';
import type { FeeFigure } from './fee.rules.js';

/** An amount and its currency. */
export type ShownMoney = { readonly amount: string; readonly currency: string };

/** The working of a fee as it is shown and kept: every amount as text, rounded once, half up. */
export type FeeWorking = {
  readonly basis: FeeBasis | null;
  /** The basis in the currency of the package, and its lines. */
  readonly base: ShownMoney | null;
  readonly baseLines: readonly {
    readonly what: Working['what'];
    readonly index: number | null;
    readonly label: string | null;
    readonly count: string | null;
    readonly each: string | null;
    readonly amount: string;
  }[];
  readonly equity: readonly Pick<NotedGrant, 'grantor' | 'priceBasis' | 'priceOn' | 'liquidity'>[];
  readonly missing: readonly Gap[];
  /** The basis in the currency of the fee, by these rates. */
  readonly of: ShownMoney | null;
  readonly rates: readonly Rate[];
  /** What adds up to the fee. */
  readonly lines: readonly { readonly what: FeePart; readonly amount: string }[];
};

/** The working of a fee in texts. */
export function workingOf({ currency, lines, base, of, rates }: FeeFigure): FeeWorking {
  return {
    basis: base?.basis ?? null,
    base: base && { amount: shown(base.amount, base.currency), currency: base.currency },
    baseLines: (base?.lines ?? []).map(({ what, index, label, count, each, amount }) => ({
      what,
      index,
      label,
      count: count?.toFixed() ?? null,
      each: each && shown(each, base?.currency ?? currency),
      amount: shown(amount, base?.currency ?? currency),
    })),
    equity: base?.equity ?? [],
    missing: base?.gaps ?? [],
    of: of && { amount: shown(of, currency), currency },
    rates: rates.map(({ from, to, on, rate }) => ({ from, to, on, rate })),
    lines: lines.map(({ what, amount }) => ({ what, amount: shown(amount, currency) })),
  };
}
