import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailFast } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { FormProblem } from '../ui/form-problem.js';
import { useSubmit } from '../ui/use-submit.js';
import { AuthFrame } from './auth-frame.js';

/** Sends the link for a new password; says the same whether the address is known or not. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('auth.invalid.email')) },
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ email }) => {
    await api.POST('/api/auth/request-password-reset', {
      body: { email: email.trim() },
    });
    setSentTo(email.trim());
  });

  return (
    <AuthFrame title={t('auth.forgotTitle')} hint={t('auth.forgotHint')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          {sentTo && (
            <Alert color="green" role="status" icon={<IconMailFast size={18} aria-hidden />}>
              {t('auth.forgotSent', { email: sentTo })}
            </Alert>
          )}
          <TextInput
            type="email"
            autoComplete="username"
            autoFocus
            required
            label={t('auth.email')}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={busy}>
            {t('auth.forgotSend')}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm" ta="center">
            {t('auth.backToSignIn')}
          </Anchor>
        </Stack>
      </form>
    </AuthFrame>
  );
}
