import { Menu, Text } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { IconTemplate } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from '../app/change.js';
import { putTemplate, type Template, templates } from './templates.js';

/** Begins the note with a template; asks for them when it opens. */
export function TemplateMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const [all, setAll] = useState<Template[]>([]);
  const [opened, setOpened] = useState(false);
  const open = async () => {
    setAll(await templates());
    setOpened(true);
  };
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <RichTextEditor.Control
          aria-label={t('notes.template.use')}
          title={t('notes.template.use')}
          onClick={() => (opened ? setOpened(false) : void open().catch(tell))}
        >
          <IconTemplate size={16} stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((template) => (
          <Menu.Item key={template.id} onClick={() => putTemplate(editor, template)}>
            {template.label}
          </Menu.Item>
        ))}
        {all.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {t('notes.template.none')}
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
