import { $api } from '../../app/api.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';
import type { PickerProps } from '../../ui/filters/filters.js';

/** Tags, role families, custom fields and pipelines of the agency; they change rarely. */
export function useSettings() {
  return $api.useQuery('get', '/api/v1/settings', undefined, { staleTime: 60_000 });
}

function useOf(kind: 'tags' | 'roleFamilies' | 'pipelines', q: string, chosen: string | undefined) {
  const { data, isPending } = useSettings();
  const wanted = q.trim().toLowerCase();
  const rows: readonly { id: string; name: string; archivedAt: string | null }[] = data?.[kind] ?? [];
  const fitting = rows.filter(
    ({ id, name, archivedAt }) => id === chosen || (archivedAt === null && name.toLowerCase().includes(wanted)),
  );
  return { loading: isPending, options: fitting.map(({ id, name }) => ({ value: id, label: name })) };
}

/** Picks a tag. */
export function TagPicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useOf('tags', query, props.value)} {...typing} />;
}

/** Picks a role family. */
export function RoleFamilyPicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useOf('roleFamilies', query, props.value)} {...typing} />;
}

/** Picks a pipeline whose stages a search gets. */
export function PipelinePicker(props: PickerProps) {
  const [query, typing] = useTyped();
  return <RecordSelect {...props} {...useOf('pipelines', query, props.value)} {...typing} />;
}

/** The name of a tag or role family, for filters. */
export function SettingName({ id }: { id: string }) {
  const { data } = useSettings();
  const all = [...(data?.tags ?? []), ...(data?.roleFamilies ?? [])];
  return <>{all.find((one) => one.id === id)?.name ?? '…'}</>;
}
