import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';

/** How many rows a list has, beside its title. */
export function PageTotal({ total }: { total: { count: number; floor: boolean } | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!total) return null;
  const count = format.number(total.count);
  return (
    <Text c="dimmed" role="status">
      {total.floor ? t('ui.table.rowsFloor', { count: total.count }) : count}
    </Text>
  );
}
