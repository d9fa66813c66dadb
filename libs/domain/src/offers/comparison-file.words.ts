import type { Locale } from '../agencies/agency.js';
import type { BidKind, Gap, Working } from '../compensation/bid.js';

type Row =
  | 'start'
  | 'guaranteed'
  | 'annual'
  | 'total'
  | 'equity'
  | 'missing'
  | 'forfeiture'
  | 'nextYear'
  | 'options'
  | 'gap'
  | 'afterAll'
  | 'cashMultiple'
  | 'totalMultiple'
  | 'lasting'
  | 'first';

type Rate = { from: string; to: string; rate: string; day: string; source: string };

/** The words of a comparison's file in one language; where the page says the same thing, they are its words. */
export type ComparisonWords = {
  readonly title: string;
  readonly made: string;
  readonly currency: string;
  readonly rateOn: string;
  readonly rates: string;
  readonly lastDay: string;
  readonly begin: string;
  readonly starts: string;
  readonly assumed: string;
  readonly none: string;
  readonly figure: string;
  readonly column: string;
  readonly count: string;
  readonly each: string;
  readonly monthsTitle: string;
  readonly gross: string;
  /** Why today's pay is not in the file, and what is not in it for that. */
  readonly hidden: string;
  readonly sheets: { readonly values: string; readonly working: string; readonly months: string };
  readonly line: string;
  readonly amount: string;
  readonly month: string;
  readonly inMonth: (month: number) => string;
  readonly assumption: (name: string, growth: string, haircut: string) => string;
  readonly rate: (rate: Rate) => string;
  readonly noRates: string;
  readonly kind: Readonly<Record<BidKind, string>>;
  readonly version: (number: number) => string;
  readonly named: (kind: string, name: string) => string;
  readonly again: (name: string, number: number) => string;
  readonly row: Readonly<Record<Row, string>>;
  readonly year: (number: number) => string;
  readonly cash: string;
  readonly leaving: string;
  readonly against: (name: string) => string;
  readonly breakEven: string;
  readonly doubtful: (day: string) => string;
  readonly early: (day: string) => string;
  readonly waiting: (count: number) => string;
  readonly law: string;
  readonly grantOf: (grantor: string, words: string) => string;
  readonly kept: (words: string) => string;
  readonly missing: Readonly<Record<Gap['missing'], (number: number) => string>>;
  readonly worth: (units: string, amount: string) => string;
  readonly cost: (amount: string) => string;
  readonly lapse: (day: string) => string;
  readonly noLapse: string;
  readonly never: string;
  readonly sum: string;
  readonly difference: string;
  readonly quotient: string;
  readonly grant: (what: string, number: number) => string;
  readonly of: (what: string, label: string) => string;
  readonly withoutOneOffs: (name: string) => string;
  readonly annualOf: (name: string) => string;
  readonly what: Readonly<Record<Working['what'] | 'forfeiture' | 'gap', string>>;
};

