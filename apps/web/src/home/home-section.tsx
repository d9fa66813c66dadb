import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/error-state.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import classes from './home-page.module.css';

const folded = 'longlist.home.folded';

function readFolded(): Record<string, boolean> {
  return JSON.parse(localStorage.getItem(folded) ?? '{}') as Record<string, boolean>;
}

type Props = { id: string; title: string; closed?: boolean; aside?: React.ReactNode; children: React.ReactNode };

/** A part of the day that can be folded; this browser remembers it. */
export function Section({ id, title, closed = false, aside, children }: Props) {
  const { t } = useTranslation();
  const [shut, setShut] = useState(() => readFolded()[id] ?? closed);
  const fold = () => {
    localStorage.setItem(folded, JSON.stringify({ ...readFolded(), [id]: !shut }));
    setShut(!shut);
  };
  const Icon = shut ? IconChevronRight : IconChevronDown;
  return (
    <Panel
      title={title}
      flush={shut}
      aside={
        <Group gap="xs" wrap="nowrap">
          {!shut && aside}
          <ActionIcon
            aria-expanded={!shut}
            aria-label={t(shut ? 'home.unfold' : 'home.fold', { title })}
            onClick={fold}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Group>
      }
    >
      {!shut && children}
    </Panel>
  );
}

type RowsProps<Row> = {
  id: string;
  title: string;
  /** What stands where there are none; without it the whole part is left out. */
  empty?: string;
  closed?: boolean;
  query: { data: { items: readonly Row[] } | undefined; error: unknown; refetch: () => Promise<unknown> };
  children: (row: Row) => React.ReactNode;
};

/** A part of the day that is a short list. */
export function Rows<Row extends { id: string }>({ id, title, empty, closed, query, children }: RowsProps<Row>) {
  const { data, error, refetch } = query;
  if (data?.items.length === 0 && empty === undefined) return null;
  return (
    <Section id={id} title={title} {...(closed && { closed })}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LinesSkeleton lines={3} />
      ) : data.items.length === 0 ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <ul className={classes.rows}>
          {data.items.map((row) => (
            <Group component="li" key={row.id} justify="space-between" className={classes.row}>
              {children(row)}
            </Group>
          ))}
        </ul>
      )}
    </Section>
  );
}
