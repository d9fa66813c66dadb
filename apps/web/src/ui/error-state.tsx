import { Button, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock, IconMapPinOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../app/problem.js';
import { explain } from './explain.js';

type Props = { error: unknown; onRetry?: () => void };

/** What went wrong in words, with the one thing to do about it. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { status, code } = toProblem(error);
  const { title, detail } = explain(error);
  const known = {
    403: { icon: IconLock, title: t('app.error.forbidden'), hint: t('app.error.forbiddenHint') },
    404: { icon: IconMapPinOff, title: t('app.error.notFound'), hint: t('app.error.notFoundHint') },
  }[status];
  const network = code === 'network' ? { icon: IconCloudOff, title, hint: t('app.error.offlineHint') } : undefined;
  const shown = known ?? network ?? { icon: IconAlertTriangle, title: t('app.error.failed'), hint: detail ?? title };
  return (
    <Message
      icon={shown.icon}
      title={shown.title}
      hint={shown.hint}
      action={onRetry && !known ? { label: t('app.error.retry'), run: onRetry } : undefined}
    />
  );
}

type MessageProps = {
  icon: typeof IconLock;
  title: string;
  hint?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
  level?: 1 | 2;
};

/** One calm message in the middle of its place: an icon, what it is, what to do. */
export function Message({ icon: Icon, title, hint, action, level = 2 }: MessageProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center" role="status">
      <ThemeIcon variant="light" color="gray" size={44} radius="xl">
        <Icon size={22} aria-hidden />
      </ThemeIcon>
      <Title order={level} size="h2">
        {title}
      </Title>
      {hint && (
        <Text c="dimmed" maw="32rem">
          {hint}
        </Text>
      )}
      {action && (
        <Button mt="xs" variant="light" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}
