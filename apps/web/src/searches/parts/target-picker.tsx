import { useMemo } from 'react';
import { $api } from '../../app/api.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';
import type { PickerProps } from '../../ui/filters/filters.js';

function useTargets(searchId: string) {
  const params = { path: { id: searchId }, query: { limit: 200 } };
  const { data, isPending } = $api.useQuery('get', '/api/v1/searches/{id}/targets', { params });
  const options = (data?.items ?? []).map(({ id, organizationName }) => ({ value: id, label: organizationName }));
  return { options, loading: isPending };
}

/** A picker of the targets of one search, and the name of one. */
export function useTargetFilter(searchId: string) {
  return useMemo(
    () => ({
      Picker: (props: PickerProps) => <TargetPicker {...props} searchId={searchId} />,
      Name: ({ id }: { id: string }) => <TargetName id={id} searchId={searchId} />,
    }),
    [searchId],
  );
}

function TargetPicker({ searchId, ...props }: PickerProps & { searchId: string }) {
  const [typed, typing] = useTyped();
  const { options, loading } = useTargets(searchId);
  const fitting = options.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
  return <RecordSelect {...props} options={fitting} loading={loading} {...typing} />;
}

function TargetName({ id, searchId }: { id: string; searchId: string }) {
  const { options } = useTargets(searchId);
  return <>{options.find(({ value }) => value === id)?.label ?? '…'}</>;
}
