import { may, type Actor } from '../access/policy.js';
import { isDay, type Day } from '../day.js';
import { type Fault, Refusal } from '../refusal.js';
import type { CovenantReach, LegalBasis, PrivacyLaw } from './candidate.js';
import { legalBasesOf } from './notice.rules.js';

/** Why an archived candidate cannot be changed. */
export function whyNotChange(candidate: { readonly archivedAt: string | null }): Refusal | undefined {
  return candidate.archivedAt === null ? undefined : new Refusal('candidate.archived');
}

/** The facts of a candidate that privacy and consent look at. */
export type PrivacyFacts = {
  readonly law: PrivacyLaw;
  readonly legalBasis: LegalBasis;
  readonly sourcedOn: Day;
  readonly noticedOn: Day | null;
  readonly doNotContact: boolean;
  readonly doNotContactReason: string | null;
};

/** Why these privacy facts cannot stand together on the day `today`. */
export function whyNotPrivacy(facts: PrivacyFacts, today: Day): Refusal | undefined {
  if (!legalBasesOf(facts.law).includes(facts.legalBasis)) {
    return fault('candidate.legal-basis', '/legalBasis', `must be one of ${legalBasesOf(facts.law).join(', ')}`);
  }
  if (facts.sourcedOn > today) return fault('candidate.future-day', '/sourcedOn', 'lies in the future');
  if (facts.noticedOn !== null && facts.noticedOn > today) {
    return fault('candidate.future-day', '/noticedOn', 'lies in the future');
  }
  if (facts.noticedOn !== null && facts.noticedOn < facts.sourcedOn) {
    return fault('candidate.notice-day', '/noticedOn', 'lies before the day on which the person was found');
  }
  if (facts.doNotContact && facts.doNotContactReason === null) {
    return fault(
      'candidate.do-not-contact-reason',
      '/doNotContactReason',
      'says why the person is not to be contacted',
    );
  }
  if (!facts.doNotContact && facts.doNotContactReason !== null) {
    return fault('candidate.do-not-contact-reason', '/doNotContactReason', 'goes with doNotContact alone');
  }
  return undefined;
}

/** An agency's own field. */
export type CustomFieldFacts = {
  readonly key: string;
  readonly kind: 'text' | 'number' | 'day' | 'choice' | 'flag';
  readonly choices: readonly string[];
};

type CustomCheck = (value: unknown, field: CustomFieldFacts) => string | undefined;

const customChecks: Record<CustomFieldFacts['kind'], CustomCheck> = {
  text: (value) =>
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= 2000 &&
    !value.includes('\0') &&
    value.isWellFormed()
      ? undefined
      : 'must be a text of 1 to 2000 characters',
  number: (value) =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12 ? undefined : 'must be a number',
  day: (value) => (typeof value === 'string' && isDay(value) ? undefined : 'must be a day such as 2026-03-31'),
  choice: (value, { choices }) =>
    typeof value === 'string' && choices.includes(value) ? undefined : `must be one of ${choices.join(', ')}`,
  flag: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
};

/** Why these custom values do not fit the agency's fields; null clears a value and always fits. */
export function whyNotCustom(
  values: Readonly<Record<string, unknown>>,
  fields: readonly CustomFieldFacts[],
): Refusal | undefined {
  const errors: Fault[] = [];
  for (const [key, value] of Object.entries(values).slice(0, 200)) {
    const field = fields.find((one) => one.key === key);
    const message = !field
      ? 'is no field of this agency'
      : value === null
        ? undefined
        : customChecks[field.kind](value, field);
    if (message !== undefined) {
      errors.push({ pointer: `/custom/${key.slice(0, 40).replaceAll('~', '~0').replaceAll('/', '~1')}`, message });
    }
  }
  return errors.length === 0 ? undefined : new Refusal('candidate.custom-field', undefined, { errors });
}

/** The custom values after a change: absent ones stay, null ones go. */
export function customAfter(
  before: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

/** Why a covenant cannot bind this many named organizations: some where it names them, none where it binds against all. */
export function whyNotBind(binds: CovenantReach, named: number): Refusal | undefined {
  return (binds === 'named') === named > 0
    ? undefined
    : fault('covenant.organizations', '/organizationIds', 'are given where, and only where, the covenant names them');
}

/** What the actor may do with this candidate now: for `abilities`. */
export function candidateAbilities(actor: Actor, candidate: { readonly archivedAt: string | null }): string[] {
  const open = candidate.archivedAt === null;
  return [
    ...(may(actor, 'candidate.edit') ? (open ? ['edit', 'archive'] : ['restore']) : []),
    ...(may(actor, 'package.edit') && open ? ['editPackage'] : []),
    ...(may(actor, 'candidacy.add') && open ? ['addToSearch'] : []),
    ...(may(actor, 'note.write') ? ['writeNote'] : []),
    ...(may(actor, 'contact-log.write') && open ? ['logContact'] : []),
  ];
}

function fault(code: ConstructorParameters<typeof Refusal>[0], pointer: string, message: string): Refusal {
  return new Refusal(code, undefined, { errors: [{ pointer, message }] });
}
