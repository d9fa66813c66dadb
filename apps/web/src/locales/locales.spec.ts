import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventTypes } from '@domain/events.js';

const here = join(process.cwd(), 'apps/web/src/locales');
const languages = ['en', 'zh', 'de'] as const;
const names = readdirSync(join(here, 'en'));

type Tree = { [key: string]: string | Tree };

const load = (language: string, name: string) => JSON.parse(readFileSync(join(here, language, name), 'utf8')) as Tree;

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const plural = /_(?:zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(plural, '');
const blanks = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g))].sort();

describe('languages', () => {
  it('name every event that there is', () => {
    const named = new Set(flat(load('en', 'history.json')['event'] as Tree).map(([key]) => key));
    expect(Object.keys(eventTypes).filter((type) => !named.has(type))).toEqual([]);
  });

  it.each(languages)('%s has the same files', (language) => {
    expect(readdirSync(join(here, language)).sort()).toEqual([...names].sort());
  });

  it.each(languages.flatMap((language) => names.map((name) => [language, name] as const)))(
    '%s/%s has the keys of English, each said',
    (language, name) => {
      const ours = flat(load(language, name));
      const english = flat(load('en', name));
      expect([...new Set(ours.map(([key]) => baseOf(key)))].sort()).toEqual(
        [...new Set(english.map(([key]) => baseOf(key)))].sort(),
      );
      expect(ours.filter(([, text]) => text.trim() === '')).toEqual([]);
    },
  );

  it.each(languages.flatMap((language) => names.map((name) => [language, name] as const)))(
    '%s/%s has each plural form that the language has',
    (language, name) => {
      const categories = new Intl.PluralRules(language)
        .resolvedOptions()
        .pluralCategories.filter((category) => category !== 'many');
      const keys = flat(load(language, name)).map(([key]) => key);
      const counted = [
        ...new Set(
          flat(load('en', name))
            .map(([key]) => key)
            .filter((key) => plural.test(key))
            .map(baseOf),
        ),
      ];
      const expected = counted.flatMap((base) => categories.map((category) => `${base}_${category}`));
      expect(keys.filter((key) => plural.test(key)).sort()).toEqual(expected.sort());
    },
  );

  it.each(['zh', 'de'].flatMap((language) => names.map((name) => [language, name] as const)))(
    '%s/%s fills in what English fills in',
    (language, name) => {
      const english = Map.groupBy(flat(load('en', name)), ([key]) => baseOf(key));
      const wrong = flat(load(language, name)).filter(([key, text]) => {
        const allowed = (english.get(baseOf(key)) ?? []).flatMap(([, other]) => blanks(other));
        const needed = english.get(baseOf(key))?.length === 1 ? allowed : [];
        return (
          blanks(text).some((blank) => !allowed.includes(blank)) ||
          needed.some((blank) => !blanks(text).includes(blank))
        );
      });
      expect(wrong).toEqual([]);
    },
  );

  it('has words for every code that the API refuses with', () => {
    const catalogue = readFileSync(join(process.cwd(), 'libs/domain/src/refusal.ts'), 'utf8');
    const codes = [...catalogue.matchAll(/^ {2}'([a-z-]+\.[a-z-]+)': \{ status/gm)].map(([, code]) => code ?? '');
    const known = [load('en', 'problem.json'), load('en', 'offerTexts.json')['problem'] as Tree].flatMap((tree) =>
      flat(tree).map(([key]) => key),
    );
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });
});
