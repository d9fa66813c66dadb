import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import type { PickerProps } from '../../ui/filters/filters.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';

function useOrganizations(q: string, chosen: string | undefined) {
  const format = useFormat();
  const found = $api.useQuery('get', '/api/v1/organizations', {
    params: { query: { ...(q && { q }), limit: 20, archived: false } },
  });
  const known = $api.useQuery(
    'get',
    '/api/v1/organizations/{id}',
    { params: { path: { id: chosen ?? '' } } },
    { enabled: chosen !== undefined },
  );
  const rows = [...(found.data?.items ?? [])];
  if (known.data && !rows.some(({ id }) => id === chosen)) rows.push(known.data);
  return {
    loading: found.isPending,
    options: rows.map(({ id, name, nativeName }) => ({
      value: id,
      label: format.names(name, nativeName).filter(Boolean).join(' · '),
    })),
  };
}

/** Picks an organization by a part of its name. */
export function OrganizationPicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useOrganizations(query, props.value)} {...typing} />;
}

/** The name of an organization, for filters. */
export function OrganizationName({ id }: { id: string }) {
  const { data } = $api.useQuery('get', '/api/v1/organizations/{id}', { params: { path: { id } } });
  return <>{data?.name ?? '…'}</>;
}
