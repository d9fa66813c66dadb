import { useMemo } from 'react';
import { $api } from '../../app/api.js';
import { RecordSelect, useTyped } from '../../ui/fields/record-select.js';
import type { PickerProps } from '../../ui/filters/filters.js';

/** A picker of the contacts of one organization. */
export function useContactPicker(organizationId: string): React.ComponentType<PickerProps> {
  return useMemo(() => (props) => <ContactPicker {...props} organizationId={organizationId} />, [organizationId]);
}

function ContactPicker({ organizationId, ...props }: PickerProps & { organizationId: string }) {
  const [q, typing] = useTyped();
  const { data, isPending } = $api.useQuery('get', '/api/v1/contacts', {
    params: { query: { organizationId, archived: false, limit: 50, ...(q && { q }) } },
  });
  const options = (data?.items ?? []).map(({ id, name, title }) => ({
    value: id,
    label: [name, title].filter(Boolean).join(' · '),
  }));
  return <RecordSelect {...props} options={options} loading={isPending} {...typing} />;
}
