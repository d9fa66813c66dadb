import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { useShortcut } from '../app/use-shortcuts.js';

type Props = {
  position: number;
  total: { count: number; floor: boolean };
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
};

/** Goes through a list from record to record: `J` on, `K` back. */
export function StepButtons({ position, total, next, previous }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  useShortcut('next', () => next?.(), next !== undefined);
  useShortcut('previous', () => previous?.(), previous !== undefined);
  const words = { position: format.number(position), count: format.number(total.count) };
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={t('ui.steps.label')}>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {total.floor ? t('ui.steps.positionFloor', words) : t('ui.steps.position', words)}
      </Text>
      <ActionIcon
        variant="default"
        aria-label={t('ui.steps.previous')}
        title={`${t('ui.steps.previous')} (K)`}
        disabled={!previous}
        onClick={previous}
      >
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('ui.steps.next')}
        title={`${t('ui.steps.next')} (J)`}
        disabled={!next}
        onClick={next}
      >
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
