import { Skeleton, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

type Props = {
  title: string;
  /** What stands above the title: where one is. */
  trail?: React.ReactNode;
  /** What stands beside the title: state, count. */
  aside?: React.ReactNode;
  actions?: React.ReactNode;
  /** Below the title: filters or tabs. */
  toolbar?: React.ReactNode;
  /** The content fills the rest of the screen and scrolls by itself: tables and boards. */
  fill?: boolean;
  children: React.ReactNode;
};

/** The frame of a page inside the shell: its one heading, its actions, its content. */
export function Page({ title, trail, aside, actions, toolbar, fill = false, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t('app.name')}`);
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <header className={classes.head}>
        {trail && <div className={classes.trail}>{trail}</div>}
        <div className={classes.line}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {aside}
          <span className={classes.push} />
          {actions}
        </div>
        {toolbar && <div className={classes.toolbar}>{toolbar}</div>}
      </header>
      {fill ? children : <div className={classes.content}>{children}</div>}
    </div>
  );
}

/** Holds the place of a page while what it is about is loading. */
export function PageSkeleton({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page} aria-busy aria-label={t('ui.loading')} role="status">
      <div className={classes.head}>
        <Skeleton height={28} width="18rem" maw="70%" />
        <Skeleton height={16} width="26rem" maw="90%" mt="xs" />
      </div>
      <div className={classes.content}>{children ?? <LinesSkeleton lines={8} />}</div>
    </div>
  );
}

/** Lines of text that are loading. */
export function LinesSkeleton({ lines }: { lines: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={14} mt="sm" width={`${90 - ((index * 17) % 45)}%`} />
      ))}
    </div>
  );
}
