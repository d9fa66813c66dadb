import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { isSingleKey, keysOf, type ShortcutId, shortcuts } from './shortcuts.js';

type Handler = () => void;
type Registration = { id: ShortcutId; run: Handler };

const sequenceMs = 1200;
const storageKey = 'longlist.single-keys';
const listeners = new Set<() => void>();
let registered: readonly Registration[] = [];
let pending = '';
let pendingUntil = 0;

function change(next: readonly Registration[]): void {
  registered = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs the handler when the keys of the shortcut are pressed; the one mounted last wins. */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return undefined;
    const registration = { id, run: () => run() };
    change([...registered, registration]);
    return () => change(registered.filter((other) => other !== registration));
  }, [id, enabled]);
}

/** The shortcuts that do something on this page, each once, with what they do. */
export function useActiveShortcuts(): readonly Registration[] {
  const all = useSyncExternalStore(subscribe, () => registered);
  return [...new Map(all.map((registration) => [registration.id, registration])).values()];
}

/** Whether single keys act; they can be turned off for people who dictate. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

/** Turns single keys on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'));

const ownsKey = (target: EventTarget | null, keys: string): boolean =>
  (keys === 'enter' || keys === 'space') &&
  target instanceof HTMLElement &&
  target.closest('a, button, summary, [role=button], [role=menuitem], [role=option], [role=tab], input') !== null;

const overlayOpen = (): boolean =>
  [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')].some((one) => one.checkVisibility());

function find(keys: string): Registration | undefined {
  return registered.findLast(({ id }) => shortcuts[id].keys === keys);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const pressed = keysOf(event);
  if (!pressed) return;
  const now = event.timeStamp;
  const keys = pending && now < pendingUntil ? `${pending} ${pressed}` : pressed;
  pending = '';
  if (isSingleKey(keys) && (typing(event.target) || ownsKey(event.target, keys) || !singleKeysOn() || overlayOpen()))
    return;
  if (keys === 'mod+z' && typing(event.target)) return;
  const match = find(keys);
  if (match) {
    event.preventDefault();
    match.run();
  } else if (registered.some(({ id }) => shortcuts[id].keys.startsWith(`${keys} `))) {
    pending = keys;
    pendingUntil = now + sequenceMs;
  }
}

/** Listens for all shortcuts; mounted once. */
export function useShortcutListener(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
