import { Refusal } from '../refusal.js';

/** Why this is no time zone: `Intl` knows it by a name such as `Asia/Shanghai`. */
export function whyNotTimeZone(timeZone: string): Refusal | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    if (/^[A-Za-z]/.test(timeZone)) return undefined;
  } catch {
    // Intl throws for what it does not know.
  }
  const errors = [{ pointer: '/timeZone', message: 'must be a time zone such as Asia/Shanghai' }];
  return new Refusal('agency.time-zone', undefined, { errors });
}

/** Why this cannot be the short name of an agency. */
export function whyNotSlug(slug: string): Refusal | undefined {
  if (/^[a-z0-9][a-z0-9-]{1,38}$/.test(slug)) return undefined;
  const errors = [{ pointer: '/slug', message: 'must be 2 to 39 small letters, digits and dashes' }];
  return new Refusal('agency.slug', undefined, { errors });
}

/** The short name of an agency made of its name: letters a to z, digits and dashes, 2 to 39 characters. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  return plain.length >= 2 ? plain : 'agency';
}
