import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { queryClient } from '../app/query-client.js';
import { FormProblem } from '../ui/form-problem.js';
import { useSubmit } from '../ui/use-submit.js';
import { AuthFrame } from './auth-frame.js';
import { NoToken } from './no-token.js';
import { PasswordFields, usePasswordChecks } from './password-fields.js';

const route = getRouteApi('/invitation');

/** Joins an agency by the one-time link of an invitation. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', password: '', repeat: '' },
    validate: { name: (value) => (value.trim() ? null : t('auth.invalid.required')), ...usePasswordChecks() },
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ name, password }) => {
    await api.POST('/api/auth/invitation', { body: { token: token ?? '', name: name.trim(), password } });
    queryClient.clear();
    await navigate({ to: '/' });
  });

  if (!token) return <NoToken />;
  return (
    <AuthFrame title={t('auth.invitationTitlePlain')} hint={t('auth.invitationHint')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <TextInput
            autoComplete="name"
            autoFocus
            required
            label={t('auth.yourName')}
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <PasswordFields form={form} label={t('auth.password')} />
          <Button type="submit" loading={busy}>
            {t('auth.invitationJoin')}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
