import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props = {
  /** What the row is called. */
  name: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** Moves a row of a form up and down, and takes it away; the focus goes with the row. */
export function RowButtons({ name, index, count, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const move = (event: React.MouseEvent, by: -1 | 1) => {
    const form = event.currentTarget.closest('form');
    onMove(index + by);
    requestAnimationFrame(() => form?.querySelectorAll<HTMLElement>(`[data-move="${by}"]`)[index + by]?.focus());
  };
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        data-move={-1}
        aria-label={t('levels.row.up', { name })}
        disabled={index === 0}
        onClick={(event) => move(event, -1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        data-move={1}
        aria-label={t('levels.row.down', { name })}
        disabled={index === count - 1}
        onClick={(event) => move(event, 1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('levels.row.remove', { name })} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
