import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

export const minPassword = 10;

type NewPassword = { password: string; repeat: string };

/** The pair of fields for a new password. */
export function PasswordFields<Values extends NewPassword>({
  form,
  label,
}: {
  form: UseFormReturnType<Values>;
  label: string;
}) {
  const { t } = useTranslation();
  const toggle = {
    visibilityToggleButtonProps: { 'aria-label': t('auth.showPassword') },
    autoComplete: 'new-password',
    required: true,
  };
  return (
    <>
      <PasswordInput
        {...toggle}
        label={label}
        description={t('auth.passwordHint', { count: minPassword })}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <PasswordInput
        {...toggle}
        label={t('auth.repeatPassword')}
        key={form.key('repeat')}
        {...form.getInputProps('repeat')}
      />
    </>
  );
}

/** Checks of a new password, for the form that has `PasswordFields`. */
export function usePasswordChecks() {
  const { t } = useTranslation();
  return {
    password: (value: string) => (value.length < minPassword ? t('auth.invalid.short', { count: minPassword }) : null),
    repeat: (value: string, { password }: NewPassword) => (value === password ? null : t('auth.invalid.different')),
  };
}
