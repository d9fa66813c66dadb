import type { ViewSubject } from '@domain/agencies/agency.js';
import type { QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from './api.js';
import { useChange } from './change.js';
import { refresh } from './freshness.js';
import { queryClient } from './query-client.js';
import { inOrder, type SavedView } from './saved-view.js';
import { useMe } from './session.js';

type Page = { items: SavedView[]; nextCursor: string | null };
type Values = Partial<Pick<SavedView, 'name' | 'query' | 'shared'>>;

const stale = ['/saved-views'];

const queryOf = (subject: ViewSubject) =>
  $api.queryOptions('get', '/api/v1/saved-views', { params: { query: { subject, limit: 200 } } });

/** The views of a section: the own ones and those that colleagues share. */
export function useSavedViews(subject: ViewSubject): readonly SavedView[] {
  const { id } = useMe();
  const { data } = $api.useQuery(
    'get',
    '/api/v1/saved-views',
    { params: { query: { subject, limit: 200 } } },
    { staleTime: 30_000 },
  );
  return inOrder(data?.items ?? [], id);
}

function patchViews(client: QueryClient, subject: ViewSubject, next: (views: SavedView[]) => SavedView[]): () => void {
  const { queryKey } = queryOf(subject);
  void client.cancelQueries({ queryKey });
  const former = client.getQueryData<Page>(queryKey);
  client.setQueryData<Page>(queryKey, (page) => page && { ...page, items: next(page.items) });
  return () => client.setQueryData(queryKey, former);
}

/** Makes, changes, pins and removes views. */
export function useViewChanges(subject: ViewSubject) {
  const { t } = useTranslation();
  const params = ({ id }: Pick<SavedView, 'id'>) => ({ path: { id } });
  const send = async (view: Pick<SavedView, 'id' | 'version'>, values: Values) => {
    const { data } = await api.PATCH('/api/v1/saved-views/{id}', {
      params: params(view),
      body: values,
      headers: ifMatch(view.version),
    });
    return data as Schemas['SavedViewView'];
  };
  const flip = (view: SavedView, pinned: boolean) =>
    pinned
      ? api.POST('/api/v1/saved-views/{id}/pin', { params: params(view) })
      : api.DELETE('/api/v1/saved-views/{id}/pin', { params: params(view) });
  const create = async (values: { name: string; query: string; shared: boolean }, key?: string) => {
    const { data } = await api.POST('/api/v1/saved-views', {
      body: { subject, ...values },
      ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
    });
    if (data) patchViews(queryClient, subject, (views) => [...views, data]);
    await refresh(queryClient, stale);
    return data as Schemas['SavedViewView'];
  };
  const change = useChange<{ view: SavedView; values: Values }, Schemas['SavedViewView']>({
    patch: ({ view, values }, client) =>
      patchViews(client, subject, (views) => views.map((one) => (one.id === view.id ? { ...one, ...values } : one))),
    send: ({ view, values }) => send(view, values),
    stale,
    said: ({ view, values }, saved) => ({
      title: t('ui.views.saved', { name: saved.name }),
      undo: async () => {
        const former = Object.keys(values).map((name) => [name, view[name as keyof Values]]);
        await send(saved, Object.fromEntries(former) as Values);
      },
    }),
  });
  const pin = useChange<{ view: SavedView; pinned: boolean }, unknown>({
    patch: ({ view, pinned }, client) =>
      patchViews(client, subject, (views) => views.map((one) => (one.id === view.id ? { ...one, pinned } : one))),
    send: ({ view, pinned }) => flip(view, pinned),
    stale,
  });
  const remove = useChange<SavedView, unknown>({
    patch: (view, client) => patchViews(client, subject, (views) => views.filter(({ id }) => id !== view.id)),
    send: (view) => api.DELETE('/api/v1/saved-views/{id}', { params: params(view) }),
    stale,
    said: (view) => ({
      title: t('ui.views.removed', { name: view.name }),
      undo: async () => {
        const { name, query, shared, pinned } = view;
        const again = await create({ name, query, shared });
        if (pinned) await flip(again, true);
      },
    }),
  });
  return { create, change, pin, remove };
}
