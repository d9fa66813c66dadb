import { Button, Group, Menu, Text } from '@mantine/core';
import { IconArrowsRight, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardStage } from './board-state.js';
import { toneOf } from './parts/stage-mark.js';
import classes from './parts/stage-mark.module.css';

type Stage = Pick<BoardStage, 'id' | 'name' | 'group'>;
type Props = {
  count: number;
  stages: readonly Stage[];
  onMove: (stage: Stage) => void;
  onSubmit: (() => void) | undefined;
  onClear: () => void;
};

/** What is done with the selected people at once; nothing while nobody is selected. */
export function MoveBar({ count, stages, onMove, onSubmit, onClear }: Props) {
  const { t } = useTranslation();
  if (count === 0) return null;
  const label = t('candidacies.board.selected', { count });
  return (
    <Group mt="xs" gap="xs" role="toolbar" aria-label={label}>
      <Text fw={600}>{label}</Text>
      <Menu>
        <Menu.Target>
          <Button leftSection={<IconArrowsRight size={16} aria-hidden />}>{t('candidacies.board.moveAll')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stages.map((stage) => (
            <Menu.Item
              key={stage.id}
              leftSection={<span className={classes.dot} style={{ background: toneOf(stage.group) }} aria-hidden />}
              onClick={() => onMove(stage)}
            >
              {stage.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {onSubmit && (
        <Button variant="default" leftSection={<IconSend size={16} aria-hidden />} onClick={onSubmit}>
          {t('candidacies.action.submit')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onClear}>
        {t('ui.table.clearSelection')}
      </Button>
    </Group>
  );
}
