import { Badge, Group } from '@mantine/core';

import { InlineField } from '../../ui/inline-field.js';
import { later } from '../../ui/later.js';
import { useSettings } from './setting-pickers.js';

const TagsInput = later(async () => (await import('./tags-input.js')).TagsInput);

type Tag = { id: string; name: string; color: string | null };
type Props = { label: string; tags: readonly Tag[]; editable: boolean; onSave: (ids: string[]) => Promise<void> };

/** The tags of a record, changed where they stand. */
export function TagsField({ label, tags, editable, onSave }: Props) {
  const { data } = useSettings();
  const options = (data?.tags ?? [])
    .filter(({ id, archivedAt }) => archivedAt === null || tags.some((tag) => tag.id === id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <InlineField<string[]>
      label={label}
      value={tags.map(({ id }) => id)}
      editable={editable}
      onSave={onSave}
      display={
        tags.length > 0 ? (
          <Group gap={4}>
            {tags.map((tag) => (
              <Badge key={tag.id} variant="light" color={tag.color ?? 'gray'} tt="none">
                {tag.name}
              </Badge>
            ))}
          </Group>
        ) : undefined
      }
      editor={({ value, onChange, error }) => (
        <TagsInput label={label} options={options} value={value} onChange={onChange} error={error} />
      )}
    />
  );
}
