import { ActionIcon, Menu } from '@mantine/core';
import { instalmentTransitions } from '@domain/offers/fee-instalment.rules.js';
import { IconDots } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.js';
import { ActionItems } from '../ui/action-items.js';
import { later } from '../ui/later.js';
import { type FeeRow, useUnpayInstalment } from './use-fees.js';

const PaymentDialog = later(async () => (await import('./payment-dialog.js')).PaymentDialog);

type Props = { instalment: Pick<FeeRow, 'id' | 'trigger' | 'state' | 'amount'> };

/** What can be done with an instalment of a kept fee, as a menu. */
export function InstalmentMenu({ instalment }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const unpay = useUnpayInstalment();
  const [paying, setPaying] = useState(false);
  const { id, trigger, state, amount } = instalment;
  const passable = (way: keyof typeof instalmentTransitions) => {
    const { from, needs } = instalmentTransitions[way];
    return amount !== null && may(needs) && from.some((one) => one === state);
  };
  const actions = [
    ...(passable('pay') ? [{ id: 'pay', label: t('fees.action.pay'), run: () => setPaying(true) }] : []),
    ...(passable('unpay')
      ? [{ id: 'unpay', label: t('fees.action.unpay'), run: () => void unpay(id).catch(() => {}) }]
      : []),
  ];
  if (actions.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('fees.actions', { trigger: t(`words.trigger.${trigger}`) })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItems actions={actions} />
        </Menu.Dropdown>
      </Menu>
      <Suspense>{paying && <PaymentDialog instalment={instalment} onClose={() => setPaying(false)} />}</Suspense>
    </>
  );
}
