import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locales } from '../agencies/agency.js';
import { holdsHidden, hiddenTerms } from './hidden.rules.js';
import { reportCode, reportFileName, reportOf, textOfReport } from './report.rules.js';
import { shippedTemplate } from './report.words.js';
import type { ReportOrder, ReportPerson } from './report.js';
import { disclosureLevels } from './submission.js';
import { isPlainTitle } from './title.rules.js';

const organization = (name: string): ReportPerson['affiliations'][number]['organization'] => ({
  name,
  nativeName: `${name}总部`,
  aliases: [`${name.toLowerCase()}.example`],
  kind: 'company',
  country: 'China',
  people: 150,
});

const person: ReportPerson = {
  displayName: 'Zhao Hong',
  givenName: 'Hong',
  familyName: 'Zhao',
  nativeName: '赵宏',
  romanizedName: 'Zhao Hong',
  aliases: ['Helen Zhao'],
  pseudonym: null,
  headline: 'The one behind Kestrel 3',
  roleFamily: 'Post-training',
  seniority: 'staff',
  city: 'Hangzhou',
  country: 'China',
  workAuthorization: 'needs_sponsorship',
  topics: [
    { kind: 'area', name: 'RLHF', sharedBy: 5 },
    { kind: 'area', name: 'Kestrel alignment', sharedBy: 1 },
    { kind: 'language', name: 'English', sharedBy: 5 },
  ],
  affiliations: [
    {
      type: 'employment',
      organization: organization('Kestrel'),
      title: 'Kestrel Research Lead',
      team: 'Falconry',
      startedOn: '2021-07-01',
      endedOn: null,
      seenFrom: null,
      seenUntil: null,
      current: true,
    },
    {
      type: 'study',
      organization: { ...organization('Lakeside University'), kind: 'university', people: 3 },
      title: 'PhD student',
      team: null,
      startedOn: '2015-09-01',
      endedOn: '2021-06-30',
      seenFrom: null,
      seenUntil: null,
      current: false,
    },
  ],
  publications: [
    { title: 'Falcons that plan', venue: 'NeurIPS', year: 2024 },
    { title: 'A small paper', venue: null, year: null },
  ],
  noticeMonths: 3,
  currentPay: { amount: '2340000.00', currency: 'CNY' },
  expectedPay: { amount: '3100000.00', currency: 'CNY' },
  channels: [{ kind: 'wechat', value: 'zhao_hong_88' }],
  identifiers: [{ kind: 'openreview', value: '~Hong_Zhao1' }],
};

const order = (level: ReportOrder['level'], locale: ReportOrder['template']['locale'] = 'en'): ReportOrder => ({
  level,
  template: shippedTemplate(locale),
  code: 'C-7F3A',
  searchTitle: 'Head of Post-training',
  recommendation: 'Led the alignment team.',
  today: '2026-03-01',
});
const text = (level: ReportOrder['level'], locale?: ReportOrder['template']['locale'], of = person): string =>
  textOfReport(reportOf(of, order(level, locale)));

