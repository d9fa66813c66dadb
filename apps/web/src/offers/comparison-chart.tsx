import { Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import type { ChartOption, Ink } from '../ui/chart.js';
import { later } from '../ui/later.js';
import { Panel } from '../ui/panel.js';
import { useColumnNames, useResult } from './use-column-names.js';
import type { Comparison } from './use-comparison.js';

const Chart = later(async () => (await import('../ui/chart.js')).Chart);

const tokens = ['muted', 'accent', 'warning', 'info', 'danger', 'success'] as const;
/** Lines are told apart by their dashes too. */
const dashes = ['dotted', 'solid', 'dashed', [12, 4, 2, 4], [2, 4], [16, 4]] as const;
const year = 12;
const years = 4;
/** Heights in px: of the name of the axis, and of a line of the legend, which holds so many names on a wide screen. */
const axisHeight = 28;
const legendHeight = 24;
const namesInLine = 3;

/** What each column has paid through each month, and from which month on our offer stays ahead of staying. */
export function ComparisonChart({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useColumnNames(comparison);
  const result = useResult(comparison);
  const { columns, currency } = comparison;
  const narrow = useMediaQuery('(width < 48em)') ?? false;
  const lines = narrow ? columns.length : Math.ceil(columns.length / namesInLine);
  const height = `${17 + lines * 1.5}rem`;
  const offerId = result?.offerId;
  const ahead = result?.month ?? null;
  const totals = columns.map(({ id, total }) =>
    t('comparison.chart.total', { name: name(id), amount: format.money({ amount: total, currency }) }),
  );
  const option = useMemo(() => {
    const short = (value: number) => format.moneyShort({ amount: String(value), currency });
    return (ink: Ink): ChartOption => ({
      grid: {
        top: 36,
        right: 24,
        bottom: axisHeight + lines * legendHeight,
        left: 8,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      legend: {
        bottom: 0,
        selectedMode: false,
        itemWidth: 36,
        itemStyle: { opacity: 0 },
        textStyle: { color: ink('text'), ...(narrow && { width: 240, overflow: 'truncate' }) },
        data: columns.map(({ id }) => name(id)),
      },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        backgroundColor: ink('raised'),
        borderColor: ink('line'),
        textStyle: { color: ink('text') },
        formatter: (points) => {
          const all = Array.isArray(points) ? points : [points];
          return [
            t('comparison.chart.at', { month: format.number(monthOf(all[0]?.data)) }),
            ...all.map(({ seriesName, data }) => `${seriesName ?? ''}: ${short(paidOf(data))}`),
          ].join('\n');
        },
      },
      xAxis: {
        type: 'value',
        min: 0,
        max: year * years,
        interval: year,
        name: t('comparison.chart.month'),
        nameLocation: 'middle',
        nameGap: 24,
        axisLine: { lineStyle: { color: ink('line-strong') } },
        axisLabel: { color: ink('muted') },
        nameTextStyle: { color: ink('muted') },
        splitLine: { show: false },
        axisPointer: { snap: true, label: { show: false } },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: ink('muted'), formatter: short },
        splitLine: { lineStyle: { color: ink('line') } },
      },
      series: columns.map(({ id, path }, index) => {
        const color = ink(tokens[index % tokens.length] ?? 'accent');
        const dash = dashes[index % dashes.length];
        const month = id === offerId ? ahead : null;
        return {
          type: 'line',
          name: name(id),
          symbol: 'none',
          color,
          lineStyle: { width: 2, type: typeof dash === 'string' ? dash : [...(dash ?? [])] },
          data: [[0, 0], ...path.map((amount, at) => [at + 1, Number(amount)])],
          ...(month !== null && {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: ink('text'), type: 'dashed', width: 1 },
              label: {
                position: 'end',
                align: month <= year ? 'left' : month >= year * (years - 1) ? 'right' : 'center',
                color: ink('text'),
                formatter: t('comparison.chart.mark', { month }),
              },
              data: [{ xAxis: month }],
            },
          }),
        };
      }),
    });
  }, [columns, currency, format, name, t, offerId, ahead, narrow, lines]);
  return (
    <Panel title={t('comparison.chart.title')}>
      {result && <Text size="sm">{result.words}</Text>}
      <Suspense fallback={<Skeleton height={height} />}>
        <Chart
          label={t('comparison.chart.label', { result: result?.words ?? '', totals: totals.join(' ') })}
          option={option}
          height={height}
        />
      </Suspense>
      <Text size="xs" c="dimmed">
        {t('comparison.chart.twin')}
      </Text>
    </Panel>
  );
}

/** A point is a month with what is paid through it. */
const monthOf = (point: unknown): number => (Array.isArray(point) ? Number(point[0]) : 0);
const paidOf = (point: unknown): number => (Array.isArray(point) ? Number(point[1]) : 0);
