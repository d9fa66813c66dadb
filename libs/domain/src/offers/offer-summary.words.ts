import type { Locale } from '../agencies/agency.js';
import type { ClawBack, ExtraMonths, GrantKind } from '../compensation/package.js';

/** The words of an offer's summary in one language. */
export type SummaryWords = {
  readonly mark: string;
  readonly binding: string;
  readonly title: string;
  readonly version: (number: number, day: string) => string;
  readonly days: string;
  readonly startsOn: string;
  readonly expiresOn: string;
  readonly open: string;
  readonly cash: string;
  readonly base: string;
  readonly aMonth: (amount: string, months: string) => string;
  readonly aYear: (amount: string) => string;
  readonly extra: string;
  readonly extraMonths: Readonly<Record<ExtraMonths, (months: string) => string>>;
  readonly bonus: string;
  readonly guaranteed: string;
  readonly annual: string;
  readonly oneOffs: string;
  readonly paidOn: (amount: string, day: string) => string;
  readonly clawBack: Readonly<Record<ClawBack, (months: number) => string>>;
  readonly paysClawBack: string;
  readonly grant: (number: number) => string;
  readonly grantor: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<GrantKind, string>>;
  readonly units: string;
  readonly amount: string;
  readonly strike: string;
  readonly price: string;
  readonly priceOf: (price: string, basis: string) => string;
  readonly noPrice: string;
  readonly worth: string;
  /** Of options. */
  readonly worthAbove: string;
  readonly vesting: string;
  readonly split: (shares: string) => string;
  readonly steps: (months: number, cliff: number, every: number) => string;
  readonly noLength: string;
  readonly vestsFrom: string;
  readonly fromStart: string;
  readonly exercise: string;
  readonly exerciseDays: (days: number) => string;
  readonly on: string;
  readonly value: string;
  readonly closing: string;
};

