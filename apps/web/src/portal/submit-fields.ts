import { disclosureLevels, permissionWays, submissionChannels } from '@domain/portal/submission.js';
import { useTranslation } from 'react-i18next';
import { $api } from '../app/api.js';
import { type Language, languageNames, languages } from '../app/i18n.js';
import { useContactPicker } from '../searches/parts/contact-picker.js';
import type { Field } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';
import { type Draft, isNamed } from './submission-draft.js';

type Fields = Readonly<Record<'where' | 'how' | 'permission' | 'consent' | 'pay', readonly Field[]>>;

/** The fields of a submission by their groups, those that go with what is chosen so far. */
export function useSubmitFields(organizationId: string, draft: Draft): Fields {
  const { t } = useTranslation();
  const Picker = useContactPicker(organizationId);
  const { data } = $api.useQuery('get', '/api/v1/report-templates', { params: { query: { limit: 200 } } });
  const forms = (data?.items ?? []).filter(({ locale }) => locale === draft.locale);
  const label = (name: 'level' | 'locale' | 'templateId' | 'channel' | 'occurredAt' | 'contactId') =>
    t(`portal.field.${name}`);
  return {
    where: [
      { name: 'contactId', label: label('contactId'), kind: 'record', Picker, required: true },
      {
        name: 'level',
        label: label('level'),
        hint: t(`portal.levelHint.${draft.level}`),
        kind: 'choice',
        required: true,
        options: optionsOf(disclosureLevels, (word) => t(`portal.level.${word}`)),
      },
      {
        name: 'locale',
        label: label('locale'),
        kind: 'choice',
        required: true,
        options: optionsOf(languages, (word: Language) => languageNames[word]),
      },
      ...(forms.length > 1
        ? [
            {
              name: 'templateId',
              label: label('templateId'),
              kind: 'choice',
              options: forms.map(({ id, name }) => ({ value: id, label: name })),
            } as const,
          ]
        : []),
    ],
    how: [
      {
        name: 'channel',
        label: label('channel'),
        kind: 'choice',
        required: true,
        options: optionsOf(submissionChannels, (word) => t(`portal.channel.${word}`)),
      },
      { name: 'occurredAt', label: label('occurredAt'), hint: t('portal.field.occurredAtHint'), kind: 'moment' },
      ...(isNamed(draft.level)
        ? [
            {
              name: 'recommendation',
              label: t('portal.field.recommendation'),
              hint: t('portal.field.recommendationHint'),
              kind: 'multiline',
            } as const,
          ]
        : []),
    ],
    permission: [
      { name: 'permission.givenOn', label: t('portal.permission.givenOn'), kind: 'day', required: true },
      {
        name: 'permission.how',
        label: t('portal.permission.how'),
        kind: 'choice',
        required: true,
        options: optionsOf(permissionWays, (word) => t(`portal.permission.way.${word}`)),
      },
      {
        name: 'permission.evidence',
        label: t('portal.permission.evidence'),
        hint: t('portal.permission.evidenceHint'),
        kind: 'text',
        required: true,
      },
    ],
    consent: [
      { name: 'consent.givenOn', label: t('portal.consent.givenOn'), kind: 'day', required: true },
      { name: 'consent.evidence', label: t('portal.consent.evidence'), kind: 'text', required: true },
    ],
    pay: [
      { name: 'payVolunteered.givenOn', label: t('portal.pay.givenOn'), kind: 'day', required: true },
      { name: 'payVolunteered.evidence', label: t('portal.pay.evidence'), kind: 'text', required: true },
    ],
  };
}
