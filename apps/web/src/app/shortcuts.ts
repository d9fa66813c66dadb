/** Where a shortcut counts: everywhere, in lists (tables and boards), on a board, on one record, in a call list. */
export type Scope = 'global' | 'list' | 'board' | 'record' | 'call';

export type Shortcut = {
  keys: string;
  scopes: readonly Scope[];
  group: 'general' | 'go' | 'lists' | 'records' | 'calls';
};

/** Every shortcut there is: palette, help sheet, tooltips and handlers read this table. `mod` is Ctrl, on a Mac Cmd. */
export const shortcuts = {
  palette: { keys: 'mod+k', scopes: ['global'], group: 'general' },
  search: { keys: '/', scopes: ['global'], group: 'general' },
  create: { keys: 'c', scopes: ['global'], group: 'general' },
  quickAdd: { keys: 'shift+c', scopes: ['global'], group: 'general' },
  undo: { keys: 'mod+z', scopes: ['global'], group: 'general' },
  help: { keys: '?', scopes: ['global'], group: 'general' },
  goHome: { keys: 'g h', scopes: ['global'], group: 'go' },
  goCandidates: { keys: 'g c', scopes: ['global'], group: 'go' },
  goOrganizations: { keys: 'g o', scopes: ['global'], group: 'go' },
  goSearches: { keys: 'g s', scopes: ['global'], group: 'go' },
  goPoaching: { keys: 'g p', scopes: ['global'], group: 'go' },
  goSubmissions: { keys: 'g u', scopes: ['global'], group: 'go' },
  goOffers: { keys: 'g f', scopes: ['global'], group: 'go' },
  goImports: { keys: 'g i', scopes: ['global'], group: 'go' },
  notices: { keys: 'g n', scopes: ['global'], group: 'go' },
  goSettings: { keys: 'g e', scopes: ['global'], group: 'go' },
  next: { keys: 'j', scopes: ['list', 'board', 'record', 'call'], group: 'lists' },
  previous: { keys: 'k', scopes: ['list', 'board', 'record', 'call'], group: 'lists' },
  open: { keys: 'enter', scopes: ['list', 'board'], group: 'lists' },
  peek: { keys: 'space', scopes: ['list'], group: 'lists' },
  peekCard: { keys: 'v', scopes: ['board', 'record'], group: 'lists' },
  close: { keys: 'escape', scopes: ['list', 'board', 'record'], group: 'lists' },
  select: { keys: 'x', scopes: ['list', 'board'], group: 'lists' },
  selectAll: { keys: 'shift+x', scopes: ['list'], group: 'lists' },
  grab: { keys: 'space', scopes: ['board'], group: 'lists' },
  callList: { keys: 'p', scopes: ['list', 'board'], group: 'lists' },
  move: { keys: 'm', scopes: ['board', 'record'], group: 'records' },
  exit: { keys: 'q', scopes: ['board'], group: 'records' },
  submit: { keys: 's', scopes: ['board'], group: 'records' },
  addToSearch: { keys: 'a', scopes: ['list', 'board', 'record'], group: 'records' },
  note: { keys: 'n', scopes: ['record', 'call'], group: 'records' },
  log: { keys: 'l', scopes: ['list', 'board', 'record'], group: 'records' },
  edit: { keys: 'e', scopes: ['list', 'record'], group: 'records' },
  outcome1: { keys: '1', scopes: ['call'], group: 'calls' },
  outcome2: { keys: '2', scopes: ['call'], group: 'calls' },
  outcome3: { keys: '3', scopes: ['call'], group: 'calls' },
  outcome4: { keys: '4', scopes: ['call'], group: 'calls' },
  outcome5: { keys: '5', scopes: ['call'], group: 'calls' },
  outcome6: { keys: '6', scopes: ['call'], group: 'calls' },
  outcome7: { keys: '7', scopes: ['call'], group: 'calls' },
  outcome8: { keys: '8', scopes: ['call'], group: 'calls' },
  followUpDay: { keys: 'd', scopes: ['call'], group: 'calls' },
  followUpDays: { keys: 'e', scopes: ['call'], group: 'calls' },
  followUpWeek: { keys: 'f', scopes: ['call'], group: 'calls' },
  callSave: { keys: 'enter', scopes: ['call'], group: 'calls' },
  skip: { keys: 's', scopes: ['call'], group: 'calls' },
  message: { keys: 'r', scopes: ['record', 'call'], group: 'records' },
  dial: { keys: 't', scopes: ['call'], group: 'calls' },
  copyChannel: { keys: 'y', scopes: ['call'], group: 'calls' },
  copyWechat: { keys: 'w', scopes: ['call'], group: 'calls' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** The keys of an event as the table writes them (`mod+k`, `?`, `space`), or undefined for a lone modifier. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string | undefined {
  if (['Control', 'Meta', 'Alt', 'Shift'].includes(event.key) || event.altKey) return undefined;
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const shifted = event.shiftKey && /^[a-z]$|^space$|^enter$/.test(key) ? `shift+${key}` : key;
  return event.ctrlKey || event.metaKey ? `mod+${shifted}` : shifted;
}

/** Whether a shortcut is one key without Ctrl or Cmd: those can be turned off and are silent while typing. */
export function isSingleKey(keys: string): boolean {
  return !keys.startsWith('mod+');
}

/** Pairs of shortcuts that cannot live together: same keys, or one begins the other, in a shared scope. */
export function clashes(table: Record<string, Shortcut>): [string, string][] {
  const entries = Object.entries(table);
  return entries.flatMap(([id, one], index) =>
    entries
      .slice(index + 1)
      .filter(([, other]) => overlap(one, other) && begins(one.keys, other.keys))
      .map(([otherId]): [string, string] => [id, otherId]),
  );
}

function overlap(one: Shortcut, other: Shortcut): boolean {
  const everywhere = one.scopes.includes('global') || other.scopes.includes('global');
  return everywhere || one.scopes.some((scope) => other.scopes.includes(scope));
}

function begins(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one} `) || one.startsWith(`${other} `);
}
