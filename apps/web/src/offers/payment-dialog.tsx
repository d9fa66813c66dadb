import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { today } from '../app/today.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { type FeeRow, usePayInstalment } from './use-fees.js';

type Props = { instalment: Pick<FeeRow, 'id' | 'trigger' | 'amount'>; onClose: () => void };

/** Asks when an instalment was paid, and how much where that was another amount. */
export function PaymentDialog({ instalment: { id, trigger, amount }, onClose }: Props) {
  const { t } = useTranslation();
  const pay = usePayInstalment();
  return (
    <FormDialog
      title={t('fees.pay.title', { trigger: t(`words.trigger.${trigger}`) })}
      submit={t('fees.pay.submit')}
      fields={[
        { name: 'paidOn', label: t('fees.pay.paidOn'), kind: 'day', required: true },
        { name: 'amount', label: t('fees.pay.amount'), hint: t('fees.pay.amountHint'), kind: 'amount' },
      ]}
      initial={{ paidOn: today(), amount: amount?.amount }}
      onClose={onClose}
      onSubmit={async (values, key) => {
        await pay({ id, body: values as Schemas['PayInstalment'], key });
      }}
    />
  );
}
