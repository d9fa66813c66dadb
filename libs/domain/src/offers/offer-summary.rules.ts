import type { Decimal } from 'decimal.js';
import type { Locale } from '../agencies/agency.js';
import { annualCash, guaranteedCash, minorPlaces, shown } from '../compensation/annual-cash.js';
import type { NotedGrant, NotedOneOff } from '../compensation/bid.js';
import { grantsFrom, vestingOf } from '../compensation/bid-vesting.js';
import { Exact } from '../compensation/exact.js';
import { tranches, unitValue } from '../compensation/vesting.js';
import type { Day } from '../day.js';
import type { Refusal } from '../refusal.js';
import { oneLine, writtenDay, writtenNumber } from '../written.js';
import { type OfferStanding, whyNotStill, whyNotTold } from './offer.rules.js';
import type { OfferSummary, SummarizedOffer, SummaryBlock } from './offer-summary.js';
import { summaryWords, type SummaryWords } from './offer-summary.words.js';
import { basisWords, payWords } from './pay.words.js';

/** Why no summary of an offer goes out today: as `whyNotTold` says, or its last day is over. */
export function whyNotSummarize(
  offer: OfferStanding & { readonly expiresOn: Day | null },
  today: Day,
): Refusal | undefined {
  return whyNotTold(offer) ?? (offer.state === 'accepted' ? undefined : whyNotStill(offer.expiresOn, today));
}

/** The name of a summary's file: tells neither who nor where. */
export function summaryFileName(code: string, number: number): string {
  return `offer-summary-${code}-v${number}.pdf`;
}

/** What the client offers by its parts, for the person to read: no pay of today, no other bid, nothing of the agency. */
export function summaryOf(offer: SummarizedOffer, { locale, today }: { locale: Locale; today: Day }): OfferSummary {
  const words = summaryWords[locale];
  const { employer, employerNative, role, number, pay } = offer;
  return {
    locale,
    mark: words.mark,
    binding: words.binding,
    title: words.title,
    employer: oneLine(locale === 'zh' ? (employerNative ?? employer) : employer),
    role: oneLine(role),
    version: words.version(number, writtenDay(today, locale)),
    blocks: [
      daysBlock(offer, locale),
      cashBlock(offer, locale),
      ...(pay.oneOffs.length > 0 || offer.paysClawBack ? [oneOffBlock(offer, locale)] : []),
      ...pay.grants.map((grant, index) => grantBlock(offer, grant, index, locale)),
    ],
    heads: { on: words.on, quantity: words.units, value: words.value },
    closing: words.closing,
  };
}

type Fact = readonly [label: string, value: string | null];

/** A part of the summary; what has no value is not in it. */
function block(heading: string, facts: readonly Fact[], rest: Partial<SummaryBlock> = {}): SummaryBlock {
  const said = facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value: oneLine(value) }]));
  return { heading, facts: said, notes: [], schedule: [], ...rest };
}

/** Money to the minor unit of its currency, rounded once. */
function moneyOf(amount: Decimal | string, currency: string, locale: Locale): string {
  const places = minorPlaces(currency);
  return `${writtenNumber(shown(new Exact(amount), currency), locale, places)} ${currency}`;
}

function daysBlock({ startsOn, expiresOn }: SummarizedOffer, locale: Locale): SummaryBlock {
  const words = summaryWords[locale];
  const day = (on: Day | null): string => (on === null ? words.open : writtenDay(on, locale));
  return block(words.days, [
    [words.startsOn, day(startsOn)],
    [words.expiresOn, day(expiresOn)],
  ]);
}

