import type { Locale } from '../agencies/agency.js';
import type { ExtraMonths, Liquidity, OneOffKind, PriceBasis } from '../compensation/package.js';
import { writtenDay } from '../written.js';
import type { OfferState, RivalOfferState } from './offer.js';

/** Words of pay that stand in files, in one language. */
export type PayWords = {
  readonly state: Readonly<Record<OfferState | RivalOfferState, string>>;
  readonly extraMonths: Readonly<Record<ExtraMonths, string>>;
  readonly oneOffKind: Readonly<Record<OneOffKind, string>>;
  readonly priceBasis: Readonly<Record<PriceBasis, string>>;
  readonly liquidity: Readonly<Record<Liquidity, string>>;
  readonly basisOf: (basis: string, day: string) => string;
  readonly unknownBasis: string;
  readonly page: (page: number, of: number) => string;
};

export const payWords: Readonly<Record<Locale, PayWords>> = {
  en: {
    state: {
      draft: 'Draft',
      verbal: 'Verbal',
      extended: 'Extended',
      accepted: 'Accepted',
      declined: 'Declined',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
      superseded: 'Superseded',
      reneged: 'Reneged',
      rescinded: 'Rescinded',
      expected: 'Expected',
      received: 'Received',
      refused: 'Refused',
      lapsed: 'Lapsed',
    },
    extraMonths: { guaranteed: 'guaranteed', target: 'target' },
    oneOffKind: { make_whole: 'Make-whole', inducement: 'Sign-on', retention: 'Retention' },
    priceBasis: {
      market: 'Market price',
      last_round_preferred: 'Last round, preferred',
      common_fmv: 'Common, fair value',
      internal: 'Internal price',
      estimate: 'Estimate',
    },
    liquidity: { listed: 'listed', buyback: 'buybacks by the company', none: 'not tradable' },
    basisOf: (basis, day) => `${basis} of ${day}`,
    unknownBasis: 'a plan in money, or the kind of price is not noted',
    page: (page, of) => `Page ${page} of ${of}`,
  },
  zh: {
    state: {
      draft: '草稿',
      verbal: '口头',
      extended: '已发出',
      accepted: '已接受',
      declined: '已拒绝',
      expired: '已过期',
      withdrawn: '已撤回',
      superseded: '已被替代',
      reneged: '接受后反悔',
      rescinded: '客户取消',
      expected: '预计',
      received: '已收到',
      refused: '已拒绝',
      lapsed: '已失效',
    },
    extraMonths: { guaranteed: '保证', target: '目标' },
    oneOffKind: { make_whole: '损失补偿', inducement: '签约金', retention: '留任奖金' },
    priceBasis: {
      market: '市场价',
      last_round_preferred: '最近一轮优先股',
      common_fmv: '普通股公允价',
      internal: '内部价',
      estimate: '估算',
    },
    liquidity: { listed: '已上市', buyback: '公司回购', none: '不可流通' },
    basisOf: (basis, day) => `${basis}（${day}）`,
    unknownBasis: '现金计划，或未注明价格类型',
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  },
  de: {
    state: {
      draft: 'Entwurf',
      verbal: 'Mündlich',
      extended: 'Unterbreitet',
      accepted: 'Angenommen',
      declined: 'Abgelehnt',
      expired: 'Abgelaufen',
      withdrawn: 'Zurückgezogen',
      superseded: 'Ersetzt',
      reneged: 'Abgesprungen',
      rescinded: 'Zurückgenommen',
      expected: 'Erwartet',
      received: 'Erhalten',
      refused: 'Abgelehnt',
      lapsed: 'Hinfällig',
    },
    extraMonths: { guaranteed: 'garantiert', target: 'Ziel' },
    oneOffKind: { make_whole: 'Ausgleich', inducement: 'Antrittsprämie', retention: 'Halteprämie' },
    priceBasis: {
      market: 'Marktpreis',
      last_round_preferred: 'Letzte Runde, Vorzugsaktien',
      common_fmv: 'Stammaktien, Verkehrswert',
      internal: 'Interner Preis',
      estimate: 'Schätzung',
    },
    liquidity: {
      listed: 'börsennotiert',
      buyback: 'Rückkäufe durch das Unternehmen',
      none: 'nicht handelbar',
    },
    basisOf: (basis, day) => `${basis} vom ${day}`,
    unknownBasis: 'ein Plan in Geld, oder die Art des Preises ist nicht erfasst',
    page: (page, of) => `Seite ${page} von ${of}`,
  },
};

/** On what the price of a grant rests, as it is noted. */
export type EquityBasis = {
  readonly grantor: string | null;
  readonly priceBasis: PriceBasis | null;
  readonly priceOn: string | null;
  readonly liquidity: Liquidity | null;
};

/** On what the price of a grant rests, in words: kind of price with its day, and whether it can be sold. */
export function basisWords({ priceBasis, priceOn, liquidity }: EquityBasis, locale: Locale): string {
  const words = payWords[locale];
  const basis = priceBasis === null ? words.unknownBasis : words.priceBasis[priceBasis];
  const dated = priceBasis === null || priceOn === null ? basis : words.basisOf(basis, writtenDay(priceOn, locale));
  return liquidity === null ? dated : `${dated} · ${words.liquidity[liquidity]}`;
}
