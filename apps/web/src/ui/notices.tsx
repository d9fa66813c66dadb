import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import i18next from 'i18next';
import { offerUndo } from './undo.js';

type Tone = 'success' | 'info' | 'danger';
type Notice = {
  tone?: Tone;
  title: string;
  message?: string;
  /** Takes the change back; may answer in words what of it stays. */
  undo?: () => Promise<string | void>;
  action?: { label: string; run: () => void };
};

const icons = { success: IconCheck, info: IconInfoCircle, danger: IconAlertTriangle };
const colors = { success: 'green', info: 'petrol', danger: 'red' };
const shownMs = 6000;
const undoMs = 12_000;
/** So many notices stand at once; the newest is always among them. */
const most = 4;
const standing: string[] = [];

/** Shows a notice; with `undo` it offers to take the change back, by its button or Ctrl/Cmd+Z, until it is gone. */
export function notify({ tone = 'success', title, message, undo, action }: Notice): void {
  const Icon = icons[tone];
  const id = notifications.show({
    color: colors[tone],
    icon: <Icon size={18} aria-hidden />,
    closeButtonProps: { 'aria-label': i18next.t('ui.close') },
    autoClose: undo || tone === 'danger' ? undoMs : shownMs,
    onClose: () => {
      standing.splice(standing.indexOf(id), 1);
      withdraw?.();
    },
    message: (
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div>
          <Text fw={550}>{title}</Text>
          {message && (
            <Text size="sm" c="dimmed">
              {message}
            </Text>
          )}
        </div>
        {undo && (
          <Button size="compact-sm" variant="light" onClick={() => run?.()}>
            {i18next.t('ui.undo')}
          </Button>
        )}
        {action && (
          <Button size="compact-sm" variant="light" onClick={action.run}>
            {action.label}
          </Button>
        )}
      </Group>
    ),
  });
  standing.push(id);
  if (standing.length > most) notifications.hide(standing[0] ?? id);
  const run = undo && (() => void takeBack(id, undo));
  const withdraw = run && offerUndo(run);
}

async function takeBack(id: string, undo: () => Promise<string | void>): Promise<void> {
  notifications.hide(id);
  try {
    const message = await undo();
    notify({ tone: 'info', title: i18next.t('ui.undone'), ...(message && { message }) });
  } catch (thrown) {
    notify({
      tone: 'danger',
      title: i18next.t('ui.undoFailed'),
      message: thrown instanceof Error ? thrown.message : '',
    });
  }
}
