import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';

type Search = Schemas['SearchView'];

/** The query that holds a search. */
export function searchKey(id: string) {
  return $api.queryOptions('get', '/api/v1/searches/{id}', { params: { path: { id } } }).queryKey;
}

/** Puts what the server answered about a search on screen. */
export function useShowSearch(id: string): (view: Search | undefined) => void {
  const client = useQueryClient();
  return (view) => void (view && client.setQueryData(searchKey(id), view));
}

/** Resumes a search on hold and reopens a closed one; a reopened one is not closed again by undo, for that asks a reason. */
export function useSearchState({ id, title }: Search) {
  const { t } = useTranslation();
  const show = useShowSearch(id);
  const params = { path: { id } };
  const resume = useChange<void, Search | undefined>({
    send: async (_, key) => {
      const headers = { 'Idempotency-Key': key };
      const { data } = await api.POST('/api/v1/searches/{id}/resumption', { params, body: {}, headers });
      show(data);
      return data;
    },
    stale: ['/searches'],
    said: () => ({ title: `${title} · ${t('searches.resume.done')}` }),
  });
  const reopen = useChange<void, Search | undefined>({
    send: async () => {
      const { data } = await api.DELETE('/api/v1/searches/{id}/closure', { params });
      show(data);
      return data;
    },
    stale: ['/searches'],
    said: () => ({ title: `${title} · ${t('searches.reopen.done')}` }),
  });
  return { resume, reopen };
}
