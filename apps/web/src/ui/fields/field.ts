import type { Option, PickerProps } from '../filters/filters.js';

export type FieldValue = string | number | boolean | readonly string[] | null | undefined;

type Base = { name: string; label: string; hint?: string; required?: boolean };

/** One value of a form or a record: what it is called in the API and on screen, and what it can be. */
export type Field = Base &
  (
    | { kind: 'text' | 'multiline' | 'link' | 'email' | 'day' | 'moment' | 'amount' | 'flag' }
    | { kind: 'number'; min?: number; max?: number; decimals?: number }
    | { kind: 'texts'; suggestions?: readonly string[] }
    | { kind: 'choice' | 'choices'; options: readonly Option[] }
    | { kind: 'record'; Picker: React.ComponentType<PickerProps> }
  );

/** The values of the form as the API takes them: text trimmed, empty ones left out or, with `clears`, null. */
export function sendable(
  fields: readonly Field[],
  values: Readonly<Record<string, FieldValue>>,
  clears = false,
): Record<string, FieldValue> {
  const entries = fields.map(({ name, kind }): [string, FieldValue] => {
    const value = values[name];
    const plain = typeof value === 'string' ? value.trim() : value;
    if (kind === 'moment' && typeof plain === 'string' && plain !== '') return [name, new Date(plain).toISOString()];
    return [name, plain === '' || plain === undefined ? null : plain];
  });
  return Object.fromEntries(clears ? entries : entries.filter(([, value]) => value !== null));
}

/** The moment as an input of local date and time takes it. */
export function localMoment(instant: Date): string {
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
