import { offLimitsCovers, offLimitsLevels, offLimitsReasons } from '@domain/off-limits/off-limits.js';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../app/api.js';
import { refresh } from '../../app/freshness.js';
import { CandidatePicker } from '../../candidates/parts/candidate-picker.js';
import { OrganizationPicker } from '../../organizations/parts/organization-picker.js';
import type { Field, FieldValue } from '../../ui/fields/field.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { notify } from '../../ui/notices.js';
import { optionsOf } from '../../ui/options.js';
import { offLimitsStale } from './stale.js';

type Policy = Schemas['OffLimitsPolicyRow'];
type Props = {
  /** The policy to change; a new one where there is none. */
  policy?: Policy | undefined;
  /** The organization that a new one is on. */
  organizationId?: string | undefined;
  onClose: () => void;
};

/** Makes or changes a policy on an organization or a person. */
export function PolicyDialog({ policy, organizationId, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const label = (
    key:
      | 'subject'
      | 'organization'
      | 'person'
      | 'level'
      | 'reason'
      | 'covers'
      | 'withChildren'
      | 'protects'
      | 'startsOn'
      | 'endsOn'
      | 'note',
  ) => t(`offLimits.policy.${key}`);
  const subject: Field = {
    name: 'subject',
    label: label('subject'),
    kind: 'choice',
    required: true,
    options: (['organization', 'person'] as const).map((value) => ({ value, label: label(value) })),
  };
  const organization: Field = {
    name: 'organizationId',
    label: label('organization'),
    kind: 'record',
    Picker: OrganizationPicker,
    required: true,
  };
  const person: Field = {
    name: 'candidateId',
    label: label('person'),
    kind: 'record',
    Picker: CandidatePicker,
    required: true,
  };
  const common: readonly Field[] = [
    {
      name: 'level',
      label: label('level'),
      kind: 'choice',
      required: true,
      options: optionsOf(offLimitsLevels, (word) => t(`offLimits.level.${word}`)),
    },
    {
      name: 'reason',
      label: label('reason'),
      kind: 'choice',
      required: true,
      options: optionsOf(offLimitsReasons, (word) => t(`offLimits.reason.${word}`)),
    },
  ];
  const reach: readonly Field[] = [
    {
      name: 'covers',
      label: label('covers'),
      kind: 'choices',
      required: true,
      options: optionsOf(offLimitsCovers, (word) => t(`offLimits.cover.${word}`)),
    },
    { name: 'withChildren', label: label('withChildren'), kind: 'flag' },
  ];
  const rest: readonly Field[] = [
    { name: 'protectsId', label: label('protects'), kind: 'record', Picker: OrganizationPicker },
    { name: 'startsOn', label: label('startsOn'), kind: 'day' },
    { name: 'endsOn', label: label('endsOn'), kind: 'day' },
    { name: 'note', label: label('note'), kind: 'multiline' },
  ];
  const isOnPerson = (values: Record<string, FieldValue>): boolean =>
    policy ? policy.candidateId !== null : values['subject'] === 'person';
  const fieldsOf = (values: Record<string, FieldValue>): readonly Field[] => [
    ...(policy || organizationId ? [] : [subject, isOnPerson(values) ? person : organization]),
    ...common,
    ...(isOnPerson(values) ? [] : reach),
    ...rest,
  ];
  const send = async (values: Record<string, FieldValue>, key: string): Promise<void> => {
    const { subject: _, ...given } = values;
    if (policy) {
      await api.PATCH('/api/v1/off-limits-policies/{id}', {
        params: { path: { id: policy.id } },
        body: given as Schemas['PatchOffLimitsPolicy'],
        headers: ifMatch(policy.version),
      });
    } else {
      const body: Record<string, unknown> = Object.fromEntries(
        Object.entries({ ...given, ...(organizationId && { organizationId }) }).filter(([, value]) => value !== null),
      );
      await api.POST('/api/v1/off-limits-policies', {
        body: body as Schemas['AddOffLimitsPolicy'],
        headers: { 'Idempotency-Key': key },
      });
    }
    await refresh(client, offLimitsStale);
    notify({ title: t('offLimits.policy.saved') });
  };
  return (
    <FormDialog
      clears
      title={
        policy
          ? t('offLimits.policy.edit', { name: policy.organizationName ?? policy.candidateName ?? '' })
          : t('offLimits.policy.new')
      }
      submit={t('ui.save')}
      fields={[subject, organization, person, ...common, ...reach, ...rest]}
      fieldsOf={fieldsOf}
      initial={
        policy
          ? {
              level: policy.level,
              reason: policy.reason,
              covers: policy.covers,
              withChildren: policy.withChildren,
              protectsId: policy.protectsId,
              startsOn: policy.startsOn,
              endsOn: policy.endsOn,
              note: policy.note,
            }
          : {
              subject: 'organization',
              level: 'block',
              reason: 'client_agreement',
              covers: ['staff'],
              withChildren: true,
            }
      }
      onClose={onClose}
      onSubmit={send}
    />
  );
}
