import { Button, Code, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { api, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { Panel } from '../ui/panel.js';
import { useSubmit } from '../ui/use-submit.js';
import classes from './second-factor-panel.module.css';

/** Turns the second factor on, with a code to scan and backup codes, or off. */
export function SecondFactorPanel({ on }: { on: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [setUp, setSetUp] = useState<Schemas['TwoFactorSetUpView']>();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('ui.required')) },
  });
  const prove = useSubmit(form, async ({ password }) => {
    if (on) {
      await api.POST('/api/auth/two-factor/disable', { body: { password } });
      notify({ title: t('settings.account.disabled') });
      await refresh(client, ['/me']);
    } else {
      const { data } = await api.POST('/api/auth/two-factor/enable', { body: { password } });
      setSetUp(data);
    }
    form.reset();
  });
  const done = async () => {
    setSetUp(undefined);
    notify({ title: t('settings.account.enabled') });
    await refresh(client, ['/me']);
  };
  return (
    <Panel title={t('settings.account.totp')}>
      <Text mb="sm">{on ? t('settings.account.totpOn') : t('settings.account.totpOff')}</Text>
      {setUp ? (
        <Confirm setUp={setUp} onDone={done} />
      ) : (
        <form onSubmit={prove.onSubmit} noValidate>
          <Stack maw={320}>
            <FormProblem problem={prove.problem} />
            <PasswordInput
              label={t('settings.account.current')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" variant="default" loading={prove.busy}>
              {on ? t('settings.account.disable') : t('settings.account.enable')}
            </Button>
          </Stack>
        </form>
      )}
    </Panel>
  );
}

type ConfirmProps = { setUp: Schemas['TwoFactorSetUpView']; onDone: () => Promise<void> };

function Confirm({ setUp: { totpURI, backupCodes }, onDone }: ConfirmProps) {
  const { t } = useTranslation();
  const { data, size } = useMemo(() => encode(totpURI), [totpURI]);
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (/^\s*\d{6}\s*$/.test(value) ? null : t('auth.invalid.code')) },
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ code }) => {
    await api.POST('/api/auth/two-factor/verify-totp', { body: { code: code.trim() } });
    await onDone();
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <div>
        <Text>{t('settings.account.scan')}</Text>
        <svg viewBox={`0 0 ${size} ${size}`} className={classes.code} role="img" aria-label={t('settings.account.qr')}>
          <path d={path} />
        </svg>
        <Text size="sm">{t('settings.account.secret', { secret })}</Text>
        <form onSubmit={onSubmit} noValidate>
          <FormProblem problem={problem} />
          <Group align="flex-end" mt="sm">
            <TextInput
              label={t('settings.account.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              {...form.getInputProps('code')}
            />
            <Button type="submit" loading={busy}>
              {t('settings.account.confirm')}
            </Button>
          </Group>
        </form>
      </div>
      <div>
        <Text mb="xs">{t('settings.account.backup')}</Text>
        <Code block>{backupCodes.join('\n')}</Code>
      </div>
    </SimpleGrid>
  );
}
