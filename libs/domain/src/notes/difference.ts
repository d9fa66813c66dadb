import { diffArrays } from 'diff';

/** A piece of text that two versions share, or that one of them alone has. */
export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Beyond so many edits a change is told as a whole: removed, then added. */
const mostEdits = 2_000;

/** Words, spaces and single signs; of Chinese and the like each character. */
const words = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}]+|\s+|./gsu) ?? [];

/**
 * What became of a text, word by word: the pieces in their order, none empty. The pieces that are not added make the former text,
 * those that are not removed the later one.
 */
export function differenceOf(former: string, later: string): Piece[] {
  const changes = diffArrays(words(former), words(later), { maxEditLength: mostEdits }) ?? [
    { value: [former], removed: true, added: false },
    { value: [later], removed: false, added: true },
  ];
  return changes
    .map(({ value, added, removed }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }))
    .filter(({ text }) => text !== '');
}
