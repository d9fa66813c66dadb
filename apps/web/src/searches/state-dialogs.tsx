import { closingReasons, type ClosingReason } from '@domain/searches/search.js';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { useShowSearch } from './use-search-state.js';

type Search = Schemas['SearchView'];
type Props = { search: Search; onClose: () => void };

const todayHere = () => new Date().toLocaleDateString('sv');

/** Asks since when and why a search rests. */
export function HoldDialog({ search: { id, title }, onClose }: Props) {
  const { t } = useTranslation();
  const show = useShowSearch(id);
  const params = { path: { id } };
  const hold = useChange<Schemas['HoldSearch'], unknown>({
    send: async (body, key) => {
      const headers = { 'Idempotency-Key': key };
      show((await api.POST('/api/v1/searches/{id}/hold', { params, body, headers })).data);
    },
    stale: ['/searches'],
    said: () => ({
      title: `${title} · ${t('searches.hold.done')}`,
      undo: async () => show((await api.POST('/api/v1/searches/{id}/resumption', { params, body: {} })).data),
    }),
    failed: () => true,
  });
  return (
    <FormDialog
      title={t('searches.hold.do')}
      submit={t('searches.hold.do')}
      initial={{ heldOn: todayHere() }}
      fields={[
        { name: 'reason', label: t('searches.hold.reason'), kind: 'text' },
        { name: 'heldOn', label: t('searches.hold.heldOn'), kind: 'day' },
      ]}
      onClose={onClose}
      onSubmit={async ({ reason, heldOn }) => {
        await hold({ ...(reason ? { reason: String(reason) } : {}), ...(heldOn ? { heldOn: String(heldOn) } : {}) });
      }}
    />
  );
}

/** Asks why a search ends without us filling it. */
export function CloseDialog({ search: { id, title }, onClose }: Props) {
  const { t } = useTranslation();
  const show = useShowSearch(id);
  const params = { path: { id } };
  const close = useChange<Schemas['CloseSearch'], unknown>({
    send: async (body, key) => {
      const headers = { 'Idempotency-Key': key };
      show((await api.POST('/api/v1/searches/{id}/closure', { params, body, headers })).data);
    },
    stale: ['/searches'],
    said: ({ reason }) => ({
      title: `${title} · ${t('searches.close.done')}`,
      message: t(`words.closingReason.${reason}`),
      undo: async () => show((await api.DELETE('/api/v1/searches/{id}/closure', { params })).data),
    }),
    failed: () => true,
  });
  return (
    <FormDialog
      title={t('searches.close.do')}
      submit={t('searches.close.do')}
      initial={{ closedOn: todayHere() }}
      fields={[
        {
          name: 'reason',
          label: t('searches.close.reason'),
          kind: 'choice',
          required: true,
          options: optionsOf(closingReasons, (word) => t(`words.closingReason.${word}`)),
        },
        { name: 'closedOn', label: t('searches.close.closedOn'), kind: 'day' },
      ]}
      onClose={onClose}
      onSubmit={async ({ reason, closedOn }) => {
        await close({ reason: reason as ClosingReason, ...(closedOn ? { closedOn: String(closedOn) } : {}) });
      }}
    />
  );
}
