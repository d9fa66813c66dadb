import { IconLock, IconMapPinOff, IconMoodSad } from '@tabler/icons-react';
import { type ErrorComponentProps, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Announcer } from '../ui/announcer.js';
import { ErrorState, Message } from '../ui/error-state.js';
import { NoticePlace } from '../ui/notice-place.js';
import { toProblem } from './problem.js';
import { signOut } from './session.js';

/** What stands around every page, signed in or not. */
export function RootLayout() {
  return (
    <>
      <Outlet />
      <NoticePlace />
      <Announcer />
    </>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Message
      level={1}
      icon={IconMapPinOff}
      title={t('app.error.notFound')}
      hint={t('app.error.notFoundHint')}
      action={{ label: t('app.error.home'), run: () => void navigate({ to: '/' }) }}
    />
  );
}

/** In place of a page that could not be loaded or broke while drawing. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const navigate = useNavigate();
  const { code, message, status } = toProblem(error);
  const outdated = /dynamically imported module|module script|preload/i.test(message);
  if (outdated) {
    const reload = { label: t('app.error.reload'), run: () => location.reload() };
    return (
      <Message
        level={1}
        icon={IconMoodSad}
        title={t('app.error.outdated')}
        hint={t('app.error.outdatedHint')}
        action={reload}
      />
    );
  }
  if (code === 'client') {
    const reload = { label: t('app.error.reload'), run: () => location.reload() };
    return (
      <Message
        level={1}
        icon={IconMoodSad}
        title={t('app.error.broken')}
        hint={t('app.error.brokenHint')}
        action={reload}
      />
    );
  }
  if (status === 403) {
    const leave = async () => {
      await signOut();
      await navigate({ to: '/sign-in' });
    };
    return (
      <Message
        level={1}
        icon={IconLock}
        title={t('app.error.client')}
        hint={t('app.error.clientHint')}
        action={{ label: t('app.user.signOut'), run: () => void leave() }}
      />
    );
  }
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState error={error} onRetry={retry} />;
}
