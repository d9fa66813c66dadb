import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '@domain/agencies/agency.js';
import { comparisonWords } from '@domain/offers/comparison-file.words.js';
import { payWords } from '@domain/offers/pay.words.js';

type Words = Record<string, string>;
type Comparison = Record<'row' | 'kind' | 'what' | 'equity' | 'group', Words> & { title: string; never: string };
type Pay = Record<'offerState' | 'rivalOfferState' | 'extraMonths' | 'oneOffKind' | 'priceBasis', Words>;

const load = <Texts>(language: string, name: string): Texts =>
  JSON.parse(readFileSync(join(process.cwd(), 'apps/web/src/locales', language, `${name}.json`), 'utf8')) as Texts;

/** What both say, by the words of the page. */
const shared = (page: Words, file: Readonly<Record<string, unknown>>): Words =>
  Object.fromEntries(Object.entries(page).filter(([name]) => typeof file[name] === 'string'));

describe('the file of a comparison', () => {
  it.each(locales)('calls things in %s as the page does', (locale) => {
    const page = load<Comparison>(locale, 'comparison');
    const file = comparisonWords[locale];
    const both = { title: page.title, never: page.never, breakEven: page.group['breakEven'], cash: page.group['cash'] };
    expect(file).toMatchObject({ ...both, leaving: page.group['leaving'] });
    for (const part of ['row', 'kind', 'what'] as const) {
      const said = shared(page[part], file[part]);
      if (part === 'row') delete said['afterAll'];
      expect(Object.keys(said).length).toBeGreaterThan(3);
      expect(file[part]).toMatchObject(said);
    }
    const { words } = load<{ words: Pay }>(locale, 'offerTexts');
    const pay = payWords[locale];
    expect(pay).toMatchObject({
      state: { ...words.offerState, ...words.rivalOfferState },
      extraMonths: words.extraMonths,
      oneOffKind: words.oneOffKind,
      priceBasis: words.priceBasis,
      liquidity: shared(page.equity, pay.liquidity),
      unknownBasis: page.equity['unknown'],
    });
  });
});
