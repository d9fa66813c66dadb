import { $api } from '../../app/api.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';
import type { PickerProps } from '../../ui/filters/filters.js';

function useSearches(q: string, chosen: string | undefined) {
  const found = $api.useQuery('get', '/api/v1/searches', {
    params: { query: { ...(q && { q }), limit: 20, state: 'open' } },
  });
  const known = $api.useQuery(
    'get',
    '/api/v1/searches/{id}',
    { params: { path: { id: chosen ?? '' } } },
    { enabled: chosen !== undefined },
  );
  const rows = [...(found.data?.items ?? [])];
  if (known.data && !rows.some(({ id }) => id === chosen)) rows.push(known.data);
  return {
    loading: found.isPending,
    options: rows.map(({ id, title, organizationName }) => ({ value: id, label: `${title} · ${organizationName}` })),
  };
}

/** Picks an open search by a part of its title or client. */
export function SearchPicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useSearches(query, props.value)} {...typing} />;
}

/** The title of a search, for filters. */
export function SearchName({ id }: { id: string }) {
  const { data } = $api.useQuery('get', '/api/v1/searches/{id}', { params: { path: { id } } });
  return <>{data?.title ?? '…'}</>;
}
