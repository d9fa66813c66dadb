import { Box, Button, Menu } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigation } from '../navigation.js';
import { useMay } from '../session.js';
import { useShortcut } from '../use-shortcuts.js';
import { openSheet } from './sheets.js';

const creatable = [
  { id: 'candidates', needs: 'candidate.edit', to: '/candidates' },
  { id: 'searches', needs: 'search.edit', to: '/searches' },
  { id: 'organizations', needs: 'organization.edit', to: '/organizations' },
  { id: 'imports', needs: 'import.run', to: '/imports' },
] as const;

/** What can be made from anywhere; the key `C` opens it. */
export function CreateMenu() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const items = creatable.filter(({ needs }) => may(needs));
  useShortcut('create', () => setOpened(true), items.length > 0);
  if (items.length === 0) return null;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end">
      <Menu.Target>
        <Button px="sm" aria-keyshortcuts="c" aria-label={t('app.top.create')}>
          <IconPlus size={16} aria-hidden />
          <Box component="span" ms={6} visibleFrom="sm">
            {t('app.top.create')}
          </Box>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('candidate.edit') && (
          <Menu.Item onClick={() => openSheet('quickAdd')} leftSection={<IconUserPlus size={16} aria-hidden />}>
            {t('app.create.quick')}
          </Menu.Item>
        )}
        {items.map(({ id, to }) => {
          const Icon = navigation.find((item) => item.id === id)?.icon ?? IconPlus;
          return (
            <Menu.Item
              key={id}
              onClick={() => void navigate({ to, search: { create: true } })}
              leftSection={<Icon size={16} aria-hidden />}
            >
              {t(`app.create.${id}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
