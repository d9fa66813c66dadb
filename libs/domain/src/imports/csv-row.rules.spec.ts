import { describe, expect, it } from '@jest/globals';
import { guessMapping } from './csv-fields.js';
import { columnsOf, rowOfCells } from './csv-row.rules.js';

function rowOf(row: Record<string, string>) {
  const header = Object.keys(row);
  return rowOfCells(Object.values(row), columnsOf(header, guessMapping(header)), 3, 4);
}

describe('a row of a csv', () => {
  it('becomes a person with channels, identifiers and affiliations', () => {
    const row = rowOf({
      ID: 'r-7',
      姓名: '测试甲',
      英文名: 'Jia  Ceshi',
      邮箱: 'Jia@Example.org; jia@example.org；second@example.org',
      手机: '138 0013 8000',
      公司: 'Tidewater AI',
      职位: 'Staff Engineer',
      入职时间: '2021.09',
      离职时间: '至今',
      学校: 'Nordhafen University',
      学历: 'PhD',
      毕业时间: '2020',
      技能: 'CUDA, 推理；RL',
      备注: 'first line\r\nsecond  line',
      ORCID: '0000-0002-1825-0097',
    });
    expect(row).toEqual({
      row: 3,
      line: 4,
      key: 'r-7',
      person: {
        displayName: '测试甲',
        nativeName: '测试甲',
        romanizedName: 'Jia Ceshi',
        identifiers: [{ kind: 'orcid', value: '0000-0002-1825-0097', confidence: 'sure' }],
        channels: [
          { kind: 'email', value: 'jia@example.org', raw: 'Jia@Example.org' },
          { kind: 'email', value: 'second@example.org' },
          { kind: 'phone', value: '+8613800138000', raw: '138 0013 8000' },
        ],
        skills: ['CUDA, 推理', 'RL'],
        note: 'first line\nsecond  line',
      },
      affiliations: [
        {
          organizationName: 'Tidewater AI',
          type: 'employment',
          title: 'Staff Engineer',
          startedOn: '2021-09-01',
          confidence: 'sure',
        },
        {
          organizationName: 'Nordhafen University',
          kind: 'university',
          type: 'study',
          title: 'PhD',
          endedOn: '2020',
          confidence: 'sure',
        },
      ],
    });
  });

  it.each([
    [{ Vorname: 'Ada', Nachname: 'Muster' }, 'Ada Muster'],
    [{ 姓: '测', 名: '试乙' }, '测试乙'],
    [{ 中文名: '测试乙', 英文名: 'Yi Ceshi' }, 'Yi Ceshi'],
    [{ 中文名: '测试乙' }, '测试乙'],
    [{ 'Last name': 'Muster' }, 'Muster'],
  ])('names %j', (row, name) => {
    expect(rowOf(row).person?.displayName).toBe(name);
  });

  it.each([
    [{ Name: '', Email: 'a@example.org' }, { code: 'person.no-name' }],
    [{ Name: ' ', Email: '' }, { code: 'row.empty' }],
    [{ Name: '123' }, { code: 'person.name' }],
    [
      { Name: 'Ada', 'E-Mail': 'ada' },
      { code: 'cell.invalid', column: 'E-Mail' },
    ],
    [
      { Name: 'Ada', 手机: '1.38E+10' },
      { code: 'cell.invalid', column: '手机' },
    ],
    [
      { Name: 'Ada', ORCID: '0000-0002-1825-0098' },
      { code: 'cell.invalid', column: 'ORCID' },
    ],
    [
      { Name: 'Ada', 'Start date': 'spring' },
      { code: 'cell.invalid', column: 'Start date' },
    ],
    [{ Name: 'Ada', Company: 'T', from: '2022-05', to: '2021' }, { code: 'affiliation.ends-before-start' }],
    [{ Name: 'Ada\0' }, { code: 'cell.unreadable', column: 'Name' }],
    [{ Name: 'Ad\ufffd' }, { code: 'cell.unreadable', column: 'Name' }],
    [{ Name: 'A'.repeat(201) }, { code: 'cell.too-long', column: 'Name' }],
    [
      { Name: 'Ada', 'Company type': 'club' },
      { code: 'cell.invalid', column: 'Company type' },
    ],
  ])('rejects %j', (row, reject) => {
    const found = rowOf(row);
    expect(found.reject).toMatchObject(reject);
    expect(found.person).toBeUndefined();
  });

  it('keeps a year that ends within the month it started', () => {
    expect(rowOf({ Name: 'Ada', Company: 'T', from: '2021-05', to: '2021' }).reject).toBeUndefined();
  });

  it('says when dates belong to nothing and takes a title without company as headline', () => {
    const row = rowOf({ Name: 'Ada', Title: 'Founder', from: '2021' });
    expect(row.person?.headline).toBe('Founder');
    expect(row.warnings).toMatchObject([{ code: 'affiliation.no-organization' }]);
  });

  it('stores text that looks like a formula or markup as it is', () => {
    const name = `=HYPERLINK("http://x","Ada")<script>`;
    expect(rowOf({ Name: name }).person?.displayName).toBe(name);
  });
});
