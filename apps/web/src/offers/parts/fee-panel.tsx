import { Alert, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { ErrorState } from '../../ui/error-state.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { WideTable } from '../../ui/wide-table.js';
import { FeeAmount, RefundAmount } from '../fee-working.js';
import { InstalmentMenu } from '../instalment-menu.js';
import { InstalmentStateBadge } from '../instalment-state.js';
import { type CandidacyFee, type FeeInstalment, useFeeWords } from '../use-fees.js';

/** The fee of a candidacy: what it comes to, when it is due, and whose it is. For who may see fees. */
export function FeePanel({ candidacyId }: { candidacyId: string }) {
  return useMay()('search.read-fee') ? <Fee candidacyId={candidacyId} /> : null;
}

function Fee({ candidacyId }: { candidacyId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/candidacies/{id}/fee', {
    params: { path: { id: candidacyId } },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Panel title={t('fees.title')}>{data ? <Known fee={data} /> : <LinesSkeleton lines={4} />}</Panel>;
}

function Known({ fee }: { fee: CandidacyFee }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { credit } = useFeeWords();
  const { standing, amount, working, acceptedOn, instalments, credits, missingRate, wholeOnStart } = fee;
  const day = acceptedOn ? format.day(acceptedOn) : '';
  return (
    <>
      <Group gap="md" align="baseline" mb="xs">
        {amount && (
          <Text size="lg" fw={650} component="div">
            {working ? <FeeAmount fee={fee} amount={amount} working={working} /> : format.moneyExact(amount)}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {standing === 'proposed' && acceptedOn ? t('fees.late', { day }) : t(`fees.standing.${standing}`, { day })}
        </Text>
      </Group>
      <Terms fee={fee} />
      {missingRate && <MissingRate rate={missingRate} />}
      <Fallen fee={fee} />
      {instalments.length > 0 && <Instalments instalments={instalments} />}
      {wholeOnStart && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('fees.whole')}
        </Text>
      )}
      {credits.length > 0 && (
        <Text size="sm" mt="xs">
          {t('fees.credits', { credits: format.list(credits.map(credit)) })}
        </Text>
      )}
    </>
  );
}

/** What is agreed, in words, and what that comes to by the band while there is no offer. */
function Terms({ fee: { kind, rate, basis, minimum, guaranteeDays, guaranteeKind, estimate } }: { fee: CandidacyFee }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { share, range } = useFeeWords();
  const words = [
    kind === 'rate' &&
      basis &&
      t('searches.feeWords.rate', { rate: share(rate ?? 0), basis: t(`words.feeBasis.${basis}`) }),
    kind === 'fixed' && t('words.feeKind.fixed'),
    minimum && t('searches.feeWords.minimum', { amount: format.money(minimum) }),
    guaranteeDays && guaranteeKind && t(`fees.guarantee.${guaranteeKind}`, { days: format.number(guaranteeDays) }),
  ].filter(Boolean);
  return (
    <>
      {words.length > 0 && <Text size="sm">{words.join(' · ')}</Text>}
      {estimate && (
        <Text size="sm">
          {range(estimate)}. {t('fees.settles')}
        </Text>
      )}
    </>
  );
}

function MissingRate({ rate: { from, to, on } }: { rate: NonNullable<CandidacyFee['missingRate']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  return (
    <Alert color="yellow" variant="light" my="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Text size="sm">{t('fees.missingRate', { from, to, day: format.day(on) })}</Text>
      {may('exchange-rate.read') && (
        <Link to="/settings/$part" params={{ part: 'exchangeRates' }}>
          {t('fees.rates')}
        </Link>
      )}
    </Alert>
  );
}

/** What follows from a fall-off: a refund, a replacement, or nothing. */
function Fallen({ fee: { hire, refund, guaranteeKind, guaranteeDays } }: { fee: CandidacyFee }) {
  const { t } = useTranslation();
  if (hire !== 'fell_off') return null;
  if (!refund) {
    const replaces = guaranteeKind === 'replacement' && guaranteeDays;
    return <Text my="xs">{t(replaces ? 'fees.refund.replacement' : 'fees.refund.none')}</Text>;
  }
  return (
    <Text my="xs" component="div">
      {t('fees.refund.payBack')}: <RefundAmount refund={refund} />
    </Text>
  );
}

function Instalments({ instalments }: { instalments: readonly FeeInstalment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { share, due, range } = useFeeWords();
  const columns = ['trigger', 'share', 'amount', 'due', 'state'] as const;
  return (
    <WideTable label={t('searches.instalments')} least={600}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column}>{t(`fees.column.${column}`)}</Table.Th>
          ))}
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {instalments.map((one, index) => (
          <Table.Tr key={one.id ?? index}>
            <Table.Th scope="row" fw={500}>
              {t(`words.trigger.${one.trigger}`)}
            </Table.Th>
            <Table.Td>{share(one.share)}</Table.Td>
            <Table.Td>
              {one.amount ? format.moneyExact(one.amount) : one.estimate ? range(one.estimate) : t('fees.notYet')}
            </Table.Td>
            <Table.Td>{due(one)}</Table.Td>
            <Table.Td>
              <InstalmentStateBadge state={one.state} />
            </Table.Td>
            <Table.Td>{one.id && <InstalmentMenu instalment={{ ...one, id: one.id }} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
