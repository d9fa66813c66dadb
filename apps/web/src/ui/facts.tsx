import { Group, Text } from '@mantine/core';
import classes from './facts.module.css';

/** Facts of a record, in as many columns as there is room for; `wide` ones need more of it. */
export function Facts({ wide = false, children }: { wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={classes.facts} data-wide={wide || undefined}>
      {children}
    </div>
  );
}

/** One fact in a narrow place: what it is, and what it says at the other end of the line. */
export function FactLine({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mih={28} wrap="nowrap">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div" ta="right" miw={0}>
        {children}
      </Text>
    </Group>
  );
}

/** A record page: what it is at the side, what happens in the middle. */
export function Split({ side, children }: { side: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className={classes.split}>
      <div className={classes.main}>{children}</div>
      <aside className={classes.side}>{side}</aside>
    </div>
  );
}
