import type { Option } from './filters/filters.js';

/** The options of words: each with its label. */
export function optionsOf<Word extends string>(words: readonly Word[], label: (word: Word) => string): Option[] {
  return words.map((value) => ({ value, label: label(value) }));
}
