import { hooks, objections } from '@domain/poaching/attempt.js';
import i18next from 'i18next';
import type { Schemas } from '../../app/api.js';
import type { Field, FieldValue } from '../../ui/fields/field.js';
import { optionsOf } from '../../ui/options.js';

/** What a contact can tell of the attempt that it belongs to. */
export type AttemptFacts = Pick<
  Schemas['LogContact'],
  'hook' | 'objections' | 'motives' | 'askedAmount' | 'askedCurrency' | 'notNowUntil'
>;

const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'SGD', 'HKD', 'JPY', 'CHF', 'CAD', 'INR'];
const label = (name: string): string => String(i18next.t(`poaching.${name}` as 'poaching.hook'));
const word = (key: string): string => String(i18next.t(`words.${key}` as 'words.hook.pay'));

/** What can be told of an attempt with a contact of this outcome. */
export function attemptFields(outcome: FieldValue): Field[] {
  return [
    ...(outcome === 'not_now' ? [{ name: 'notNowUntil', label: label('notNowUntil'), kind: 'day' } as const] : []),
    { name: 'hook', label: label('hook'), kind: 'choice', options: optionsOf(hooks, (one) => word(`hook.${one}`)) },
    {
      name: 'objections',
      label: label('objections'),
      kind: 'choices',
      options: optionsOf(objections, (one) => word(`objection.${one}`)),
    },
    {
      name: 'motives',
      label: label('motives'),
      kind: 'choices',
      options: optionsOf(hooks, (one) => word(`hook.${one}`)),
    },
    { name: 'askedAmount', label: label('askedAmount'), kind: 'amount' },
    {
      name: 'askedCurrency',
      label: label('askedCurrency'),
      kind: 'choice',
      options: currencies.map((value) => ({ value, label: value })),
    },
  ];
}

/** The facts among the values of a form as the API takes them; what was left empty is not told. */
export function toldFacts(values: Readonly<Record<string, FieldValue>>): AttemptFacts {
  const told = attemptFields('not_now')
    .map(({ name }): [string, FieldValue] => [name, values[name]])
    .filter(([, value]) => value !== null && value !== undefined && value !== '' && String(value) !== '');
  return Object.fromEntries(told) as AttemptFacts;
}
