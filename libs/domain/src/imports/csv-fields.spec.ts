import { describe, expect, it } from '@jest/globals';
import { CSV_FIELDS, csvFieldRule, guessMapping, isCsvField, mapsAName } from './csv-fields.js';

describe('guessing what columns mean', () => {
  it.each([
    [
      ['Name', 'E-Mail', 'Phone', 'Company', 'Job Title', 'City', 'LinkedIn URL', 'Favourite colour', 'Start date'],
      ['displayName', 'email', 'phone', 'organization', 'title', 'city', 'linkedin', undefined, 'startedOn'],
    ],
    [
      ['姓名', '英文名', '公司', '职位', '邮箱', '手机', '微信', '研究方向', '毕业院校', '入职时间', '备注'],
      [
        'displayName',
        'romanizedName',
        'organization',
        'title',
        'email',
        'phone',
        'wechat',
        'researchAreas',
        'school',
        'startedOn',
        'note',
      ],
    ],
    [
      [
        'Vorname',
        'Nachname',
        'Firma',
        'Titel',
        'E-Mail-Adresse',
        'Handynummer',
        'Wohnort',
        'Land',
        'Fähigkeiten',
        'Bemerkungen',
      ],
      ['givenName', 'familyName', 'organization', 'title', 'email', 'phone', 'city', 'country', 'skills', 'note'],
    ],
    [
      ['姓名/Name', 'GOOGLE_SCHOLAR', 'Email 1', 'Email 2', 'Name (again)', 'semanticScholar'],
      ['displayName', 'googleScholar', 'email', 'email', undefined, 'semanticScholar'],
    ],
  ])('reads %j', (header, fields) => {
    const mapping = guessMapping(header);
    expect(header.map((_, index) => mapping[index])).toEqual(fields);
  });

  it('gives no name to two fields', () => {
    const claimed = new Map<string, string>();
    for (const field of Object.keys(CSV_FIELDS).filter(isCsvField)) {
      const { en, zh, de } = csvFieldRule(field);
      for (const header of [en, zh, de].flatMap((names) => names?.split(', ') ?? [])) {
        expect([header, guessMapping([header])[0]]).toEqual([header, field]);
        expect([header, claimed.get(header)]).toEqual([header, undefined]);
        claimed.set(header, field);
      }
    }
  });

  it('knows whether a mapping names people', () => {
    expect(mapsAName({ 0: 'email', 3: 'familyName' })).toBe(true);
    expect(mapsAName({ 0: 'email' })).toBe(false);
    expect(isCsvField('__proto__')).toBe(false);
  });
});
