import { Combobox, Group, Highlight, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OffLimitsMark } from '../../off-limits/parts/off-limits-mark.js';
import { shortcuts } from '../shortcuts.js';
import { useActiveShortcuts } from '../use-shortcuts.js';
import { Keys } from './help-sheet.js';
import { useFound } from './use-found.js';
import classes from './palette.module.css';

const typingMs = 120;

/** One field for everything: people, organizations and searches by any part of a name, and every command of the page. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const combobox = useCombobox({ opened: true });
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), typingMs);
  const found = useFound(query);
  const commands = useActiveShortcuts()
    .filter(({ id }) => id !== 'palette' && id !== 'search')
    .map((command) => ({ ...command, label: t(`app.shortcuts.name.${command.id}`) }))
    .filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const nothing =
    text.trim() !== '' &&
    commands.length === 0 &&
    !found.loading &&
    found.groups.every(({ items }) => items.length === 0);

  useEffect(() => {
    combobox.selectFirstOption();
  }, [text, found.loading]);

  const submit = (value: string) => {
    onClose();
    const command = commands.find(({ id }) => id === value);
    if (command) requestAnimationFrame(command.run);
    else void navigate({ to: value });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      title={t('app.palette.title')}
      withCloseButton={false}
      yOffset="12dvh"
      size="lg"
      centered={false}
      classNames={{ header: classes.title, body: classes.body }}
    >
      <Combobox store={combobox} onOptionSubmit={submit}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            data-autofocus
            variant="unstyled"
            size="md"
            className={classes.input}
            leftSection={<IconSearch size={18} aria-hidden />}
            aria-label={t('app.palette.placeholder')}
            placeholder={t('app.palette.placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={classes.options} aria-label={t('app.palette.title')}>
          {found.groups.map(
            ({ id, items }) =>
              items.length > 0 && (
                <Combobox.Group key={id} label={t(`app.palette.${id}`)}>
                  {items.map(({ to, name, hint, candidateId }) => (
                    <Combobox.Option key={to} value={to} className={classes.option}>
                      <Highlight truncate fw={550} highlight={query}>
                        {name}
                      </Highlight>
                      {candidateId && <OffLimitsMark candidateId={candidateId} />}
                      <Highlight truncate className={classes.about} size="sm" highlight={query}>
                        {hint}
                      </Highlight>
                    </Combobox.Option>
                  ))}
                </Combobox.Group>
              ),
          )}
          {commands.length > 0 && (
            <Combobox.Group label={t('app.palette.commands')}>
              {commands.map(({ id, label }) => (
                <Combobox.Option key={id} value={id} className={classes.option}>
                  <Text>{label}</Text>
                  <Keys keys={shortcuts[id].keys} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {nothing && <Combobox.Empty>{t('app.palette.nothing', { query: text.trim() })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
      <Group className={classes.hint} aria-hidden>
        {t('app.palette.hint')}
      </Group>
    </Modal>
  );
}
