import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import classes from './timeline.module.css';

export type TimelineEntry = {
  id: string;
  /** ISO instant. */
  at: string;
  icon: React.ReactNode;
  title: React.ReactNode;
  body?: React.ReactNode;
  /** Stands below the body. */
  after?: React.ReactNode;
  actions?: React.ReactNode;
  /** Who took it back; the entry stays, struck through. */
  voidedBy?: string | undefined;
};

const dayOf = (instant: string): string => {
  const date = new Date(instant);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

type Props = { entries: readonly TimelineEntry[]; title?: string; now?: number };

/** What happened, newest first, by day; under one title where it has one. */
export function Timeline({ entries, title: whole, now = Date.now() }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = dayOf(new Date(now).toISOString());
  const yesterday = dayOf(new Date(now - 86_400_000).toISOString());
  const groups = Map.groupBy(entries, ({ at }) => whole ?? dayOf(at));
  const nameOf = (group: string) => {
    if (group === whole) return group;
    if (group === today) return t('ui.timeline.today');
    return group === yesterday ? t('ui.timeline.yesterday') : format.day(group);
  };

  return (
    <div className={classes.timeline}>
      {[...groups].map(([group, items]) => (
        <section key={group} aria-label={nameOf(group)}>
          <h3 className={classes.day}>{nameOf(group)}</h3>
          <ol className={classes.list}>
            {items.map(({ id, at, icon, title, body, after, actions, voidedBy }) => (
              <li key={id} className={classes.entry} data-voided={voidedBy !== undefined || undefined}>
                <span className={classes.icon} aria-hidden>
                  {icon}
                </span>
                <div className={classes.content}>
                  <div className={classes.line}>
                    <div className={classes.title}>{title}</div>
                    <time className={classes.time} dateTime={at} title={format.dateTime(at)}>
                      {whole === undefined ? format.time(at) : format.day(dayOf(at))}
                    </time>
                    {actions}
                  </div>
                  {body && <div className={classes.body}>{body}</div>}
                  {after}
                  {voidedBy !== undefined && (
                    <Text size="xs" c="dimmed">
                      {t('ui.timeline.voided', { name: voidedBy })}
                    </Text>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
