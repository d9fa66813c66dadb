import { ActionIcon, Badge, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { covenantKinds, covenantStarts, covenantStatuses } from '@domain/candidates/candidate.js';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { usePayBan } from '../portal/parts/use-pay-ban.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { later } from '../ui/later.js';
import { optionsOf } from '../ui/options.js';
import { Panel } from '../ui/panel.js';

const PackageEditor = later(async () => (await import('./package-editor.js')).PackageEditor);

const PayBan = later(async () => (await import('../portal/parts/pay-ban.js')).PayBan);

type Candidate = Schemas['CandidateView'];
type Package = Schemas['PackageView'];

/** What the person earns and asks, and what binds them. */
export function PackageTab({ candidate, editable }: { candidate: Candidate; editable: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'current' | 'expected'>();
  const mayEdit = candidate.abilities.includes('editPackage');
  const banned = usePayBan(candidate.id);
  return (
    <>
      <Suspense>{banned.length > 0 && <PayBan searches={banned} />}</Suspense>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mb="md">
        <Pay
          title={t('candidates.package.current')}
          pay={candidate.currentPackage ?? null}
          onEdit={mayEdit ? () => setOpen('current') : undefined}
          enter={banned.length > 0 ? t('candidates.package.enterVolunteered') : undefined}
        />
        <Pay
          title={t('candidates.package.expected')}
          pay={candidate.expectedPackage ?? null}
          onEdit={mayEdit ? () => setOpen('expected') : undefined}
          beside={candidate.currentPackage ?? undefined}
        />
      </SimpleGrid>
      <Covenants candidate={candidate} editable={editable} />
      <Suspense>
        {open && <PackageEditor candidate={candidate} kind={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}

type PayProps = {
  title: string;
  pay: Package | null;
  onEdit: (() => void) | undefined;
  enter?: string | undefined;
  beside?: Package | undefined;
};

function Pay({ title, pay, onEdit, enter, beside }: PayProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const fact = (label: string, value: React.ReactNode) => (
    <Group justify="space-between" gap="xs" mih={28}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{value}</Text>
    </Group>
  );
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
          {pay.grants.map((grant) => (
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

function Covenants({ candidate: { id, covenants }, editable }: { candidate: Candidate; editable: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const done = () => refresh(client, ['/candidates']);
  const remove = async (covenantId: string) => {
    await api.DELETE('/api/v1/candidates/{candidateId}/covenants/{id}', {
      params: { path: { candidateId: id, id: covenantId } },
    });
    await done();
  };
  return (
    <Panel
      title={t('candidates.package.covenants')}
      aside={
        editable && (
          <ActionIcon
            aria-label={t('candidates.covenant.add')}
            title={t('candidates.covenant.add')}
            onClick={() => setAdding(true)}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {covenants.length === 0 && <Text c="dimmed">{t('candidates.covenant.none')}</Text>}
      {covenants.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" mih={40}>
          <Group gap="xs">
            <Text>{t(`words.covenantKind.${one.kind}`)}</Text>
            <Text c="dimmed" size="sm">
              {[
                t('candidates.covenant.length', { count: one.months }),
                t(`words.startsFrom.${one.startsFrom}`),
                one.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Badge variant="light" color="gray">
              {t(`words.covenantStatus.${one.status}`)}
            </Badge>
          </Group>
          {editable && (
            <ActionIcon
              aria-label={t('candidates.covenant.remove', { name: t(`words.covenantKind.${one.kind}`) })}
              onClick={() => void remove(one.id).catch(tell)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {adding && (
        <FormDialog
          title={t('candidates.covenant.add')}
          submit={t('ui.add')}
          initial={{ kind: 'non_compete', months: 12, startsFrom: 'last_day', status: 'asserted' }}
          fields={[
            {
              name: 'kind',
              label: t('candidates.covenant.kind'),
              kind: 'choice',
              required: true,
              options: optionsOf(covenantKinds, (word) => t(`words.covenantKind.${word}`)),
            },
            {
              name: 'months',
              label: t('candidates.covenant.months'),
              kind: 'number',
              min: 0,
              max: 120,
              decimals: 2,
              required: true,
            },
            {
              name: 'startsFrom',
              label: t('candidates.covenant.startsFrom'),
              kind: 'choice',
              required: true,
              options: optionsOf(covenantStarts, (word) => t(`words.startsFrom.${word}`)),
            },
            {
              name: 'status',
              label: t('candidates.covenant.status'),
              kind: 'choice',
              required: true,
              options: optionsOf(covenantStatuses, (word) => t(`words.covenantStatus.${word}`)),
            },
            { name: 'note', label: t('candidates.covenant.note'), kind: 'multiline' },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/candidates/{id}/covenants', {
              params: { path: { id } },
              body: values as Schemas['AddCovenant'],
              headers: { 'Idempotency-Key': key },
            });
            await done();
          }}
        />
      )}
    </Panel>
  );
}
