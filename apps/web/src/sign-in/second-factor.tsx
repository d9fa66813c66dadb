import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { toProblem } from '../app/problem.js';
import { FormProblem } from '../ui/form-problem.js';
import { useSubmit } from '../ui/use-submit.js';
import { AuthFrame } from './auth-frame.js';

const digits = 6;

/** The code of the authenticator app, or one of the backup codes. Six digits send themselves. */
export function SecondFactor({ onDone, onBack }: { onDone: () => Promise<void>; onBack: () => void }) {
  const { t } = useTranslation();
  const [backup, setBackup] = useState(false);
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() ? null : t('auth.invalid.required')) },
  });
  const { onSubmit, busy, problem, send } = useSubmit(form, async ({ code }) => {
    const body = { code: code.replaceAll(/\s/g, '') };
    try {
      await api.POST(backup ? '/api/auth/two-factor/verify-backup-code' : '/api/auth/two-factor/verify-totp', { body });
    } catch (thrown) {
      if (toProblem(thrown).code !== 'two-factor.code') throw thrown;
      form.setValues({ code: '' });
      form.setErrors({ code: t('auth.invalid.code') });
      form.getInputNode('code')?.focus();
      return;
    }
    await onDone();
  });
  const switchKind = () => {
    form.reset();
    setBackup(!backup);
    form.getInputNode('code')?.focus();
  };
  const { onChange, ...input } = form.getInputProps('code');

  return (
    <AuthFrame title={t('auth.totpTitle')} hint={backup ? undefined : t('auth.totpHint')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <TextInput
            autoFocus
            required
            size="md"
            label={backup ? t('auth.backupCode') : t('auth.totpCode')}
            inputMode={backup ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            maxLength={backup ? 32 : digits + 1}
            {...input}
            onChange={(event) => {
              onChange(event);
              const code = event.currentTarget.value.replaceAll(/\s/g, '');
              if (!backup && code.length === digits) void send({ code });
            }}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('auth.totpConfirm')}
          </Button>
          <Group justify="space-between">
            <Button variant="subtle" size="compact-sm" onClick={switchKind}>
              {backup ? t('auth.totpApp') : t('auth.totpBackup')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={onBack}>
              {t('auth.backToSignIn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </AuthFrame>
  );
}
