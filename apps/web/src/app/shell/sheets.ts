import { useSyncExternalStore } from 'react';

export type Sheet = 'palette' | 'help' | 'quickAdd';

let open: Sheet | undefined;
const listeners = new Set<() => void>();

function show(sheet: Sheet | undefined): void {
  open = sheet;
  listeners.forEach((listener) => listener());
}

/** Opens one of the sheets that belong to the whole product; another one that is open closes. */
export function openSheet(sheet: Sheet): void {
  show(sheet);
}

export function closeSheet(): void {
  show(undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The sheet that is open, or undefined. */
export function useSheet(): Sheet | undefined {
  return useSyncExternalStore(subscribe, () => open);
}
