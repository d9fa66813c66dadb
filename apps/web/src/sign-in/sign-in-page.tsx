import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { toProblem } from '../app/problem.js';
import { queryClient } from '../app/query-client.js';
import { FormProblem } from '../ui/form-problem.js';
import { useSubmit } from '../ui/use-submit.js';
import { AuthFrame } from './auth-frame.js';
import { SecondFactor } from './second-factor.js';

const route = getRouteApi('/sign-in');

/** E-mail and password, then the second factor where the user has one, then the address asked for. */
export function SignInPage() {
  const [secondFactor, setSecondFactor] = useState(false);
  const { to } = route.useSearch();
  const navigate = useNavigate();

  const enter = async () => {
    queryClient.clear();
    await navigate({ to: to ?? '/', replace: true });
  };

  return secondFactor ? (
    <SecondFactor onDone={enter} onBack={() => setSecondFactor(false)} />
  ) : (
    <Credentials onDone={enter} onSecondFactor={() => setSecondFactor(true)} />
  );
}

function Credentials({ onDone, onSecondFactor }: { onDone: () => Promise<void>; onSecondFactor: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('auth.invalid.email')),
      password: (value) => (value ? null : t('auth.invalid.required')),
    },
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ email, password }) => {
    try {
      const { data } = await api.POST('/api/auth/sign-in/email', { body: { email: email.trim(), password } });
      if (data?.twoFactorRedirect) onSecondFactor();
      else await onDone();
    } catch (thrown) {
      if (toProblem(thrown).code !== 'sign-in.failed') throw thrown;
      form.setErrors({ password: t('auth.invalid.credentials') });
      form.getInputNode('password')?.focus();
    }
  });

  return (
    <AuthFrame title={t('auth.signIn')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <TextInput
            type="email"
            autoComplete="username"
            autoFocus
            required
            label={t('auth.email')}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            autoComplete="current-password"
            required
            label={t('auth.password')}
            visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('auth.signIn')}
          </Button>
          <Group justify="center">
            <Anchor component={Link} to="/forgotten-password" size="sm">
              {t('auth.forgot')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </AuthFrame>
  );
}
