import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

type Words = { [key: string]: string | Words };

/** What the web says for a key (`candidacies.exit.reason`) in a language. */
export function wordsOf(language: 'en' | 'zh' | 'de'): (key: string) => string {
  return (key) => {
    const [file = '', ...path] = key.split('.');
    const text = readFileSync(`apps/web/src/locales/${language}/${file}.json`, 'utf8');
    const found = path.reduce<string | Words | undefined>(
      (words, part) => (typeof words === 'object' ? words[part] : undefined),
      JSON.parse(text) as Words,
    );
    if (typeof found !== 'string') throw new Error(`${language} has no words for ${key}`);
    return found;
  };
}

/** Names and signs that are Latin in every language. */
const names =
  /Longlist|PDF|Word|docx|MB|Ctrl|Enter|Esc|GitHub|LinkedIn|OpenReview|ORCID|DBLP|Semantic Scholar|GDPR|PIPL|CSV|API|\b(?:CNY|USD|EUR|GBP|HKD|SGD|JPY)\b|\S+@\S+/g;
const readTexts = `(() => {
  const shown = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !one.closest('kbd, script, style, textarea[aria-hidden=true]'));
  return shown.flatMap((one) => [
    ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
    ...['aria-label', 'placeholder', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
  ]);
})()`;

/** Words in Latin letters that the page shows or says, names and signs left out. */
export async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(readTexts);
  return [...new Set(texts.filter((text) => /[A-Za-z]{2,}/.test(text.replace(names, ''))))];
}
