import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type Language, languageNames } from '../app/i18n.js';
import { EmptyState } from './empty-state.js';
import { ErrorState } from './error-state.js';
import type { ListState } from './list-state.js';
import { MoreBelow } from './more-below.js';
import { LinesSkeleton } from './page.js';
import { Panel } from './panel.js';

type Template = { id: string; name: string; locale: Language };

type Props<Row extends Template> = {
  title: string;
  list: ListState<Row>;
  editable: boolean;
  empty: { icon: React.ComponentProps<typeof EmptyState>['icon']; title: string; hint: string };
  /** What stands beside the name, in one line. */
  about: (row: Row) => string;
  add: { label: string; run: () => void };
  edit: { label: (name: string) => string; run: (row: Row) => void };
  remove: { label: (name: string) => string; run: (row: Row) => Promise<unknown> };
  /** The dialog that is open. */
  children?: React.ReactNode;
};

/** Templates that the agency keeps by language: added, changed and removed by who may change settings. */
export function TemplateList<Row extends Template>(props: Props<Row>) {
  const { title, list, editable, empty, about, add, edit, remove, children } = props;
  return (
    <Panel
      title={title}
      aside={
        editable && (
          <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        )
      }
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={5} />
      ) : list.rows.length === 0 ? (
        <EmptyState {...empty} action={editable ? add : undefined} />
      ) : (
        list.rows.map((row) => (
          <Group key={row.id} justify="space-between" wrap="nowrap" mih={44}>
            <Group gap="sm" wrap="nowrap" miw={0}>
              <Badge variant="light" color="gray" tt="none" miw={70}>
                {languageNames[row.locale]}
              </Badge>
              <Text>{row.name}</Text>
              <Text size="sm" c="dimmed" truncate visibleFrom="sm">
                {about(row)}
              </Text>
            </Group>
            {editable && (
              <Group gap={2} wrap="nowrap">
                <ActionIcon aria-label={edit.label(row.name)} onClick={() => edit.run(row)}>
                  <IconPencil size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon aria-label={remove.label(row.name)} onClick={() => void remove.run(row).catch(() => {})}>
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </Group>
        ))
      )}
      <MoreBelow list={list} />
      {children}
    </Panel>
  );
}
