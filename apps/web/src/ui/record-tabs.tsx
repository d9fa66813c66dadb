import { Tabs } from '@mantine/core';
import classes from './facts.module.css';

type Tab = { id: string; label: string; count?: number | undefined };

type Props = {
  label: string;
  tabs: readonly Tab[];
  /** The one that is open; the URL holds it. */
  open: string;
  onOpen: (id: string) => void;
  children: React.ReactNode;
};

/** The parts of a record, one at a time. */
export function RecordTabs({ label, tabs, open, onOpen, children }: Props) {
  return (
    <Tabs value={open} onChange={(id) => id && onOpen(id)} keepMounted={false}>
      <Tabs.List aria-label={label}>
        {tabs.map(({ id, label: name, count }) => (
          <Tabs.Tab key={id} value={id}>
            {count === undefined ? name : `${name} ${count}`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={open} pt="md" className={classes.stack}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
