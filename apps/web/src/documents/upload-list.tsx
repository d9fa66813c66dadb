import { ActionIcon, Group, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import type { Sending } from './use-uploads.js';

type Props = {
  sending: readonly Sending[];
  onDismiss: (key: string) => void;
  onRetry: (one: Sending) => void;
};

/** Files on their way, each with its progress and a way to stop it, and those that were refused with the reason. */
export function UploadList({ sending, onDismiss, onRetry }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (sending.length === 0) return null;
  const words = ({ file: { name }, share }: Sending) =>
    share < 1
      ? t('documents.sending', { name, share: format.percent(Math.floor(share * 100) / 100) })
      : t('documents.checking', { name });
  return (
    <Stack gap="xs" my="sm" role="list" aria-label={t('documents.uploads')}>
      {sending.map((one) => (
        <Group key={one.key} role="listitem" wrap="nowrap" gap="xs" align="flex-start">
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text size="sm" truncate>
              {one.fault ? one.file.name : words(one)}
            </Text>
            {one.fault ? (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {one.fault}
              </Text>
            ) : (
              <Progress
                value={one.share * 100}
                animated={one.share === 1}
                aria-label={t('documents.sending', { name: one.file.name, share: format.percent(one.share) })}
              />
            )}
          </div>
          {one.fault && (
            <ActionIcon aria-label={t('documents.retry', { name: one.file.name })} onClick={() => onRetry(one)}>
              <IconRefresh size={15} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon
            aria-label={t(one.fault ? 'documents.dismiss' : 'documents.cancel', { name: one.file.name })}
            onClick={() => (one.fault ? onDismiss(one.key) : one.stop())}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}
