import type { Decimal } from 'decimal.js';
import type { Day } from '../day.js';
import { Refusal, refuseIf } from '../refusal.js';
import { beginOf } from './axis.js';
import type { Assumptions, Bid, Comparison } from './bid.js';
import { annualOf, columnOf, guaranteedOf } from './bid-column.js';
import { gapOf, lossOf } from './bid-loss.js';
import { convertedBy, type Rate, wayOn, whyNotConvert } from './exchange.js';
import { byYear, crossing, cumulated, lastingTotal, multiple } from './path.js';

/** Why these assumed starts cannot be: one lies before the first day of the axis, which the refusal tells. */
export function whyNotStarts(starts: readonly { readonly startsOn: Day }[], begin: Day): Refusal | undefined {
  const errors = starts.flatMap(({ startsOn }, index) =>
    startsOn < begin ? [{ pointer: `/starts/${index}/startsOn`, message: `must be ${begin} or later` }] : [],
  );
  return errors.length === 0 ? undefined : new Refusal('comparison.start', undefined, { errors, begin });
}

/**
 * Packages side by side on one time axis and in one currency (`pay.md`, R1–R12). Refuses with `exchange-rate.missing` where a currency has
 * no rate of the last days. A start before the axis is its first day.
 */
export function compare(bids: readonly Bid[], rates: readonly Rate[], assumed: Assumptions): Comparison {
  const begin = beginOf(assumed.lastDay);
  const stay = bids.find(({ kind }) => kind === 'stay');
  const ways = new Map<string, readonly Rate[]>();
  const inOne = (amount: Decimal, currency: string): Decimal => {
    let way = ways.get(currency);
    if (!way) {
      refuseIf(whyNotConvert(rates, currency, assumed.currency, assumed.rateOn));
      way = wayOn(rates, currency, assumed.currency, assumed.rateOn) ?? [];
      ways.set(currency, way);
    }
    return convertedBy(amount, currency, way);
  };
  const columns = bids.map((bid) => columnOf(bid, stay, begin, assumed, inOne));
  const loss = stay && lossOf(stay.pay, assumed, inOne);
  const sums = columns.map(({ bid, column }) => ({
    id: bid.id,
    annual: column.annualCash,
    lasting: lastingTotal(column),
    path: cumulated(column),
  }));
  return {
    begin,
    bids: columns.map(({ bid, column, working, gaps, startsOn, monthsBefore }, at) => {
      const { years, total } = byYear(column);
      const mine = sums[at];
      const leaves = loss !== undefined && (bid.kind === 'offer' || bid.kind === 'competing_offer');
      return {
        id: bid.id,
        kind: bid.kind,
        startsOn,
        monthsBefore,
        annual: annualOf(bid.pay, inOne),
        guaranteed: guaranteedOf(bid.pay, inOne),
        years: years.map((amount, index) => ({
          amount,
          lines: working.filter(({ year }) => year === index + 1).map(({ year: _, ...line }) => line),
        })),
        total,
        path: mine?.path ?? [],
        forfeiture: leaves ? loss.forfeiture : null,
        gap: leaves ? gapOf(bid, loss, inOne) : null,
        against: sums.flatMap((other) =>
          mine === undefined || other === mine
            ? []
            : [
                {
                  id: other.id,
                  cashMultiple: multiple(mine.annual, other.annual),
                  totalMultiple: multiple(mine.lasting, other.lasting),
                  ...crossing(mine.path, other.path),
                },
              ],
        ),
        gaps,
        equity: bid.pay.grants.map(({ grantor, priceBasis, priceOn, liquidity }) => ({
          grantor,
          priceBasis,
          priceOn,
          liquidity,
        })),
      };
    }),
    options: loss?.options ?? [],
    rates: [...new Set([...ways.values()].flat())],
  };
}
