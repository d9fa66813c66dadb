import { ActionIcon, Group, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../app/use-shortcuts.js';
import { LinesSkeleton } from './page.js';
import classes from './peek.module.css';

/** A list with room beside it for a look at one of its rows; when the look ends, the focus is back in the list. */
export function WithPeek({ children, peek }: { children: React.ReactNode; peek: React.ReactNode }) {
  const split = useRef<HTMLDivElement>(null);
  const open = Boolean(peek);
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed || document.activeElement !== document.body) return;
    split.current?.querySelector<HTMLElement>(':is([data-row], [data-card], [data-box])[tabindex="0"]')?.focus();
  }, [open]);
  return (
    <div ref={split} className={classes.split}>
      {children}
      <Suspense
        fallback={
          <div className={classes.panel}>
            <LinesSkeleton lines={10} />
          </div>
        }
      >
        {peek}
      </Suspense>
    </div>
  );
}

type Props = {
  title: string;
  /** Beside the title: other names, where they are. */
  aside?: React.ReactNode;
  actions?: React.ReactNode;
  onClose: () => void;
  children: React.ReactNode;
};

/** A look at one row: the list stays beside it, `J` and `K` go on, Enter opens in full, Escape closes. */
export function PeekPanel({ title, aside, actions, onClose, children }: Props) {
  const { t } = useTranslation();
  useShortcut('close', onClose);
  return (
    <aside className={classes.panel} aria-label={t('ui.peek.label', { name: title })}>
      <header className={classes.head}>
        <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
          <Title order={2} className={classes.title}>
            {title}
          </Title>
          <ActionIcon variant="subtle" color="gray" aria-label={t('ui.peek.close')} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
        {aside}
        {actions && (
          <Group gap="xs" mt="xs">
            {actions}
          </Group>
        )}
      </header>
      {children}
    </aside>
  );
}
