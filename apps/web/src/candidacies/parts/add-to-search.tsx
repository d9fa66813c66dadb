import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.js';
import { refresh } from '../../app/freshness.js';
import { SearchPicker } from '../../searches/parts/search-picker.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { notify } from '../../ui/notices.js';

type Props = {
  candidateIds: readonly string[];
  /** All whom the list finds, instead of those. */
  everyone?: { matching: Record<string, unknown>; count: number } | undefined;
  onClose: () => void;
  onDone?: () => void;
};

const lastSearch = 'longlist.last-search';

/** Puts people on the longlist of a search; the search used last is chosen already. */
export function AddToSearch({ candidateIds, everyone, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <FormDialog
      title={t('candidacies.add.title', { count: everyone?.count ?? candidateIds.length })}
      submit={t('candidacies.add.submit')}
      initial={{ searchId: sessionStorage.getItem(lastSearch) }}
      fields={[
        { name: 'searchId', label: t('candidacies.search'), kind: 'record', Picker: SearchPicker, required: true },
      ]}
      onClose={onClose}
      onSubmit={async ({ searchId }, key) => {
        const id = String(searchId);
        if (everyone) {
          const matching = everyone.matching as Record<string, never>;
          await api.POST('/api/v1/candidates/bulk', {
            body: { action: 'add_to_search', searchId: id, matching },
            headers: { 'Idempotency-Key': key },
          });
          sessionStorage.setItem(lastSearch, id);
          await refresh(client, ['/candidates/bulk']);
          notify({ tone: 'info', title: t('bulk.begun'), message: t('bulk.begunHint') });
          onDone?.();
          return;
        }
        const { data } = await api.POST('/api/v1/searches/{id}/candidacies', {
          params: { path: { id } },
          body: { candidateIds: [...candidateIds] },
          headers: { 'Idempotency-Key': key },
        });
        sessionStorage.setItem(lastSearch, id);
        await refresh(client, ['/searches', '/candidacies', '/candidates']);
        const count = (outcome: string) => data?.items.filter((item) => item.outcome === outcome).length ?? 0;
        const already = count('already_there');
        notify({
          title: t('candidacies.add.done', { count: count('added') }),
          ...(already > 0 && { message: t('candidacies.add.already', { count: already }) }),
        });
        onDone?.();
      }}
    />
  );
}
