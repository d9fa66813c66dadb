import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AuthFrame } from './auth-frame.js';

/** Instead of a form whose link came without its token. */
export function NoToken() {
  const { t } = useTranslation();
  return (
    <AuthFrame title={t('auth.noToken')} hint={t('auth.noTokenHint')}>
      <Anchor component={Link} to="/sign-in">
        {t('auth.backToSignIn')}
      </Anchor>
    </AuthFrame>
  );
}
