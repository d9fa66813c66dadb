import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';

export type CandidacyFee = Schemas['CandidacyFeeView'];
export type FeeInstalment = Schemas['FeeInstalmentView'];
export type FeeRow = Schemas['FeeInstalmentRow'];

const stale = ['/fee', '/timeline'];

type Paid = { id: string; body: Schemas['PayInstalment']; key: string };

const takeBack = async (id: string): Promise<void> => {
  await api.DELETE('/api/v1/fees/{id}/payment', { params: { path: { id } } });
};

/** Keeps that an instalment was paid, and offers to take that back. */
export function usePayInstalment(): (paid: Paid) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Paid, unknown>({
    send: ({ id, body, key }) =>
      api.POST('/api/v1/fees/{id}/payment', {
        params: { path: { id } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    stale,
    said: ({ id }) => ({ title: t('fees.done.pay'), undo: () => takeBack(id) }),
    failed: () => true,
  });
}

/** Takes a payment back. */
export function useUnpayInstalment(): (id: string) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<string, unknown>({
    send: takeBack,
    stale,
    said: () => ({ title: t('fees.done.unpay') }),
  });
}

/** Words of instalments and of whose they are. */
export function useFeeWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const share = (percent: number) => format.percent(percent / 100);
  return {
    share,
    /** When it is due: on its day, as it is expected, or when it was paid. */
    due: ({ state, dueOn, paidOn }: Pick<FeeRow, 'state' | 'dueOn' | 'paidOn'>): string => {
      if (paidOn) return t('fees.paidOn', { day: format.day(paidOn) });
      if (state === 'void') return t('ui.none');
      if (!dueOn) return t('fees.noDay');
      return state === 'waiting' ? t('fees.expected', { day: format.day(dueOn) }) : format.day(dueOn);
    },
    credit: ({ name, share: part, amount }: Schemas['FeeCreditView']): string =>
      amount
        ? t('fees.credit', { name, amount: format.moneyExact(amount), share: share(part) })
        : t('fees.creditUnknown', { name, share: share(part) }),
    range: ({ low, high, currency }: Schemas['MoneyRange']): string =>
      t('fees.estimate', {
        low: format.money({ amount: low, currency }),
        high: format.money({ amount: high, currency }),
      }),
  };
}
