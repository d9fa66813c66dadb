import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';

/** Says that current pay is not asked for, and because of which searches. */
export function PayBan({ searches }: { searches: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="yellow" icon={<IconEyeOff size={18} aria-hidden />} title={t('portal.ban.title')} p="xs" mb="md">
      {t('portal.ban.hint', { searches: format.list(searches) })}
    </Alert>
  );
}
