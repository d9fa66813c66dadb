import { Badge } from '@mantine/core';
import type { InstalmentState } from '@domain/offers/fee.js';
import { IconCheck, IconClock, IconReceipt, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const looks = {
  waiting: { color: 'gray', Icon: IconClock },
  due: { color: 'yellow', Icon: IconReceipt },
  paid: { color: 'green', Icon: IconCheck },
  void: { color: 'gray', Icon: IconX },
} as const satisfies Record<InstalmentState, object>;

/** How an instalment stands, in words and icon. */
export function InstalmentStateBadge({ state }: { state: InstalmentState }) {
  const { t } = useTranslation();
  const { color, Icon } = looks[state];
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={13} aria-hidden />}>
      {t(`fees.state.${state}`)}
    </Badge>
  );
}