function cashBlock({ pay }: SummarizedOffer, locale: Locale): SummaryBlock {
  const words = summaryWords[locale];
  const { currency, baseAmount, basePer, months, extraMonths, bonusAmount } = pay;
  const base = moneyOf(baseAmount, currency, locale);
  const count = new Exact(months ?? 12);
  const number = (value: Decimal): string => writtenNumber(value.toFixed(), locale);
  return block(words.cash, [
    [words.base, basePer === 'month' ? words.aMonth(base, number(count)) : words.aYear(base)],
    [words.extra, extraMonths && words.extraMonths[extraMonths](number(count.minus(12)))],
    [words.bonus, Number(bonusAmount) === 0 ? null : moneyOf(bonusAmount, currency, locale)],
    [words.guaranteed, moneyOf(guaranteedCash(pay), currency, locale)],
    [words.annual, moneyOf(annualCash(pay), currency, locale)],
  ]);
}

function oneOffBlock({ pay, paysClawBack }: SummarizedOffer, locale: Locale): SummaryBlock {
  const words = summaryWords[locale];
  const said = ({ kind, amount, paidOn, clawBack, clawBackMonths }: NotedOneOff): Fact => {
    const money = moneyOf(amount, pay.currency, locale);
    const paid = paidOn === null ? money : words.paidOn(money, writtenDay(paidOn, locale));
    const back = clawBack && clawBackMonths ? ` · ${words.clawBack[clawBack](clawBackMonths)}` : '';
    return [payWords[locale].oneOffKind[kind], `${paid}${back}`];
  };
  return block(words.oneOffs, pay.oneOffs.map(said), { notes: paysClawBack ? [words.paysClawBack] : [] });
}

/** A grant with each day on which some of it vests, and what that is worth at the named price; a price that is not named makes no value. */
function grantBlock(
  { pay: { currency }, startsOn }: SummarizedOffer,
  noted: NotedGrant,
  index: number,
  locale: Locale,
): SummaryBlock {
  const words = summaryWords[locale];
  const { kind, grantor, units, amount, strike, price, exerciseDays } = noted;
  const [from] = startsOn === null ? [noted] : grantsFrom([noted], startsOn);
  const { grant } = vestingOf({ ...(from ?? noted), price: price ?? '0' }, index);
  const inCash = kind === 'cash_plan';
  const each = inCash || price !== null ? unitValue(noted) : null;
  const exact = (value: string): string => `${writtenNumber(value, locale, minorPlaces(currency))} ${currency}`;
  const worth = (quantity: Decimal): string | null => each && moneyOf(quantity.times(each), currency, locale);
  const priced = price === null ? words.noPrice : words.priceOf(exact(price), basisWords(noted, locale));
  return block(
    words.grant(index + 1),
    [
      [words.grantor, grantor],
      [words.kind, words.kinds[kind]],
      [words.units, units && writtenNumber(units, locale)],
      [words.amount, amount && moneyOf(amount, currency, locale)],
      [words.strike, strike && exact(strike)],
      [words.price, inCash ? null : priced],
      [kind === 'option' ? words.worthAbove : words.worth, inCash ? null : worth(new Exact(units ?? 0))],
      [words.vesting, vestingWords(noted, words, locale)],
      [words.vestsFrom, from?.vestStart ? writtenDay(from.vestStart, locale) : words.fromStart],
      [words.exercise, exerciseDays === null ? null : words.exerciseDays(exerciseDays)],
    ],
    {
      schedule: grant
        ? tranches(grant).map(({ on, quantity }) => ({
            on: writtenDay(on, locale),
            quantity: inCash ? null : writtenNumber(quantity.toFixed(), locale),
            value: worth(quantity),
          }))
        : [],
    },
  );
}

function vestingWords(noted: NotedGrant, words: SummaryWords, locale: Locale): string {
  const { vestSplit, vestMonths, cliffMonths, vestEveryMonths } = noted;
  if (vestSplit && vestSplit.length > 0) {
    return words.split(vestSplit.map((share) => writtenNumber(String(share), locale)).join(' / '));
  }
  if (vestMonths === null) return words.noLength;
  return words.steps(vestMonths, cliffMonths ?? 0, vestEveryMonths ?? Math.min(12, vestMonths));
}