export const comparisonWords: Readonly<Record<Locale, ComparisonWords>> = {
  en: {
    title: 'Comparison of packages',
    made: 'Made on',
    currency: 'Currency',
    rateOn: 'Rates of',
    rates: 'Rates used',
    lastDay: 'Last day',
    begin: 'Month 1 begins',
    starts: 'Starts',
    assumed: 'Assumed of prices',
    none: 'nothing',
    figure: 'Figure',
    column: 'Column',
    count: 'Count',
    each: 'Each',
    monthsTitle: 'Paid in all, by month',
    gross: 'Before tax and not discounted; amounts are rounded once, when shown.',
    hidden:
      'Current pay is not in this file: the place of the search bans pay history, and the person has not volunteered it for this client. Left out with it are staying, what leaving costs, the make-whole gap, multiples and break-even against staying, claw-back owed and pay during a non-compete, what a counteroffer keeps of today’s equity, and therefore the four-year multiple and break-even against a counteroffer.',
    sheets: { values: 'Values', working: 'Working', months: 'Months' },
    line: 'Part',
    amount: 'Amount',
    month: 'Month',
    inMonth: (month) => `Month ${month}`,
    assumption: (name, growth, haircut) => `${name}: growth ${growth} % a year, haircut ${haircut} %`,
    rate: ({ from, to, rate, day, source }) => `1 ${from} = ${rate} ${to} (${day}, ${source})`,
    noRates: 'no rate needed',
    kind: { stay: 'Staying', offer: 'Our offer', counteroffer: 'Counteroffer', competing_offer: 'Competing offer' },
    version: (number) => `Our offer, version ${number}`,
    named: (kind, name) => `${kind}, ${name}`,
    again: (name, number) => `${name} (${number})`,
    row: {
      start: 'Start',
      guaranteed: 'Guaranteed cash a year',
      annual: 'Annual cash',
      total: 'Four years',
      equity: 'What the equity rests on',
      missing: 'Not counted',
      forfeiture: 'Forfeited by leaving',
      options: 'Vested options, beside it',
      gap: 'Make-whole gap',
      cashMultiple: 'Annual cash, multiple',
      totalMultiple: 'Four years without one-offs, multiple',
      lasting: 'Break-even for good',
      first: 'First time level',
      nextYear: 'Of it within 12 months',
      afterAll: 'After all one-offs',
    },
    year: (number) => `Year ${number}`,
    cash: 'Cash and years',
    leaving: 'What leaving costs',
    against: (name) => `Against: ${name}`,
    breakEven:
      'Break-even is lasting: from that month to month 48 the column has never paid less in all. The first time level can pass again and misleads alone.',
    doubtful: (day) => `${day}, if doubtful covenants hold`,
    early: (day) => `Covenants allow ${day} at the earliest`,
    waiting: (count) => (count === 1 ? '1 month without this pay' : `${count} months without this pay`),
    law: 'The days follow from the covenants as noted; this is not legal advice.',
    grantOf: (grantor, words) => `${grantor}: ${words}`,
    kept: (words) => `kept by staying: ${words}`,
    missing: {
      vestStart: (number) => `Grant ${number}: no start of vesting`,
      vestMonths: (number) => `Grant ${number}: no length of vesting`,
      price: (number) => `Grant ${number}: no price of a unit`,
    },
    worth: (units, amount) => `${units} options, ${amount} above the strike`,
    cost: (amount) => `exercise costs ${amount}`,
    lapse: (day) => `lapse on ${day}`,
    noLapse: 'day of lapse not noted',
    never: 'not within 48 months',
    sum: 'Sum',
    difference: 'Difference',
    quotient: 'Multiple',
    grant: (what, number) => `${what}, grant ${number}`,
    of: (what, label) => `${what} (${label})`,
    withoutOneOffs: (name) => `${name}: four years without one-offs and claw-back`,
    annualOf: (name) => `${name}: annual cash`,
    what: {
      base: 'Base',
      extra_months: 'Months beyond 12',
      bonus: 'Target bonus',
      recurring: 'Cash of the months worked',
      waiting: 'Pay during the non-compete',
      equity: 'Vesting',
      kept_equity: 'Vesting kept by staying',
      one_off: 'One-off',
      claw_back: 'Claw-back',
      unvested: 'Unvested',
      earned_unpaid: 'Bonus earned, not paid',
      make_whole: 'Make-whole',
      paid_claw_back: 'Claw-back repaid by the client',
      forfeiture: 'Forfeited by leaving',
      gap: 'Make-whole gap',
    },
  },
  zh: {
    title: '薪酬方案比较',
    made: '生成日期',
    currency: '币种',
    rateOn: '汇率日期',
    rates: '所用汇率',
    lastDay: '离职日',
    begin: '第 1 个月起始日',
    starts: '入职日',
    assumed: '估值假设',
    none: '无',
    figure: '项目',
    column: '方案',
    count: '数量',
    each: '单价',
    monthsTitle: '逐月累计收入',
    gross: '税前，不折现；金额仅在显示时四舍五入一次。',
    hidden:
      '本文件不含当前薪酬：该委托所在地禁止询问薪酬历史，且本人未为此客户主动披露。因此一并略去：留任、离职损失、补偿缺口、与留任相比的倍数和回本、应返还款项、竞业限制补偿、挽留方案所保留的现有股权，以及与挽留方案相比的四年倍数和回本。',
    sheets: { values: '数值', working: '计算过程', months: '逐月累计' },
    line: '组成',
    amount: '金额',
    month: '月份',
    inMonth: (month) => `第 ${month} 个月`,
    assumption: (name, growth, haircut) => `${name}：每年涨幅 ${growth}%，估值折扣 ${haircut}%`,
    rate: ({ from, to, rate, day, source }) => `1 ${from} = ${rate} ${to}（${day}，${source}）`,
    noRates: '无需换算',
    kind: { stay: '留任', offer: '我方录用方案', counteroffer: '挽留方案', competing_offer: '竞争方案' },
    version: (number) => `我方录用方案第 ${number} 版`,
    named: (kind, name) => `${kind}，${name}`,
    again: (name, number) => `${name}（${number}）`,
    row: {
      start: '入职日',
      guaranteed: '每年保证现金',
      annual: '年度现金',
      total: '四年合计',
      equity: '股权估值依据',
      missing: '未计入',
      forfeiture: '离职损失',
      options: '另有已归属期权',
      gap: '补偿缺口',
      cashMultiple: '年度现金倍数',
      totalMultiple: '四年合计倍数（不含一次性款项）',
      lasting: '持久回本',
      first: '首次持平',
      nextYear: '其中 12 个月内',
      afterAll: '计入全部一次性款项后',
    },
    year: (number) => `第 ${number} 年`,
    cash: '现金与各年',
    leaving: '离职代价',
    against: (name) => `对比：${name}`,
    breakEven: '回本指持久领先：自该月至第 48 个月，累计收入从未落后。首次持平之后还可能再次落后，单看会误导。',
    doubtful: (day) => `若存疑的限制条款有效，则为 ${day}`,
    early: (day) => `按限制条款，最早 ${day}`,
    waiting: (count) => `${count} 个月没有该薪酬`,
    law: '日期按已记录的限制条款推算，不构成法律意见。',
    grantOf: (grantor, words) => `${grantor}：${words}`,
    kept: (words) => `留任保留：${words}`,
    missing: {
      vestStart: (number) => `授予 ${number}：缺少归属起始日`,
      vestMonths: (number) => `授予 ${number}：缺少归属期限`,
      price: (number) => `授予 ${number}：缺少单价`,
    },
    worth: (units, amount) => `${units} 份期权，高于行权价 ${amount}`,
    cost: (amount) => `行权成本 ${amount}`,
    lapse: (day) => `${day} 失效`,
    noLapse: '未注明失效日',
    never: '48 个月内未回本',
    sum: '合计',
    difference: '差额',
    quotient: '倍数',
    grant: (what, number) => `${what}，授予 ${number}`,
    of: (what, label) => `${what}（${label}）`,
    withoutOneOffs: (name) => `${name}：四年合计，不含一次性款项与返还`,
    annualOf: (name) => `${name}：年度现金`,
    what: {
      base: '基本工资',
      extra_months: '12 薪以外',
      bonus: '目标奖金',
      recurring: '在职月份的现金',
      waiting: '竞业限制补偿',
      equity: '归属',
      kept_equity: '留任保留的归属',
      one_off: '一次性款项',
      claw_back: '返还',
      unvested: '未归属',
      earned_unpaid: '已挣得未发放的奖金',
      make_whole: '补偿',
      paid_claw_back: '客户代付的返还',
      forfeiture: '离职损失',
      gap: '补偿缺口',
    },
  },
  de: {
    title: 'Vergleich der Vergütungen',
    made: 'Erstellt am',
    currency: 'Währung',
    rateOn: 'Kurse vom',
    rates: 'Verwendete Kurse',
    lastDay: 'Letzter Tag',
    begin: 'Monat 1 beginnt am',
    starts: 'Eintritte',
    assumed: 'Annahmen zu Preisen',
    none: 'keine',
    figure: 'Größe',
    column: 'Spalte',
    count: 'Anzahl',
    each: 'Je',
    monthsTitle: 'Insgesamt gezahlt, nach Monaten',
    gross: 'Vor Steuern und nicht abgezinst; Beträge sind einmal gerundet, bei der Anzeige.',
    hidden:
      'Das aktuelle Gehalt steht nicht in dieser Datei: Am Ort der Suche darf die Gehaltshistorie nicht erfragt werden, und die Person hat sie für diesen Kunden nicht von sich aus genannt. Mit ihm fehlen das Bleiben, der Verfall beim Gehen, die Lücke im Ausgleich, Vielfache und Gleichstand gegenüber dem Bleiben, geschuldete Rückzahlungen, die Karenzentschädigung, die heutige Beteiligung, die ein Gegenangebot erhält, und deshalb auch Vier-Jahres-Vielfaches und Gleichstand gegenüber einem Gegenangebot.',
    sheets: { values: 'Werte', working: 'Rechenweg', months: 'Monate' },
    line: 'Teil',
    amount: 'Betrag',
    month: 'Monat',
    inMonth: (month) => `Monat ${month}`,
    assumption: (name, growth, haircut) => `${name}: Wachstum ${growth} % im Jahr, Abschlag ${haircut} %`,
    rate: ({ from, to, rate, day, source }) => `1 ${from} = ${rate} ${to} (${day}, ${source})`,
    noRates: 'kein Kurs nötig',
    kind: {
      stay: 'Bleiben',
      offer: 'Unser Angebot',
      counteroffer: 'Gegenangebot',
      competing_offer: 'Konkurrenzangebot',
    },
    version: (number) => `Unser Angebot, Fassung ${number}`,
    named: (kind, name) => `${kind}, ${name}`,
    again: (name, number) => `${name} (${number})`,
    row: {
      start: 'Eintritt',
      guaranteed: 'Garantierte Barvergütung im Jahr',
      annual: 'Jährliche Barvergütung',
      total: 'Vier Jahre',
      equity: 'Worauf die Beteiligung beruht',
      missing: 'Nicht gezählt',
      forfeiture: 'Verfall beim Gehen',
      options: 'Gevestete Optionen, daneben',
      gap: 'Lücke im Ausgleich',
      cashMultiple: 'Jährliche Barvergütung, Vielfaches',
      totalMultiple: 'Vier Jahre ohne Einmalzahlungen, Vielfaches',
      lasting: 'Dauerhafter Gleichstand',
      first: 'Erstmals gleichauf',
      nextYear: 'Davon innerhalb von 12 Monaten',
      afterAll: 'Nach allen Einmalzahlungen',
    },
    year: (number) => `Jahr ${number}`,
    cash: 'Bar und Jahre',
    leaving: 'Was das Gehen kostet',
    against: (name) => `Gegenüber: ${name}`,
    breakEven:
      'Gleichstand heißt dauerhaft: Von diesem Monat bis Monat 48 wurde insgesamt nie weniger gezahlt. Das erste Mal gleichauf kann wieder vergehen und täuscht allein.',
    doubtful: (day) => `${day}, falls zweifelhafte Klauseln gelten`,
    early: (day) => `Die Klauseln erlauben frühestens den ${day}`,
    waiting: (count) => (count === 1 ? '1 Monat ohne diese Vergütung' : `${count} Monate ohne diese Vergütung`),
    law: 'Die Tage folgen aus den erfassten Klauseln; das ist keine Rechtsberatung.',
    grantOf: (grantor, words) => `${grantor}: ${words}`,
    kept: (words) => `bleibt beim Bleiben: ${words}`,
    missing: {
      vestStart: (number) => `Zuteilung ${number}: kein Beginn des Vestings`,
      vestMonths: (number) => `Zuteilung ${number}: keine Dauer des Vestings`,
      price: (number) => `Zuteilung ${number}: kein Preis je Anteil`,
    },
    worth: (units, amount) => `${units} Optionen, ${amount} über dem Ausübungspreis`,
    cost: (amount) => `Ausübung kostet ${amount}`,
    lapse: (day) => `verfallen am ${day}`,
    noLapse: 'Tag des Verfalls nicht erfasst',
    never: 'nicht innerhalb von 48 Monaten',
    sum: 'Summe',
    difference: 'Unterschied',
    quotient: 'Vielfaches',
    grant: (what, number) => `${what}, Zuteilung ${number}`,
    of: (what, label) => `${what} (${label})`,
    withoutOneOffs: (name) => `${name}: vier Jahre ohne Einmalzahlungen und Rückzahlung`,
    annualOf: (name) => `${name}: jährliche Barvergütung`,
    what: {
      base: 'Grundgehalt',
      extra_months: 'Monate über 12',
      bonus: 'Zielbonus',
      recurring: 'Barvergütung der gearbeiteten Monate',
      waiting: 'Karenzentschädigung',
      equity: 'Vesting',
      kept_equity: 'Vesting, das beim Bleiben bleibt',
      one_off: 'Einmalzahlung',
      claw_back: 'Rückzahlung',
      unvested: 'Noch nicht gevestet',
      earned_unpaid: 'Verdienter, nicht gezahlter Bonus',
      make_whole: 'Ausgleich',
      paid_claw_back: 'Rückzahlung, die der Kunde trägt',
      forfeiture: 'Verfall beim Gehen',
      gap: 'Lücke im Ausgleich',
    },
  },
};
