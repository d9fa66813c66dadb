import {
  Avatar,
  Button,
  Divider,
  Group,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { IconDownload, IconKeyboard, IconLogout, IconShieldLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languageNames, languages, setLanguage } from '../i18n.js';
import { signOut, useMay, useMe } from '../session.js';
import { openSheet } from './sheets.js';

/** Who is signed in, with language, appearance, shortcuts and sign-out. */
export function UserMenu() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [opened, setOpened] = useState(false);
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();

  const goodbye = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
  };
  const leave = (then: () => unknown) => {
    setOpened(false);
    void then();
  };

  return (
    <Popover position="bottom-end" width={272} opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <UnstyledButton aria-label={`${t('app.top.account')}: ${me.name}`} onClick={() => setOpened(!opened)}>
          <Avatar name={me.name} color="petrol" radius="xl" size={32} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('app.top.account')}>
        <Group px="sm" py="xs" gap="sm" wrap="nowrap">
          <Avatar name={me.name} color="petrol" radius="xl" aria-hidden />
          <div>
            <Text fw={600}>{me.name}</Text>
            <Text size="xs" c="dimmed">
              {me.email}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`app.role.${me.role}`)}
            </Text>
          </div>
        </Group>
        <Divider my={6} />
        <Entry
          icon={<IconShieldLock size={16} aria-hidden />}
          onClick={() => leave(() => navigate({ to: '/settings/$part', params: { part: 'account' } }))}
        >
          {t('app.user.account')}
        </Entry>
        {may('export.run') && (
          <Entry
            icon={<IconDownload size={16} aria-hidden />}
            onClick={() => leave(() => navigate({ to: '/settings/$part', params: { part: 'exports' } }))}
          >
            {t('exports.mine')}
          </Entry>
        )}
        <Entry icon={<IconKeyboard size={16} aria-hidden />} onClick={() => leave(() => openSheet('help'))}>
          {t('app.user.shortcuts')}
        </Entry>
        <Divider my={6} />
        <Choice label={t('app.user.language')}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('app.user.language')}
            value={i18n.language}
            onChange={(language) => void setLanguage(language as Language)}
            data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          />
        </Choice>
        <Choice label={t('app.user.theme')}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('app.user.theme')}
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme)}
            data={(['light', 'dark', 'auto'] as const).map((scheme) => ({
              value: scheme,
              label: t(`app.user.${scheme}`),
            }))}
          />
        </Choice>
        <Divider my={6} />
        <Entry icon={<IconLogout size={16} aria-hidden />} onClick={() => leave(goodbye)}>
          {t('app.user.signOut')}
        </Entry>
      </Popover.Dropdown>
    </Popover>
  );
}

function Entry({ icon, onClick, children }: { icon: React.ReactNode; onClick: () => void; children: string }) {
  return (
    <Button fullWidth justify="flex-start" variant="subtle" color="gray" fw={450} leftSection={icon} onClick={onClick}>
      {children}
    </Button>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Stack px="sm" py={6} gap={4}>
      <Text size="xs" c="dimmed" aria-hidden>
        {label}
      </Text>
      {children}
    </Stack>
  );
}
