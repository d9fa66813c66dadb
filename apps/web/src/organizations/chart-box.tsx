import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconBan, IconBriefcase2, IconDots, IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';
import { type Action, ActionItems } from '../ui/action-items.js';
import classes from './chart.module.css';
import { type ChartNode, nameOf } from './use-chart.js';

type Props = { node: ChartNode; organizationId: string; reachable?: boolean };

/** Who stands there: name, title and level, the team, and what forbids or promises something. */
export function ChartBoxBody({ node, organizationId, reachable = true }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, second] = format.names(node.name ?? '', node.nativeName);
  const { kind, id, title, level, team, doNotContact, searches } = node;
  const place = [level, team, node.organizationId === organizationId ? undefined : node.organizationName];
  return (
    <div className={classes.body}>
      <Text fw={600} truncate>
        {kind === 'person' ? (
          <Link
            to="/candidates/$id"
            params={{ id }}
            className={classes.name}
            draggable={false}
            tabIndex={reachable ? 0 : -1}
          >
            {first}
          </Link>
        ) : (
          title
        )}
        {second && (
          <Text span c="dimmed" size="sm" fw={400}>
            {' '}
            {second}
          </Text>
        )}
      </Text>
      {kind === 'person' ? (
        <Text size="sm" truncate title={title ?? undefined}>
          {title ?? t('ui.none')}
        </Text>
      ) : (
        <span className={classes.mark} title={node.position?.note ?? undefined}>
          <IconUserQuestion size={14} aria-hidden />
          {t('organizations.chart.unknown')}
        </span>
      )}
      <Text size="sm" c="dimmed" truncate>
        {place.filter(Boolean).join(' · ')}
      </Text>
      {(kind === 'person' || doNotContact || searches.length > 0) && (
        <span className={classes.marks}>
          {kind === 'person' && <OffLimitsMark candidateId={id} />}
          {doNotContact && (
            <span className={classes.mark} data-tone="danger">
              <IconBan size={14} aria-hidden />
              {t('organizations.chart.doNotContact')}
            </span>
          )}
          {searches.length > 0 && (
            <span className={classes.mark} title={format.list(searches.map((one) => one.title))}>
              <IconBriefcase2 size={14} aria-hidden />
              <span className={classes.words}>
                {searches.length === 1
                  ? searches[0]?.title
                  : t('organizations.chart.searches', { count: searches.length })}
              </span>
            </span>
          )}
        </span>
      )}
    </div>
  );
}

type MenuProps = {
  node: ChartNode;
  opened: boolean;
  onChange: (open: boolean) => void;
  actions: () => readonly Action[];
  tabIndex?: number;
};

/** What can be done with a box. */
export function ChartBoxMenu({ node, opened, onChange, actions, tabIndex }: MenuProps) {
  const { t } = useTranslation();
  const label = t('organizations.chart.actions', { name: nameOf(node) });
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon size="sm" aria-label={label} {...(tabIndex !== undefined && { tabIndex })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      {opened && (
        <Menu.Dropdown aria-label={label}>
          <ActionItems actions={actions()} />
        </Menu.Dropdown>
      )}
    </Menu>
  );
}
