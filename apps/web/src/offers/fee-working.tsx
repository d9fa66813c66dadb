import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useEquityWords, useParts } from './use-parts.js';
import { type CandidacyFee, useFeeWords } from './use-fees.js';
import { type Part, Parts, Working } from './working.js';

type Props = { fee: CandidacyFee; amount: Schemas['Money']; working: Schemas['FeeWorkingView'] };

/** What a fee comes to; pressed, what it is made of: the basis, the rates that convert it, its share and what lifts it to the minimum. */
export function FeeAmount({ fee, amount, working }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { share } = useFeeWords();
  const { base, baseLines, of, rates, lines, equity } = working;
  const equityWords = useEquityWords({ columns: [] })({ kind: 'offer', equity });
  const missing = working.missing.map(({ index, missing: what }) =>
    t(`comparison.missing.${what}`, { number: index + 1 }),
  );
  const inBase = useParts({ currency: base?.currency ?? amount.currency });
  const basis = working.basis ? t(`words.feeBasis.${working.basis}`) : '';
  const rate = share(fee.rate ?? 0);
  const what = {
    fixed: t('fees.working.fixedLine'),
    share: t('fees.working.share', { rate, basis }),
    minimum: t('fees.working.minimum'),
  };
  const converted: Part[] = of
    ? rates.map((one, index) => ({
        what: t('fees.working.converted', { ...one, day: format.day(one.on) }),
        amount: index === rates.length - 1 ? format.moneyExact(of) : '',
      }))
    : [];
  const parts: Part[] = [
    ...(base ? inBase.figure({ amount: base.amount, lines: baseLines }) : []),
    ...converted,
    ...lines.map((line) => ({
      what: what[line.what],
      amount: format.moneyExact({ amount: line.amount, currency: amount.currency }),
    })),
    { what: t('fees.working.fee'), amount: format.moneyExact(amount), strong: true },
  ];
  return (
    <Working
      figure={t('fees.title')}
      column={working.basis ? t('fees.working.of', { basis, rate }) : t('fees.working.fixed')}
      text={format.moneyExact(amount)}
    >
      <Parts parts={parts} notes={[...equityWords.map((words) => t('fees.working.equity', { words })), ...missing]} />
    </Working>
  );
}

/** What is given back after a fall-off, with its working. */
export function RefundAmount({ refund }: { refund: Schemas['FeeRefundView'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { daysLeft, guaranteeDays, amount, notDue, payBack } = refund;
  const line = t('fees.refund.line', { left: format.number(daysLeft), days: format.number(guaranteeDays) });
  const less = { ...notDue, amount: `-${notDue.amount}` };
  return (
    <Working figure={t('fees.refund.title')} column={line} text={format.moneyExact(payBack)}>
      <Parts
        parts={[
          { what: t('fees.refund.title'), amount: format.moneyExact(amount) },
          ...(Number(notDue.amount) > 0 ? [{ what: t('fees.refund.notDue'), amount: format.moneyExact(less) }] : []),
          { what: t('fees.refund.payBack'), amount: format.moneyExact(payBack), strong: true },
        ]}
      />
    </Working>
  );
}
