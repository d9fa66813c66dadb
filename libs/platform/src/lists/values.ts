import { isDay } from '@domain/day.js';
import { type Fault, Refusal } from '@domain/refusal.js';
import { isId, isStorable } from '../http/fields.js';
import type { FieldType, Filter } from './fields.js';

/** The values of a parameter, parted by commas, as the filter takes them. */
export function values(pointer: string, filter: Filter, raw: string): unknown[] {
  const parts = raw.split(',').filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 100) refuse(pointer, 'must have 1 to 100 values');
  return parts.map((part) => value(pointer, filter.type, filter.words, part));
}

/** One value of a type. */
export function value(pointer: string, type: FieldType, words: readonly string[] | undefined, part: string): unknown {
  switch (type) {
    case 'id':
      return isId(part) ? part : refuse(pointer, 'must be an id');
    case 'int':
      return whole(pointer, part, -2_147_483_648, 2_147_483_647);
    case 'flag':
      return flag(pointer, part);
    case 'day':
      return isDay(part) ? part : refuse(pointer, 'must be a day such as 2026-03-31');
    case 'time':
      return /^[1-9]\d{3}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(part) && !Number.isNaN(Date.parse(part))
        ? part
        : refuse(pointer, 'must be a day or a moment such as 2026-03-31T09:30:00Z');
    default:
      return words && !words.includes(part) ? refuse(pointer, `must be one of ${words.join(', ')}`) : part;
  }
}

/** One text that PostgreSQL can keep. */
export function text(pointer: string, raw: unknown): string {
  if (typeof raw !== 'string') return refuse(pointer, 'must be given once');
  if (raw.length > 4000 || !isStorable(raw)) return refuse(pointer, 'must be a text of at most 4000 characters');
  return raw;
}

/** One whole number within bounds. */
export function whole(pointer: string, raw: string, min: number, max: number): number {
  const number = /^-?\d{1,10}$/.test(raw) ? Number(raw) : Number.NaN;
  return number >= min && number <= max ? number : refuse(pointer, `must be a whole number from ${min} to ${max}`);
}

/** True or false. */
export function flag(pointer: string, raw: string): boolean {
  return raw === 'true' ? true : raw === 'false' ? false : refuse(pointer, 'must be true or false');
}

/** Says what is wrong with a parameter. */
export function refuse(pointer: string, message: string): never {
  const errors: Fault[] = [{ pointer, message }];
  throw new Refusal('list.invalid-parameter', undefined, { errors });
}
