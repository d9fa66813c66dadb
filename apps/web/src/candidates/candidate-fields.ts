import {
  privacyLaws,
  legalBases,
  seniorities,
  candidateSources,
  workAuthorizations,
} from '@domain/candidates/candidate.js';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RoleFamilyPicker } from '../settings/parts/setting-pickers.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import type { Field } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';

const texts = [
  'displayName',
  'givenName',
  'familyName',
  'nativeName',
  'romanizedName',
  'pseudonym',
  'headline',
  'city',
  'country',
  'technicalRoute',
  'sourceDetail',
  'doNotContactReason',
] as const;
const lists = ['aliases', 'areas', 'skills', 'languages', 'motives'] as const;
const days = ['sourcedOn', 'noticedOn', 'noticeDueOn'] as const;
const flags = ['doNotContact', 'objectsToProfiling'] as const;
type Choice = 'seniority' | 'workAuthorization' | 'source' | 'law' | 'legalBasis';
type Name =
  | (typeof texts)[number]
  | (typeof lists)[number]
  | (typeof days)[number]
  | (typeof flags)[number]
  | Choice
  | 'roleFamilyId'
  | 'ownerId';

/** What can be said of a person themselves. */
export function useCandidateFields(): Record<Name, Field> {
  const { t } = useTranslation();
  return useMemo(() => fieldsIn(t), [t]);
}

function fieldsIn(t: TFunction): Record<Name, Field> {
  const label = (name: Name) => t(`candidates.field.${name}`);
  const all = (names: readonly Name[], kind: 'text' | 'texts' | 'day' | 'flag'): Field[] =>
    names.map((name) => ({ name, label: label(name), kind }));
  const fields: Field[] = [
    ...all(texts, 'text'),
    ...all(lists, 'texts'),
    ...all(days, 'day'),
    ...all(flags, 'flag'),
    {
      name: 'seniority',
      label: label('seniority'),
      kind: 'choice',
      options: optionsOf(seniorities, (word) => t(`words.seniority.${word}`)),
    },
    {
      name: 'workAuthorization',
      label: label('workAuthorization'),
      kind: 'choice',
      options: optionsOf(workAuthorizations, (word) => t(`words.workAuthorization.${word}`)),
    },
    {
      name: 'source',
      label: label('source'),
      kind: 'choice',
      required: true,
      options: optionsOf(candidateSources, (word) => t(`words.source.${word}`)),
    },
    {
      name: 'law',
      label: label('law'),
      kind: 'choice',
      required: true,
      options: optionsOf(privacyLaws, (word) => t(`words.law.${word}`)),
    },
    {
      name: 'legalBasis',
      label: label('legalBasis'),
      kind: 'choice',
      required: true,
      options: optionsOf(legalBases, (word) => t(`words.legalBasis.${word}`)),
    },
    { name: 'roleFamilyId', label: label('roleFamilyId'), kind: 'record', Picker: RoleFamilyPicker },
    { name: 'ownerId', label: label('ownerId'), kind: 'record', Picker: UserPicker },
  ];
  const byName = Object.fromEntries(fields.map((field) => [field.name, field])) as Record<Name, Field>;
  return { ...byName, displayName: { ...byName.displayName, required: true } };
}
