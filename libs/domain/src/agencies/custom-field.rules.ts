import { Refusal } from '../refusal.js';
import type { CustomFieldKind } from './agency.js';

/** Why these cannot be the choices of a field: a choice has at least two, another kind has none. */
export function whyNotChoices(kind: CustomFieldKind, choices: readonly string[]): Refusal | undefined {
  const fits = kind === 'choice' ? choices.length >= 2 : choices.length === 0;
  if (fits) return undefined;
  const message = kind === 'choice' ? 'must have at least two' : 'must be empty for this kind';
  return new Refusal('custom-field.choices', undefined, { errors: [{ pointer: '/choices', message }] });
}