export const summaryWords: Readonly<Record<Locale, SummaryWords>> = {
  en: {
    mark: 'NOT AN OFFER',
    binding: 'A summary to read and talk about. The binding document is the employer’s own letter.',
    title: 'Summary of what is offered',
    version: (number, day) => `Version ${number} · ${day}`,
    days: 'Dates',
    startsOn: 'First day',
    expiresOn: 'Open until',
    open: 'not set',
    cash: 'Cash',
    base: 'Base',
    aMonth: (amount, months) => `${amount} a month × ${months} months`,
    aYear: (amount) => `${amount} a year`,
    extra: 'Months beyond 12',
    extraMonths: {
      guaranteed: (months) => `${months}, guaranteed`,
      target: (months) => `${months}, a target and not promised`,
    },
    bonus: 'Target bonus a year',
    guaranteed: 'Guaranteed cash a year',
    annual: 'Target cash a year',
    oneOffs: 'One-off payments',
    paidOn: (amount, day) => `${amount} on ${day}`,
    clawBack: {
      full: (months) => `to be repaid in full on leaving within ${months} months of the payment`,
      pro_rata: (months) => `to be repaid for the months left on leaving within ${months} months of the payment`,
    },
    paysClawBack: 'The employer repays what the former employer claims back.',
    grant: (number) => `Grant ${number}`,
    grantor: 'Granted by',
    kind: 'Kind',
    kinds: { rsu: 'Restricted stock units', option: 'Options', cash_plan: 'Plan in cash' },
    units: 'Units',
    amount: 'Amount',
    strike: 'Strike of a unit',
    price: 'Price of a unit',
    priceOf: (price, basis) => `${price} · ${basis}`,
    noPrice: 'not named; no value is shown',
    worth: 'Value at that price',
    worthAbove: 'Value above the strike at that price',
    vesting: 'Vesting',
    split: (shares) => `${shares} % after each year`,
    steps: (months, cliff, every) =>
      `over ${months} months, ${cliff > 0 ? `nothing before month ${cliff}, then ` : ''}every ${every === 1 ? 'month' : `${every} months`}`,
    noLength: 'not set',
    vestsFrom: 'Vesting from',
    fromStart: 'the first day; the dates follow when it is set',
    exercise: 'To exercise after leaving',
    exerciseDays: (days) => `${days} days`,
    on: 'Vests on',
    value: 'Value',
    closing:
      'Before tax. Values of equity are units × the named price; nobody promises that price, and private shares may not be sold when one wants to. This summary is no contract and no promise of one.',
  },
  zh: {
    mark: '非正式录用通知（NOT AN OFFER）',
    binding: '本摘要仅供阅读和沟通，具有约束力的只有用人单位出具的正式录用文件。',
    title: '录用方案摘要',
    version: (number, day) => `第 ${number} 版 · ${day}`,
    days: '日期',
    startsOn: '入职日',
    expiresOn: '有效期至',
    open: '未定',
    cash: '现金薪酬',
    base: '基本工资',
    aMonth: (amount, months) => `每月 ${amount} × ${months} 个月`,
    aYear: (amount) => `每年 ${amount}`,
    extra: '12 薪以外',
    extraMonths: {
      guaranteed: (months) => `${months} 个月，保证发放`,
      target: (months) => `${months} 个月，为目标值，不作保证`,
    },
    bonus: '年度目标奖金',
    guaranteed: '每年保证现金',
    annual: '年度目标现金',
    oneOffs: '一次性款项',
    paidOn: (amount, day) => `${amount}，${day} 支付`,
    clawBack: {
      full: (months) => `支付后 ${months} 个月内离职须全额返还`,
      pro_rata: (months) => `支付后 ${months} 个月内离职须按剩余月数比例返还`,
    },
    paysClawBack: '原单位要求返还的款项由新用人单位承担。',
    grant: (number) => `授予 ${number}`,
    grantor: '授予方',
    kind: '类型',
    kinds: { rsu: '限制性股票单位（RSU）', option: '期权', cash_plan: '现金计划' },
    units: '数量',
    amount: '金额',
    strike: '每份行权价',
    price: '单价',
    priceOf: (price, basis) => `${price} · ${basis}`,
    noPrice: '未注明，故不列价值',
    worth: '按该单价的价值',
    worthAbove: '按该单价高于行权价的价值',
    vesting: '归属',
    split: (shares) => `每满一年归属 ${shares}%`,
    steps: (months, cliff, every) =>
      `共 ${months} 个月${cliff > 0 ? `，前 ${cliff} 个月不归属（悬崖期）` : ''}，${cliff > 0 ? '此后' : ''}每 ${every} 个月归属一次`,
    noLength: '未定',
    vestsFrom: '归属起始日',
    fromStart: '自入职日起；入职日确定后方有具体日期',
    exercise: '离职后行权期限',
    exerciseDays: (days) => `${days} 天`,
    on: '归属日',
    value: '价值',
    closing:
      '均为税前。股权价值按数量 × 所示单价计算；该价格不作保证，非上市股权可能无法随时变现。本摘要不是合同，也不构成订立合同的承诺。',
  },
  de: {
    mark: 'KEIN ANGEBOT',
    binding:
      'Eine Zusammenfassung zum Lesen und Besprechen. Verbindlich ist allein das eigene Schreiben des Arbeitgebers.',
    title: 'Zusammenfassung der Konditionen',
    version: (number, day) => `Fassung ${number} · ${day}`,
    days: 'Termine',
    startsOn: 'Erster Arbeitstag',
    expiresOn: 'Offen bis',
    open: 'nicht festgelegt',
    cash: 'Barvergütung',
    base: 'Grundgehalt',
    aMonth: (amount, months) => `${amount} im Monat × ${months} Monate`,
    aYear: (amount) => `${amount} im Jahr`,
    extra: 'Monate über 12',
    extraMonths: {
      guaranteed: (months) => `${months}, garantiert`,
      target: (months) => `${months}, als Ziel und nicht zugesagt`,
    },
    bonus: 'Zielbonus im Jahr',
    guaranteed: 'Garantierte Barvergütung im Jahr',
    annual: 'Zielvergütung in bar im Jahr',
    oneOffs: 'Einmalzahlungen',
    paidOn: (amount, day) => `${amount} am ${day}`,
    clawBack: {
      full: (months) => `voll zurückzuzahlen bei Austritt binnen ${months} Monaten nach der Zahlung`,
      pro_rata: (months) =>
        `anteilig für die übrigen Monate zurückzuzahlen bei Austritt binnen ${months} Monaten nach der Zahlung`,
    },
    paysClawBack: 'Der Arbeitgeber trägt, was der frühere Arbeitgeber zurückfordert.',
    grant: (number) => `Zuteilung ${number}`,
    grantor: 'Gewährt von',
    kind: 'Art',
    kinds: { rsu: 'RSU (Anteile auf Zeit)', option: 'Optionen', cash_plan: 'Plan in Geld' },
    units: 'Stück',
    amount: 'Betrag',
    strike: 'Ausübungspreis je Stück',
    price: 'Preis je Stück',
    priceOf: (price, basis) => `${price} · ${basis}`,
    noPrice: 'nicht genannt; daher ohne Wert',
    worth: 'Wert zu diesem Preis',
    worthAbove: 'Wert über dem Ausübungspreis zu diesem Preis',
    vesting: 'Vesting',
    split: (shares) => `${shares} % nach jedem Jahr`,
    steps: (months, cliff, every) =>
      `über ${months} Monate, ${cliff > 0 ? `nichts vor Monat ${cliff}, dann ` : ''}${every === 1 ? 'jeden Monat' : `alle ${every} Monate`}`,
    noLength: 'nicht festgelegt',
    vestsFrom: 'Vesting ab',
    fromStart: 'dem ersten Arbeitstag; die Daten folgen, sobald er feststeht',
    exercise: 'Ausübung nach dem Ausscheiden',
    exerciseDays: (days) => `${days} Tage`,
    on: 'Vestet am',
    value: 'Wert',
    closing:
      'Vor Steuern. Der Wert einer Beteiligung ist Stückzahl × genannter Preis; niemand sagt diesen Preis zu, und nicht börsennotierte Anteile lassen sich womöglich nicht jederzeit verkaufen. Diese Zusammenfassung ist kein Vertrag und verspricht keinen.',
  },
};
