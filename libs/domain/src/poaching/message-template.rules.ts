import { Refusal } from '../refusal.js';
import { type MergeField, mergeFields, type MergeValues } from './message-template.js';

const slot = /\{\{\s*([^{}]*?)\s*\}\}/gu;

const isField = (name: string): name is MergeField => (mergeFields as readonly string[]).includes(name);

/** Why a text cannot be kept: it names a field that nobody fills. `pointer` says where the text stands. */
export function whyNotText(text: string | null | undefined, pointer: string): Refusal | undefined {
  const unknown = [...(text ?? '').matchAll(slot)].map(([, name = '']) => name).find((name) => !isField(name));
  if (unknown === undefined) return undefined;
  const message = `{{${unknown}}} is not known; there are ${mergeFields.map((field) => `{{${field}}}`).join(', ')}`;
  return new Refusal('message-template.field', undefined, { errors: [{ pointer, message }], known: [...mergeFields] });
}

/** The text with its fields filled, and those that had no value: they stay as they are written, so that nobody sends a gap unseen. */
export function merged(text: string, values: MergeValues): { text: string; missing: MergeField[] } {
  const missing = new Set<MergeField>();
  const filled = text.replace(slot, (written, name: string) => {
    if (!isField(name)) return written;
    const value = values[name]?.trim();
    if (value) return value;
    missing.add(name);
    return written;
  });
  return { text: filled, missing: [...missing] };
}
