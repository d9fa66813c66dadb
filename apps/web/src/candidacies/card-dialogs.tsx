import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { notify } from '../ui/notices.js';
import type { BoardStage, Card } from './board-state.js';

type Props = { card: Card; onClose: () => void };

type ReopenProps = Props & {
  stages: readonly Pick<BoardStage, 'id' | 'name' | 'group'>[];
  onReopen: (card: Card, stageId: string, note: string | undefined) => Promise<unknown>;
};

/** Asks into which stage somebody comes back; the one they left is chosen already. */
export function ReopenDialog({ card, stages, onReopen, onClose }: ReopenProps) {
  const { t } = useTranslation();
  const open = stages.filter(({ group }) => group !== 'placed');
  return (
    <FormDialog
      title={t('candidacies.reopen.title', { name: card.candidateName })}
      submit={t('candidacies.reopen.submit')}
      initial={{ stageId: open.find(({ id }) => id === card.stageId)?.id ?? open[0]?.id }}
      fields={[
        {
          name: 'stageId',
          label: t('candidacies.reopen.stage'),
          kind: 'choice',
          required: true,
          options: open.map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'note', label: t('candidacies.reopen.note'), kind: 'multiline' },
      ]}
      onClose={onClose}
      onSubmit={({ stageId, note }) =>
        onReopen(card, String(stageId), typeof note === 'string' ? note : undefined).then(() => undefined)
      }
    />
  );
}

/** Asks for the first day of somebody who accepted. */
export function PlacementDialog({ card, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  return (
    <FormDialog
      title={t('candidacies.place.title', { name: card.candidateName })}
      submit={t('candidacies.place.submit')}
      fields={[{ name: 'startsOn', label: t('candidacies.place.startsOn'), kind: 'day', required: true }]}
      onClose={onClose}
      onSubmit={async ({ startsOn }, key) => {
        await api.POST('/api/v1/candidacies/{id}/placement', {
          params: { path: { id: card.id } },
          body: { startsOn: String(startsOn) },
          headers: { 'Idempotency-Key': key },
        });
        await refresh(client, ['/candidacies', '/searches', '/placements']);
        notify({
          title: t('candidacies.place.done', { name: card.candidateName, day: format.day(String(startsOn)) }),
        });
      }}
    />
  );
}
