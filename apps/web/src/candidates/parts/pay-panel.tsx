import { Badge, Button, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { FactLine } from '../../ui/facts.js';
import { later } from '../../ui/later.js';
import { Panel } from '../../ui/panel.js';
import { draftOf } from './package-values.js';

const VestingLine = later(async () => (await import('../vesting-line.js')).VestingLine);

type Package = Schemas['PackageView'];

type Props = {
  title: string;
  pay: Package | null;
  onEdit?: (() => void) | undefined;
  enter?: string | undefined;
  beside?: Package | undefined;
};

/** What a package is made of, by its parts; each grant with how it vests. */
export function PayPanel({ title, pay, onEdit, enter, beside }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const drafts = pay ? draftOf(pay).grants : [];
  const fact = (label: string, value: React.ReactNode) => <FactLine label={label}>{value}</FactLine>;
  return (
    <Panel
      title={title}
      aside={
        onEdit && (
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {pay ? t('candidates.package.edit') : (enter ?? t('candidates.package.enter'))}
          </Button>
        )
      }
    >
      {pay ? (
        <>
          <Text size="xl" fw={650}>
            {format.money(pay.annualCash)}
          </Text>
          {pay.level && fact(t('candidates.package.level'), pay.level)}
          {beside && <Raise pay={pay} over={beside} />}
          {fact(
            t('candidates.package.base'),
            `${format.money(pay.base)} ${t(`words.basePer.${pay.basePer}`)}${pay.months ? ` × ${format.number(pay.months)}` : ''}`,
          )}
          {Number(pay.bonus.amount) > 0 && fact(t('candidates.package.bonus'), format.money(pay.bonus))}
          {fact(t('candidates.package.guaranteed'), format.money(pay.guaranteedCash))}
          {pay.oneOffs.map((one) => (
            <div key={one.id}>
              {fact(
                t(`words.oneOffKind.${one.kind}`),
                [
                  format.money(one.amount),
                  one.paidOn && format.day(one.paidOn),
                  one.clawBack &&
                    `${t('candidates.package.clawBack')}: ${t(`words.clawBack.${one.clawBack}`)}, ${t('candidates.covenant.length', { count: one.clawBackMonths ?? 0 })}`,
                ]
                  .filter(Boolean)
                  .join(' · '),
              )}
            </div>
          ))}
          {pay.grants.map((grant, index) => (
            <div key={grant.id}>
              {fact(
                t('candidates.package.grant'),
                [
                  t(`words.grantKind.${grant.kind}`),
                  grant.grantor,
                  grant.units && format.number(Number(grant.units)),
                  grant.amount && format.moneyShort(grant.amount),
                  grant.vestMonths && t('candidates.covenant.length', { count: grant.vestMonths }),
                ]
                  .filter(Boolean)
                  .join(' · '),
              )}
              <Suspense>{drafts[index] && <VestingLine grant={drafts[index]} />}</Suspense>
            </div>
          ))}
          <Text size="xs" c="dimmed" mt={4}>
            {[t(`words.packageSource.${pay.source}`), format.day(pay.statedOn), pay.note].filter(Boolean).join(' · ')}
          </Text>
        </>
      ) : (
        <Text c="dimmed">{t('candidates.package.none')}</Text>
      )}
    </Panel>
  );
}

/** How far one package lies above another, where both are in one currency. */
function Raise({ pay, over }: { pay: Package; over: Package }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now, then] = [Number(over.annualCash.amount), Number(pay.annualCash.amount)];
  if (pay.annualCash.currency !== over.annualCash.currency) {
    return (
      <Text size="sm" c="dimmed">
        {t('candidates.package.notComparable')}
      </Text>
    );
  }
  if (now <= 0 || then <= now) return null;
  return (
    <Badge variant="light" tt="none">
      {t('candidates.package.raise', { share: format.percent(then / now - 1) })}
    </Badge>
  );
}
