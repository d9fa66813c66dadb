import { describe, expect, it } from '@jest/globals';
import { packageOf } from './package-line.rules.js';
import type { PackageProposal } from './package-line.js';

const nothing = { extraMonths: null, bonusAmount: null, level: null, oneOffs: [], grants: [], unread: [] } as const;
const monthly = (baseAmount: string, months: number, more: Partial<PackageProposal> = {}) => ({
  ...nothing,
  currency: 'CNY',
  baseAmount,
  basePer: 'month',
  months,
  extraMonths: months > 12 ? 'target' : null,
  ...more,
});
const yearly = (currency: string, baseAmount: string, more: Partial<PackageProposal> = {}) => ({
  ...nothing,
  currency,
  baseAmount,
  basePer: 'year',
  months: null,
  ...more,
});
const plan = (amount: string, vestMonths: number | null) =>
  ({ kind: 'cash_plan', units: null, amount, strike: null, price: null, vestMonths }) as const;
const rsu = (units: string, price: string | null, vestMonths: number | null) =>
  ({ kind: 'rsu', units, amount: null, strike: null, price, vestMonths }) as const;

describe('a package in a line', () => {
  it.each<[string, object]>([
    ['40k*16 + 20万期权/4年', monthly('40000', 16, { grants: [plan('200000', 48)] })],
    ['40000×13.5', monthly('40000', 13.5)],
    ['年薪 180万', yearly('CNY', '1800000')],
    [
      '$350k + 20% bonus + $100k sign-on + 12,000 RSU @150 over 4 years',
      yearly('USD', '350000', {
        bonusAmount: '70000',
        oneOffs: [{ kind: 'inducement', amount: '100000' }],
        grants: [rsu('12000', '150', 48)],
      }),
    ],
    ['60k x 15 + 200k 奖金', monthly('60000', 15, { bonusAmount: '200000' })],
    ['1.2M CNY', yearly('CNY', '1200000')],
    ['４０ｋ＊１６', monthly('40000', 16)],
    ['4万16薪', monthly('40000', 16)],
    ['月薪 35k', monthly('35000', 12)],
    ['35k', monthly('35000', 12)],
    ['120w', yearly('CNY', '1200000')],
    ['1.5百万元', yearly('CNY', '1500000')],
    ['￥45,000 x 14', monthly('45000', 14)],
    ['85.000 € + 10% Zielbonus', yearly('EUR', '85000', { bonusAmount: '8500' })],
    ['1,2 Mio EUR p.a.', yearly('EUR', '1200000')],
    ["CHF 180'000", yearly('CHF', '180000')],
    ['£90k a year, 15k bonus', yearly('GBP', '90000', { bonusAmount: '15000' })],
    ['40k*12 + 4个月年终', monthly('40000', 16)],
    [
      '50k*12 + 签字费 30万 + 补偿 100万 + 留任奖金 50万',
      monthly('50000', 12, {
        oneOffs: [
          { kind: 'inducement', amount: '300000' },
          { kind: 'make_whole', amount: '1000000' },
          { kind: 'retention', amount: '500000' },
        ],
      }),
    ],
    [
      'USD 200k + 10,001 options @2.00 over 4 years',
      yearly('USD', '200000', {
        grants: [{ kind: 'option', units: '10001', amount: null, strike: '2', price: null, vestMonths: 48 }],
      }),
    ],
    [
      '50k*16 + 20万股期权',
      monthly('50000', 16, {
        grants: [{ kind: 'option', units: '200000', amount: null, strike: null, price: null, vestMonths: null }],
      }),
    ],
    ['$300k + $400k RSU / 4y', yearly('USD', '300000', { grants: [plan('400000', 48)] })],
    ['$300k + 12k RSUs @150.125', yearly('USD', '300000', { grants: [rsu('12000', '150.125', null)] })],
    ['20% bonus, $100k', yearly('USD', '100000', { bonusAmount: '20000' })],
    ['33333.3333*13', monthly('33333.3333', 13)],
    ['P7 60k*16', monthly('60000', 16, { level: 'P7' })],
    ['60k*16,P7', monthly('60000', 16, { level: 'P7' })],
    ['P7，年薪 180万', yearly('CNY', '1800000', { level: 'P7' })],
    ['阿里P7 60k*16', monthly('60000', 16, { level: 'P7', unread: ['阿里'] })],
    ['ic5: $350k + 20% bonus', yearly('USD', '350000', { bonusAmount: '70000', level: 'IC5' })],
    ['45k x 14 + T3-2', monthly('45000', 14, { level: 'T3-2' })],
    ['e6 $300k + $400k RSU / 4y', yearly('USD', '300000', { level: 'E6', grants: [plan('400000', 48)] })],
    ['P7-P8 60k*16', monthly('60000', 16, { level: 'P7-P8' })],
    ['l5 £90k, L5', yearly('GBP', '90000', { level: 'L5' })],
  ])('reads %s', (text, said) => {
    expect(packageOf(text)).toMatchObject(said);
  });

  it('says what it took for granted', () => {
    expect(packageOf('40k*16 + 20万期权/4年')?.assumed).toEqual(['value_as_plan', 'currency', 'target_months']);
    expect(packageOf('$350k + 20% bonus')?.assumed).toEqual(['per_year', 'percent_of_base']);
    expect(packageOf('35k rmb')?.assumed).toEqual(['per_month']);
    expect(packageOf('月薪 35k 元')?.assumed).toEqual([]);
  });

  it('says what it could not read, and takes nothing of it', () => {
    const read = (text: string) => packageOf(text)?.unread;
    expect(read('40k*16 + 免费午餐')).toEqual(['免费午餐']);
    expect(read('40k-50k*16')).toEqual(['50k']);
    expect(read('40k*16 + $100k sign-on')).toEqual([]);
    expect(read('¥40k*16 + $100k sign-on')).toEqual(['$100k sign-on']);
    expect(read('40k*160')).toEqual(['* 160']);
    expect(read('40k*16 + 100k')).toEqual(['100k']);
    expect(read('税后 40k*16')).toEqual(['税后']);
    expect(read('40k*16 + sign-on')).toEqual(['sign-on']);
    expect(read('40k*16 + 1.5 RSU')).toEqual(['1.5 rsu']);
  });

  it('takes no level where several are named, nor a part of a word or a product', () => {
    expect(packageOf('P7 → P8 60k*16')).toMatchObject(monthly('60000', 16, { unread: ['p7', 'p8'] }));
    expect(packageOf('60k*16 mp3')?.level).toBeNull();
    expect(packageOf('60k*16 + 1e6 RSU')?.level).toBeNull();
    expect(packageOf('P7')).toBeUndefined();
  });

  it.each(['', '   ', '面议', 'to be discussed', '0', '0k*16', '20%', '+++', '99999999999999', '12,34,5', '1.2.3.4k'])(
    'finds no package in %j',
    (text) => {
      expect(packageOf(text)).toBeUndefined();
    },
  );

  it('passes over what is no line, at once', () => {
    const begin = Date.now();
    expect(packageOf('9'.repeat(5_000_000))).toBeUndefined();
    expect(packageOf('9'.repeat(400))).toBeUndefined();
    expect(packageOf('1,'.repeat(200))).toBeUndefined();
    expect(Date.now() - begin).toBeLessThan(500);
  });

  it('keeps amounts exact', () => {
    expect(packageOf('¥0.1万 * 12 + 33.3% bonus')).toMatchObject({ baseAmount: '1000', bonusAmount: '3996' });
    expect(packageOf('9999999999999 CNY')?.baseAmount).toBe('9999999999999');
  });
});
