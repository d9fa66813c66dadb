import { $api } from '../../app/api.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';
import type { PickerProps } from '../../ui/filters/filters.js';

function useCandidates(q: string, chosen: string | undefined) {
  const found = $api.useQuery('get', '/api/v1/candidates', {
    params: { query: { ...(q && { q }), limit: 20, archived: false } },
  });
  const known = $api.useQuery(
    'get',
    '/api/v1/candidates/{id}',
    { params: { path: { id: chosen ?? '' } } },
    { enabled: chosen !== undefined },
  );
  const rows: { id: string; displayName: string; currentOrganizationName: string | null }[] = [
    ...(found.data?.items ?? []),
  ];
  if (known.data && !rows.some(({ id }) => id === chosen)) rows.push(known.data);
  return {
    loading: found.isPending,
    options: rows.map(({ id, displayName, currentOrganizationName }) => ({
      value: id,
      label: [displayName, currentOrganizationName].filter(Boolean).join(' · '),
    })),
  };
}

/** Picks a person by a part of what is known of them. */
export function CandidatePicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useCandidates(query, props.value)} {...typing} />;
}
