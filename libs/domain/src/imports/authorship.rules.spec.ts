import { describe, expect, it } from '@jest/globals';
import { affiliationTypeOf, rowOfSlot, type AuthorshipSlot } from './authorship.rules.js';

const slot: AuthorshipSlot = {
  alignment: 'profile',
  person_id: '~Ada_Invented1',
  venue: 'corl',
  year: '2023',
  paper_id: 'x-_1',
  title: 'On memory',
  keywords: 'memory;; planning ',
  status: 'Oral',
  pos_in_paper: '2',
  n_authors: '3',
  author: 'Ada Invented',
  author_id: '~Ada_I2',
  affiliation: 'Nordhafen University',
  position: 'PhD student',
  aff_domain: 'CS.nordhafen.edu',
  country: 'Germany',
  google_scholar: 'Ab_-34567890',
  dblp: '12/3456',
  orcid: '0000-0002-1825-0097',
};

describe('an author slot', () => {
  it('becomes a person, an affiliation and a publication', () => {
    expect(rowOfSlot(slot, 1, 2)).toEqual({
      row: 1,
      line: 2,
      key: 'corl/2023/x-_1/2',
      person: {
        displayName: 'Ada Invented',
        identifiers: [
          { kind: 'openreview', value: '~Ada_Invented1', confidence: 'sure' },
          { kind: 'openreview', value: '~Ada_I2', confidence: 'sure' },
          { kind: 'google_scholar', value: 'Ab_-34567890', confidence: 'sure' },
          { kind: 'dblp', value: '12/3456', confidence: 'sure' },
          { kind: 'orcid', value: '0000-0002-1825-0097', confidence: 'sure' },
        ],
      },
      affiliations: [
        {
          organizationName: 'Nordhafen University',
          domain: 'cs.nordhafen.edu',
          country: 'Germany',
          kind: 'university',
          type: 'study',
          title: 'PhD student',
          seenInYear: 2023,
          confidence: 'sure',
        },
      ],
      publication: {
        key: 'corl/2023/x-_1',
        title: 'On memory',
        venue: 'corl',
        year: 2023,
        keywords: ['memory', 'planning'],
        status: 'Oral',
        position: 2,
        authorCount: 3,
      },
    });
  });

  it('is unsure of all but the OpenReview id where the source gives no way to check', () => {
    const row = rowOfSlot({ ...slot, alignment: 'positional' }, 1, 2);
    expect(row.person?.identifiers.map(({ kind, confidence }) => [kind, confidence])).toEqual([
      ['openreview', 'sure'],
      ['openreview', 'sure'],
      ['google_scholar', 'unsure'],
      ['dblp', 'unsure'],
      ['orcid', 'unsure'],
    ]);
    expect(row.affiliations?.map(({ confidence }) => confidence)).toEqual(['unsure']);
  });

  it('takes an anonymous id for a person of its own', () => {
    expect(
      rowOfSlot({ ...slot, person_id: 'anon-00042', author_id: 'anon-00042' }, 1, 2).person?.identifiers[0],
    ).toEqual({
      kind: 'openreview',
      value: 'anon-00042',
      confidence: 'sure',
    });
  });

  it('drops ids of the wrong shape with a warning', () => {
    const row = rowOfSlot({ ...slot, orcid: '0000-0002-1825-0098', google_scholar: 'https://x.org' }, 1, 2);
    expect(row.reject).toBeUndefined();
    expect(row.warnings?.map(({ code, column }) => [code, column])).toEqual([
      ['cell.dropped', 'google_scholar'],
      ['cell.dropped', 'orcid'],
    ]);
  });

  it.each([
    [{ person_id: '', author: 'Ada Invented, Bodo Muster' }, 'authorship.several-people', 'author'],
    [{ person_id: '' }, 'authorship.no-id', 'person_id'],
    [{ person_id: 'ada@example.org' }, 'cell.invalid', 'person_id'],
    [{ author: '' }, 'cell.missing', 'author'],
    [{ paper_id: '' }, 'cell.missing', 'paper_id'],
    [{ year: '23' }, 'cell.invalid', 'year'],
    [{ pos_in_paper: '0' }, 'cell.invalid', 'pos_in_paper'],
    [{ n_authors: '1' }, 'cell.invalid', 'n_authors'],
    [{ title: 'T'.repeat(1_001) }, 'cell.too-long', 'title'],
    [{ author: 'Ada \ud800' }, 'cell.unreadable', 'author'],
  ])('is rejected for %j', (change, code, column) => {
    const row = rowOfSlot({ ...slot, ...change }, 1, 2);
    expect(row.reject).toMatchObject({ code, column });
    expect(row.person).toBeUndefined();
  });

  it.each([
    [
      { affiliation: 'A Lab+B Co', aff_domain: 'a.org+b.com', position: 'PhD student+Intern' },
      ['A Lab|a.org|PhD student', 'B Co|b.com|Intern'],
    ],
    [{ affiliation: 'A Lab+B Co', aff_domain: 'a.org', position: 'Intern' }, ['A Lab||Intern', 'B Co||Intern']],
    [
      { affiliation: 'Computing + Mind, A Lab', aff_domain: 'a.org', position: 'Intern' },
      ['Computing + Mind, A Lab|a.org|Intern'],
    ],
    [{ affiliation: 'A Lab + B Co', aff_domain: 'a.org+b.com', position: '' }, ['A Lab|a.org|', 'B Co|b.com|']],
    [{ affiliation: '', aff_domain: 'a.org', position: 'Intern' }, []],
  ])('splits affiliations of %j', (change, found) => {
    const { affiliations = [] } = rowOfSlot({ ...slot, ...change }, 1, 2);
    expect(affiliations.map((a) => [a.organizationName, a.domain, a.title].join('|'))).toEqual(found);
  });
});

describe('what a position says', () => {
  it.each([
    ['PhD student', 'study'],
    ['Ph.D.', 'study'],
    ['MS student', 'study'],
    ['MSc student', 'study'],
    ['Undergrad student', 'study'],
    ['Graduate Student', 'study'],
    ['博士生', 'study'],
    ['博士后', 'employment'],
    ['Intern', 'visiting'],
    ['Research Scientist Intern', 'visiting'],
    ['Student Researcher', 'visiting'],
    ['Visiting Professor', 'visiting'],
    ['Adjunct Professor', 'advisory'],
    ['Research advisor', 'advisory'],
    ['Postdoc', 'employment'],
    ['Postdoctoral fellow', 'employment'],
    ['Full Professor', 'employment'],
    ['Internal Tools Engineer', 'employment'],
    ['Researcher', 'employment'],
    ['', 'employment'],
  ])('%p is %s', (position, type) => {
    expect(affiliationTypeOf(position)).toBe(type);
  });
});
