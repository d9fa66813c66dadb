import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { later } from '../ui/later.js';
import { Panel } from '../ui/panel.js';
import classes from './search-parts.module.css';

const TermsDialog = later(async () => (await import('./terms-dialog.js')).TermsDialog);

type Search = Schemas['SearchView'];

/** What is agreed about the fee, in words. */
export function TermsPanel({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { fee, instalments = [], credits = [], abilities } = search;
  const share = (percent: number) => format.percent(percent / 100);
  const feeWords = (): string => {
    if (!fee) return t('searches.noFee');
    if (fee.kind === 'fixed') return fee.amount ? format.money(fee.amount) : t('words.feeKind.fixed');
    const rate = t('searches.feeWords.rate', {
      rate: share(fee.rate ?? 0),
      basis: fee.basis ? t(`words.feeBasis.${fee.basis}`) : t('ui.none'),
    });
    return fee.minimum
      ? [rate, t('searches.feeWords.minimum', { amount: format.money(fee.minimum) })].join(', ')
      : rate;
  };
  return (
    <Panel
      title={t('searches.terms')}
      aside={
        abilities.includes('editTerms') && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('searches.editFee')}
          </Button>
        )
      }
    >
      <dl className={classes.term}>
        <dt>{t('searches.fee')}</dt>
        <dd>{feeWords()}</dd>
        <dt>{t('searches.instalments')}</dt>
        <dd>
          {instalments.length === 0
            ? t('searches.noInstalments')
            : instalments.map((one, index) => (
                <div key={index}>
                  {t('searches.instalment', {
                    share: share(one.share),
                    trigger: one.dueOn ? format.day(one.dueOn) : t(`words.trigger.${one.trigger}`),
                  })}
                </div>
              ))}
        </dd>
        <dt>{t('searches.credits')}</dt>
        <dd>
          {credits.length === 0
            ? t('searches.noCredits')
            : credits.map(({ memberId, name, share: part }) => (
                <div key={memberId}>
                  {name} · {share(part)}
                </div>
              ))}
        </dd>
      </dl>
      <Suspense>{editing && <TermsDialog search={search} onClose={() => setEditing(false)} />}</Suspense>
    </Panel>
  );
}
