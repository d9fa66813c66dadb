import i18next from 'i18next';
import type { Formatter } from './format.js';

/** What the values of an event's data are called: key → where its words stand. */
const spaces: Readonly<Record<string, readonly string[]>> = {
  channel: ['channel'],
  direction: ['direction'],
  outcome: ['outcome', 'attemptState'],
  state: ['searchState', 'targetState', 'placementState', 'attemptState', 'importState', 'rivalOfferState'],
  from: ['attemptState', 'targetState', 'offerState', 'rivalOfferState'],
  to: ['attemptState', 'targetState', 'offerState', 'rivalOfferState'],
  fromGroup: ['stageGroup'],
  toGroup: ['stageGroup'],
  group: ['stageGroup'],
  party: ['party'],
  reason: ['exitReason', 'closingReason'],
  leftBy: ['party'],
  role: ['candidacyRole'],
  visibility: ['visibility'],
  purpose: ['messagePurpose'],
  format: ['importFormat'],
  kind: [
    'rivalOfferKind',
    'channel',
    'identifier',
    'affiliationType',
    'taskKind',
    'documentKind',
    'covenantKind',
    'aliasKind',
  ],
};

const said = (key: string): string | undefined =>
  i18next.exists(key) ? String(i18next.t(key as 'words.party.client')) : undefined;

/** What happened, in words; its type where it has none. */
export function eventName(type: string): string {
  return said(`history.event.${type}`) ?? type;
}

/** The name of a field as the forms call it. */
export function fieldWord(name: string): string {
  const spaces = ['candidates.field', 'organizations.field', 'searches.field', 'history.field'];
  return spaces.map((space) => said(`${space}.${name}`)).find((word) => word !== undefined) ?? name;
}

/** What the data of an event says to somebody who reads it: states, kinds and changed fields, never an id. */
export function eventWords(data: Readonly<Record<string, unknown>>, format: Formatter): string[] {
  const { fields } = data;
  const words = Object.entries(spaces).flatMap(([key, own]) => {
    const value = data[key];
    const found =
      typeof value === 'string' ? own.map((space) => said(`words.${space}.${value}`)).find(Boolean) : undefined;
    return found === undefined ? [] : [found];
  });
  const changed = Array.isArray(fields) ? [...new Set((fields as string[]).map(fieldWord))] : [];
  return [
    ...words,
    ...(changed.length > 0 ? [String(i18next.t('notes.timeline.fields', { fields: format.list(changed) }))] : []),
  ];
}
