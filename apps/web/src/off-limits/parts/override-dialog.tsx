import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.js';
import { refresh } from '../../app/freshness.js';
import type { Field } from '../../ui/fields/field.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { notify } from '../../ui/notices.js';
import { offLimitsStale } from './stale.js';

type Props = {
  candidateId: string;
  name: string;
  /** The search that it is about; without one the override holds everywhere. */
  searchId: string | null;
  /** What was refused, done again once the block is set aside. */
  again?: (() => void) | undefined;
  onClose: () => void;
  children?: React.ReactNode;
};

/** Sets a block aside with a written reason, in this search alone or in all. */
export function OverrideDialog({ candidateId, name, searchId, again, onClose, children }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const scope: Field = {
    name: 'scope',
    label: t('offLimits.override.scope'),
    kind: 'choice',
    required: true,
    options: (['here', 'everywhere'] as const).map((value) => ({ value, label: t(`offLimits.override.${value}`) })),
  };
  const reason: Field = {
    name: 'reason',
    label: t('offLimits.override.reason'),
    kind: 'multiline',
    required: true,
  };
  return (
    <FormDialog
      title={t('offLimits.override.title', { name })}
      submit={again ? t('offLimits.override.submit') : t('offLimits.override.submitOnly')}
      fields={searchId === null ? [reason] : [reason, scope]}
      initial={{ scope: 'here' }}
      onClose={onClose}
      onSubmit={async (values, key) => {
        const where = values['scope'] === 'everywhere' ? null : searchId;
        const { data } = await api.POST('/api/v1/off-limits/overrides', {
          body: { candidateId, searchId: where, reason: String(values['reason']) },
          headers: { 'Idempotency-Key': key },
        });
        await refresh(client, offLimitsStale);
        notify({
          title: t('offLimits.override.done', { name }),
          ...(data &&
            !again && {
              undo: async () => {
                await api.POST('/api/v1/off-limits/overrides/{id}/ending', { params: { path: { id: data.id } } });
                await refresh(client, offLimitsStale);
              },
            }),
        });
        again?.();
      }}
    >
      {children}
    </FormDialog>
  );
}
