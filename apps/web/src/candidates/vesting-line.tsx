import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import type { Draft } from './parts/package-values.js';
import { stepPath, vestingShape } from './vesting-shape.js';

const [width, height] = [120, 28];

/** How a grant vests, drawn small and said in words; nothing while it is not known. */
export function VestingLine({ grant }: { grant: Draft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shape = vestingShape(grant);
  if (!shape) return null;
  const { first, months } = shape;
  return (
    <Group gap="xs" mt="xs" wrap="nowrap">
      <svg
        width={width}
        height={height}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
        aria-hidden
        style={{ flexShrink: 0 }}
      >
        <path d={stepPath(shape, width, height)} fill="none" stroke="currentColor" strokeWidth={1.5} />
      </svg>
      <Text size="sm" c="dimmed">
        {first.months === months
          ? t('offers.vesting.once', { count: months })
          : t('offers.vesting.steps', { share: format.percent(first.share), count: first.months, months })}
      </Text>
    </Group>
  );
}
