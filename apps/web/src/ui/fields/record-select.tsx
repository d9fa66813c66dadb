import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Option, PickerProps } from '../filters/filters.js';
import { later } from '../later.js';

export type RecordSelectProps = PickerProps & {
  /** The options for what was typed; the chosen one among them. */
  options: readonly Option[];
  loading: boolean;
} & Typing;

type Typing = {
  onType: (text: string) => void;
  /** The options are still those for what was typed before. */
  typing?: boolean;
};

const typingMs = 150;

/** What was typed, once the typing rests, and what the picker needs to know of the typing. */
export function useTyped(): [query: string, typing: Typing] {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text, typingMs);
  return [query, { onType: setText, typing: text !== query }];
}

/** Picks one record of many by a part of its name. */
export const RecordSelect = later(async () => (await import('./record-select-input.js')).RecordSelectInput);
