import { Text } from '@mantine/core';
import { branchesOf, type ChartBranch } from '@domain/candidates/org-chart.rules.js';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../ui/action-items.js';
import { ChartBoxBody, ChartBoxMenu } from './chart-box.js';
import classes from './chart.module.css';
import type { ChartNode } from './use-chart.js';

type Props = {
  organizationId: string;
  nodes: readonly ChartNode[];
  actionsOf: (node: ChartNode) => readonly Action[];
};

/** The chart as a list: each below who leads them. */
export function ChartList({ organizationId, nodes, actionsOf }: Props) {
  const { t } = useTranslation();
  const [menu, setMenu] = useState<string>();
  const branches = useMemo(() => branchesOf(nodes), [nodes]);
  const items = (some: readonly ChartBranch<ChartNode>[]): React.ReactNode =>
    some.map(({ box, reports }) => (
      <li key={box.id}>
        <div className={classes.row} data-kind={box.kind}>
          <ChartBoxBody node={box} organizationId={organizationId} />
          {reports.length > 0 && (
            <Text size="sm" c="dimmed" className={classes.count}>
              {t('organizations.chart.reports', { count: reports.length })}
            </Text>
          )}
          <ChartBoxMenu
            node={box}
            opened={menu === box.id}
            onChange={(open) => setMenu(open ? box.id : undefined)}
            actions={() => actionsOf(box)}
          />
        </div>
        {reports.length > 0 && <ul className={classes.list}>{items(reports)}</ul>}
      </li>
    ));
  return (
    <ul className={classes.list} aria-label={t('organizations.tab.chart')}>
      {items(branches)}
    </ul>
  );
}
