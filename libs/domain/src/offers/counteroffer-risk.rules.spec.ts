import { describe, expect, it } from '@jest/globals';
import { pay, payment, plan } from '../../../../test/support/pay.js';
import type { CovenantTerms } from '../candidates/covenant.rules.js';
import { shown } from '../compensation/annual-cash.js';
import { shownMultiple } from '../compensation/exact.js';
import { counterofferRisk, type Risk, type RiskFacts, riskReasons } from './counteroffer-risk.rules.js';

const today = '2026-03-02';
/** Nothing that speaks for a counteroffer, and nothing that nobody knows. */
const quiet: RiskFacts = {
  today,
  pay: { current: pay('960000'), expected: pay('960000') },
  band: { low: '900000', currency: 'CNY' },
  rates: [],
  covenants: [
    { kind: 'notice', months: 0.5, startsFrom: 'resignation', binds: 'all', organizationIds: [], status: 'asserted' },
  ],
  destination: ['client'],
  acceptedOn: null,
  resignedOn: null,
  lastDayOn: null,
  startsOn: '2026-04-06',
  counteroffers: [],
  record: { decided: 4, received: 0 },
  attempts: 1,
  objections: [],
};
const covenant = (values: Partial<CovenantTerms>): CovenantTerms => ({
  kind: 'notice',
  months: 1,
  startsFrom: 'resignation',
  binds: 'all',
  organizationIds: [],
  status: 'asserted',
  ...values,
});
const risk = (values: Partial<RiskFacts>) => counterofferRisk({ ...quiet, ...values });
/** The figures that a reason has. */
const told = ({ what, amount, beside, multiple, objections, isDoubtful, ...rest }: Risk): string => {
  const figures = [
    amount && shown(amount.amount, amount.currency),
    beside && shown(beside.amount, beside.currency),
    multiple && `×${shownMultiple(multiple)}`,
    rest.state,
    rest.days && `${rest.days} days`,
    rest.from,
    rest.until,
    rest.count !== null && `${rest.count} of ${rest.of ?? '–'}`,
    isDoubtful && 'doubtful',
    objections.join(' '),
  ];
  return [what, ...figures.filter(Boolean)].join(' ');
};
const reasons = (values: Partial<RiskFacts>): string[] => risk(values).reasons.map(told);
const current = (values: Parameters<typeof pay>[1]) => ({
  pay: { current: pay('960000', values), expected: pay('960000') },
});

