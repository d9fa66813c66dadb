import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import type { Language } from '../app/i18n.js';
import { queryClient } from '../app/query-client.js';
import { FormProblem } from '../ui/form-problem.js';
import { useSubmit } from '../ui/use-submit.js';
import { AuthFrame } from './auth-frame.js';
import { NoToken } from './no-token.js';
import { PasswordFields, usePasswordChecks } from './password-fields.js';

const route = getRouteApi('/welcome');

/** Makes the first agency and its owner by the link that the first start printed. */
export function WelcomePage() {
  const { t, i18n } = useTranslation();
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const required = (value: string) => (value.trim() ? null : t('auth.invalid.required'));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { agencyName: '', name: '', email: '', password: '', repeat: '' },
    validate: {
      agencyName: required,
      name: required,
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('auth.invalid.email')),
      ...usePasswordChecks(),
    },
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ agencyName, name, email, password }) => {
    await api.POST('/api/auth/welcome', {
      body: {
        token: token ?? '',
        agencyName: agencyName.trim(),
        name: name.trim(),
        email: email.trim(),
        password,
        locale: i18n.language as Language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    });
    queryClient.clear();
    await navigate({ to: '/' });
  });

  if (!token) return <NoToken />;
  return (
    <AuthFrame title={t('auth.welcomeTitle')} hint={t('auth.welcomeHint')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <TextInput
            autoComplete="organization"
            autoFocus
            required
            label={t('auth.agencyName')}
            key={form.key('agencyName')}
            {...form.getInputProps('agencyName')}
          />
          <TextInput
            autoComplete="name"
            required
            label={t('auth.yourName')}
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            type="email"
            autoComplete="username"
            required
            label={t('auth.email')}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordFields form={form} label={t('auth.password')} />
          <Button type="submit" loading={busy}>
            {t('auth.welcomeStart')}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
