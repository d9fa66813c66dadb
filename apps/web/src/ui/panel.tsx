import { Title } from '@mantine/core';
import { useId } from 'react';
import classes from './panel.module.css';

type Props = { title?: string; aside?: React.ReactNode; flush?: boolean; children: React.ReactNode };

/** A bordered part of a page with its own heading; `flush` content reaches the border. */
export function Panel({ title, aside, flush = false, children }: Props) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className={classes.head}>
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          {aside}
        </header>
      )}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
