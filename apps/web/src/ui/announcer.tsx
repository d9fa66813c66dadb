import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

type Announcement = { text: string; turn: number };

let current: Announcement = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Says the text to screen readers at once, also when it was the last one said. */
export function announce(text: string): void {
  current = { text, turn: current.turn + 1 };
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The live region of the page; mounted once. Two elements in turn, so that a repeated text counts as new. */
export function Announcer() {
  const { text, turn } = useSyncExternalStore(subscribe, () => current);
  return (
    <VisuallyHidden>
      <div aria-live="assertive">{turn % 2 === 0 ? text : ''}</div>
      <div aria-live="assertive">{turn % 2 === 1 ? text : ''}</div>
    </VisuallyHidden>
  );
}
