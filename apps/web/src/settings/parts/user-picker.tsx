import { $api } from '../../app/api.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';
import type { PickerProps } from '../../ui/filters/filters.js';

/** Everyone of the agency; they change rarely. */
export function useUsers() {
  return $api.useQuery('get', '/api/v1/users', { params: { query: { limit: 200 } } }, { staleTime: 60_000 });
}

function useColleagues(q: string, chosen: string | undefined) {
  const { data, isPending } = useUsers();
  const wanted = q.trim().toLowerCase();
  const staff = (data?.items ?? []).filter(
    ({ id, name, clientId, state }) =>
      id === chosen || (clientId === null && state === 'active' && name.toLowerCase().includes(wanted)),
  );
  return { loading: isPending, options: staff.map(({ id, name }) => ({ value: id, label: name })) };
}

/** Picks a colleague. */
export function UserPicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useColleagues(query, props.value)} {...typing} />;
}

/** The name of a colleague, for filters. */
export function UserName({ id }: { id: string }) {
  const { data } = useUsers();
  return <>{data?.items.find((one) => one.id === id)?.name ?? '…'}</>;
}
