import { Group, Kbd, Modal, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Shortcut, type ShortcutId, shortcuts } from '../shortcuts.js';
import { setSingleKeys, singleKeysOn } from '../use-shortcuts.js';

const groups = ['general', 'go', 'lists', 'records', 'calls'] as const;
const entries = Object.entries(shortcuts) as [ShortcutId, Shortcut][];

/** Every shortcut of the product, and the switch for single keys. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [single, setSingle] = useState(singleKeysOn);
  const choose = (on: boolean) => {
    setSingleKeys(on);
    setSingle(on);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.shortcuts.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        {groups.map((group) => (
          <Stack key={group} gap={4}>
            <Title order={3} size="h3">
              {t(`app.shortcuts.group.${group}`)}
            </Title>
            {entries
              .filter(([, shortcut]) => shortcut.group === group)
              .map(([id, shortcut]) => (
                <Group key={id} justify="space-between" wrap="nowrap" mih="2rem">
                  <Text>{t(`app.shortcuts.name.${id}`)}</Text>
                  <Keys keys={shortcut.keys} />
                </Group>
              ))}
          </Stack>
        ))}
      </SimpleGrid>
      <Switch
        mt="lg"
        checked={single}
        onChange={(event) => choose(event.currentTarget.checked)}
        label={t('app.shortcuts.singleKeys')}
        description={t('app.shortcuts.singleKeysHint')}
      />
    </Modal>
  );
}

const names: Record<string, string> = {
  mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
  shift: '⇧',
  space: '␣',
  enter: '↵',
};

/** Keys as the table writes them (`mod+k`, `g c`), drawn as key caps. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      {keys.split(' ').map((part, index) => (
        <Fragment key={part + index}>
          {index > 0 && (
            <Text size="xs" c="dimmed">
              {t('app.shortcuts.then')}
            </Text>
          )}
          {part.split('+').map((key) => (
            <Kbd key={key} size="xs">
              {names[key] ?? key.toUpperCase()}
            </Kbd>
          ))}
        </Fragment>
      ))}
    </Group>
  );
}