describe('a candidate report', () => {
  it('tells more from level to level', () => {
    expect(text('L0')).toContain('Market profile: C-7F3A');
    expect(text('L0')).not.toMatch(/RLHF|Publications|Experience|Hangzhou/);
    expect(text('L1')).toContain('Areas: RLHF\n');
    expect(text('L1')).toContain('Publications: 1–4');
    expect(text('L1')).toContain('Place: China\n');
    expect(text('L1')).not.toMatch(/Large company|Hangzhou|2,000,000/);
    expect(text('L2')).toContain('2021 – now  Large company (China)\n  Post-training, Staff');
    expect(text('L2')).toContain('2015 – 2021  University (China)\n  PhD student');
    expect(text('L2')).toContain('CN¥2,000,000 – CN¥2,500,000 a year');
    expect(text('L3')).toContain('2021-07 – now  Kestrel (Kestrel总部)\n  Kestrel Research Lead\n  Falconry');
    expect(text('L3')).toContain('CN¥2,340,000 a year');
    expect(text('L3')).toContain('Led the alignment team.');
    expect(text('L3')).not.toMatch(/zhao_hong_88|~Hong_Zhao1/);
    expect(text('L4')).toContain('WeChat: zhao_hong_88');
  });

  it('is written in each language', () => {
    expect(text('L2', 'zh')).toContain('推荐报告：C-7F3A');
    expect(text('L3', 'zh')).toMatch(/^推荐报告：赵宏\n[^]*姓名：Zhao Hong\n/);
    expect(text('L3')).toMatch(/^Candidate report: Zhao Hong\n[^]*Name in native script: 赵宏\n/);
    expect(text('L2', 'zh')).toContain('2021 – 至今  大型企业（China）');
    expect(text('L3', 'de')).toContain('Kündigungsfrist: 3 Monate');
  });

  it('takes a pseudonym that the person chose, and never one that tells who they are', () => {
    const named = (pseudonym: string): string => reportOf({ ...person, pseudonym }, order('L1')).who;
    expect(named('Candidate Blue')).toBe('Candidate Blue');
    expect(named('Dr. Zhao')).toBe('C-7F3A');
  });

  it('has a code and a file name from random signs alone', () => {
    const code = reportCode('01900000-0000-7000-8000-00000000be4f');
    expect([code, reportFileName(code)]).toEqual(['C-BE4F', 'candidate-report-C-BE4F.pdf']);
  });

  it('holds nothing at a blind level of what is hidden, whoever it is about', () => {
    const word = fc.stringMatching(/^[a-z]{5,9}$/).map((letters) => `Xq${letters}`);
    const han = fc.constantFrom('赵宏图', '欧阳震华', '司马相如', '令狐冲云');
    const telling = fc.record({ name: word, native: han, org: word, team: word, paper: word, venue: word, way: word });
    fc.assert(
      fc.property(telling, fc.constantFrom(...locales), ({ name, native, org, team, paper, venue, way }, locale) => {
        const hidden: ReportPerson = {
          ...person,
          displayName: `${name} Smith`,
          nativeName: native,
          aliases: [`${way} Alias`],
          pseudonym: `${name} P.`,
          headline: `${paper} ${org}`,
          topics: [...person.topics, { kind: 'skill', name: `${org} tools`, sharedBy: 5 }],
          affiliations: person.affiliations.map((one) => ({
            ...one,
            organization: organization(org),
            title: `Scientist, ${team}`,
            team,
          })),
          publications: [{ title: paper, venue, year: 2025 }],
          channels: [{ kind: 'email', value: `${way}@example.com` }],
        };
        for (const level of disclosureLevels.slice(0, 3)) {
          const found = text(level, locale, hidden).toLowerCase();
          for (const one of [name, native, org, team, paper, venue, way])
            expect(found).not.toContain(one.toLowerCase());
        }
      }),
    );
  });
});

describe('what leads to a person', () => {
  it('is found as a word in Latin and anywhere in Chinese', () => {
    expect(holdsHidden('Works at KESTREL.', ['kestrel'])).toBe(true);
    expect(holdsHidden('Kestrels', ['kestrel'])).toBe(false);
    expect(holdsHidden('曾任赵宏助理', ['赵宏'])).toBe(true);
    expect(hiddenTerms(person)).toEqual(
      expect.arrayContaining(['zhao hong', '赵宏', 'kestrel', 'falconry', 'neurips', 'zhao_hong_88']),
    );
  });

  it('is no title made of words of the trade', () => {
    for (const title of [
      'Senior Research Scientist',
      'PhD student',
      'Member of Technical Staff',
      '资深算法工程师',
      'Wissenschaftliche Mitarbeiterin',
    ])
      expect([title, isPlainTitle(title)]).toEqual([title, true]);
    for (const title of ['Gemini Lead', 'Engineer, Kestrel', '通义千问算法工程师', 'Head of X', ''])
      expect([title, isPlainTitle(title)]).toEqual([title, false]);
  });
});
