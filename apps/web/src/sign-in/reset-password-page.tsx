import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { useSubmit } from '../ui/use-submit.js';
import { AuthFrame } from './auth-frame.js';
import { NoToken } from './no-token.js';
import { PasswordFields, usePasswordChecks } from './password-fields.js';

const route = getRouteApi('/reset-password');

/** Sets a new password with the token of the mail. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', repeat: '' },
    validate: usePasswordChecks(),
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ password }) => {
    await api.POST('/api/auth/reset-password', { body: { token: token ?? '', newPassword: password } });
    notify({ title: t('auth.resetDone') });
    await navigate({ to: '/sign-in' });
  });

  if (!token) return <NoToken />;
  return (
    <AuthFrame title={t('auth.resetTitle')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <PasswordFields form={form} label={t('auth.newPassword')} />
          <Button type="submit" loading={busy}>
            {t('auth.resetSave')}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