describe('the risk of a counteroffer', () => {
  it('is none where nothing speaks for it', () => {
    expect(risk({})).toEqual({ reasons: [], unknown: [] });
  });

  it.each<[string, Partial<RiskFacts>, string[]]>([
    [
      // 2,400,000 over four years from 2025-01-15, by the year: 600,000 vested by 2026-03-17, 600,000 more within 12 months
      'unvested equity, and what of it vests within 12 months',
      current({ grants: [plan('2400000', { vestStart: '2025-01-15' })] }),
      ['unvested 1800000.00 600000.00 2026-03-17'],
    ],
    [
      // 120,000 × 8 completed months of 12
      'a bonus that is paid to who is still there',
      current({ bonusAmount: '120000', bonusYearFrom: '2025-07-01' }),
      ['unpaid_bonus 80000.00 2026-03-17'],
    ],
    [
      // 300,000 × (24 − 12) ÷ 24
      'a sign-on that is owed back',
      current({ oneOffs: [payment('300000', { paidOn: '2025-03-01', clawBack: 'pro_rata', clawBackMonths: 24 })] }),
      ['claw_back 150000.00 2026-03-17'],
    ],
    [
      'a raise that is asked, against today',
      { pay: { current: pay('960000'), expected: pay('100000', { basePer: 'month', months: '16' }) } },
      ['raise 1600000.00 960000.00 ×1.67'],
    ],
    [
      // 150,000 dollars × 6.9 = 1,035,000
      'a raise in another currency',
      {
        pay: { current: pay('960000'), expected: pay('150000', { currency: 'USD' }) },
        rates: [{ from: 'USD', to: 'CNY', on: '2026-03-01', rate: '6.9' }],
      },
      ['raise 1035000.00 960000.00 ×1.08'],
    ],
    ['pay below the band', { band: { low: '1000000', currency: 'CNY' } }, ['below_band 1000000.00 960000.00']],
    ['an employer that countered before', { record: { decided: 5, received: 3 } }, ['record 3 of 5']],
    ['a long notice', { lastDayOn: '2026-04-01', startsOn: '2026-04-02' }, ['notice 30 days 2026-03-02 2026-04-01']],
    ['a resignation that does not come', { acceptedOn: '2026-02-26' }, ['not_resigned 4 days 2026-02-26']],
    [
      'a first day far away',
      { acceptedOn: '2026-03-01', startsOn: '2026-04-30' },
      ['wait 60 days 2026-03-01 2026-04-30'],
    ],
    [
      'a garden leave and a non-compete',
      {
        covenants: [
          ...quiet.covenants,
          covenant({ kind: 'garden_leave', months: 0.5 }),
          covenant({ kind: 'non_compete', months: 1, startsFrom: 'last_day' }),
        ],
      },
      ['garden_leave 15 days 2026-03-02 2026-03-17', 'non_compete 31 days 2026-03-18 2026-04-17'],
    ],
    [
      'a non-compete that may not hold',
      {
        covenants: [
          ...quiet.covenants,
          covenant({ kind: 'non_compete', months: 1, startsFrom: 'last_day', status: 'doubtful' }),
        ],
      },
      ['non_compete 31 days 2026-03-18 2026-04-17 doubtful'],
    ],
    [
      'what was objected in attempts',
      { attempts: 2, objections: ['loyalty', 'unvested_equity'] },
      ['objections 2 of – loyalty unvested_equity'],
    ],
    [
      'a counteroffer that is expected, with what is known of it',
      {
        counteroffers: [
          { state: 'expected', on: '2026-03-01', cash: pay('72000', { basePer: 'month', months: '16' }) },
        ],
      },
      ['counteroffer 1152000.00 expected 2026-03-01'],
    ],
    [
      'one that is there; those that are over say nothing',
      {
        counteroffers: [
          { state: 'received', on: '2026-03-01', cash: null },
          { state: 'refused', on: '2026-02-01', cash: null },
          { state: 'lapsed', on: '2026-01-01', cash: null },
        ],
      },
      ['counteroffer received 2026-03-01'],
    ],
  ])('is told by %s', (_, values, expected) => {
    expect(reasons(values)).toEqual(expected);
  });

  it.each<[string, Partial<RiskFacts>]>([
    ['all has vested', current({ grants: [plan('2400000', { vestStart: '2020-01-15' })] })],
    ['less is asked than is paid', { pay: { current: pay('960000'), expected: pay('900000') } }],
    ['pay is that of the band', { band: { low: '960000', currency: 'CNY' } }],
    ['the notice is one day shorter', { lastDayOn: '2026-03-31', startsOn: '2026-04-06' }],
    ['they resigned, or have three days left', { acceptedOn: '2026-02-27' }],
    ['they resigned', { acceptedOn: '2026-02-20', resignedOn: '2026-02-22', lastDayOn: '2026-03-10' }],
    ['the first day is 59 days away', { acceptedOn: '2026-03-01', startsOn: '2026-04-29' }],
    [
      'the non-compete does not reach the client, or is waived',
      {
        covenants: [
          ...quiet.covenants,
          covenant({ kind: 'non_compete', binds: 'named', organizationIds: ['other'] }),
          covenant({ kind: 'non_compete', status: 'waived' }),
          covenant({ kind: 'garden_leave', status: 'void' }),
        ],
      },
    ],
  ])('is not where %s', (_, values) => {
    expect(reasons(values)).toEqual([]);
  });

  it.each<[string, Partial<RiskFacts>, string[]]>([
    ['today’s pay', { pay: { current: null, expected: pay('1') } }, ['current_pay']],
    ['what they expect', { pay: { current: pay('960000'), expected: null } }, ['expected_pay']],
    ['how a grant vests', current({ grants: [plan('1')] }), ['vesting']],
    [
      'from when the bonus year runs',
      { pay: { current: pay('960000', { bonusAmount: '1' }), expected: pay('960001') } },
      ['bonus_year'],
    ],
    ['a rate', { pay: { current: pay('960000'), expected: pay('1', { currency: 'USD' }) } }, ['rate']],
    ['a rate of the band', { band: { low: '1', currency: 'USD' } }, ['rate']],
    ['the employer', { record: null }, ['employer']],
    ['whether it counters', { record: { decided: 0, received: 0 } }, ['record']],
    ['the notice', { covenants: [] }, ['notice']],
    ['the first day', { startsOn: null }, ['start']],
    ['what they said when approached', { attempts: 0 }, ['attempts']],
  ])('says that nobody knows %s', (_, values, expected) => {
    expect(risk(values)).toEqual({ reasons: [], unknown: expected });
  });

  it('says nothing of pay where the reader may not know it, not even that it is missing', () => {
    const rich = { ...quiet, record: { decided: 2, received: 1 }, band: { low: '9000000', currency: 'USD' } };
    expect(counterofferRisk({ ...rich, pay: undefined }).reasons.map(told)).toEqual(['record 1 of 2']);
    expect(counterofferRisk({ ...rich, pay: undefined }).unknown).toEqual([]);
  });

  it('tells its reasons in one order', () => {
    const all = counterofferRisk({
      ...quiet,
      ...current({ grants: [plan('2400000', { vestStart: '2025-01-15' })] }),
      record: { decided: 5, received: 3 },
      counteroffers: [{ state: 'expected', on: today, cash: null }],
      objections: ['pay'],
      acceptedOn: '2026-02-01',
      startsOn: '2026-09-01',
    }).reasons.map(({ what }) => what);
    expect(all).toEqual(riskReasons.filter((one) => all.includes(one)));
    expect(all).toEqual(['counteroffer', 'unvested', 'record', 'not_resigned', 'wait', 'objections']);
  });
});
