import { Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { addDays } from '@domain/day.js';
import { rateGroups } from '@domain/poaching/response-rate.js';
import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import type { ListSearch } from '../app/list-search.js';
import { today } from '../app/today.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { optionsOf } from '../ui/options.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { WideTable } from '../ui/wide-table.js';

type Group = (typeof rateGroups)[number];
type Row = Schemas['ResponseRateRow'];
type Props = { search: ListSearch; onChange: (patch: Partial<ListSearch>) => void };

/** How many answer, by channel, hook or colleague, in a period of one's own; each figure opens its attempts. */
export function ResponseRates({ search, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = rateGroups.find((one) => one === search['by']) ?? 'channel';
  const to = typeof search['to'] === 'string' ? search['to'] : today();
  const from = typeof search['from'] === 'string' ? search['from'] : addDays(to, -365);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/poaching-attempts/response-rate', {
    params: { query: { by, from, to } },
  });
  return (
    <Panel title={t('poaching.rate.rate')}>
      <Group align="end" mb="sm">
        <NativeSelect
          label={t('poaching.rate.by')}
          data={optionsOf(rateGroups, (word) => t(`poaching.rate.${word}`))}
          value={by}
          onChange={(event) => onChange({ by: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('poaching.rate.from')}
          value={from}
          onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t('poaching.rate.to')}
          value={to}
          onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
        />
      </Group>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LinesSkeleton lines={5} />
      ) : data.whole.counted === 0 ? (
        <EmptyState icon={IconTargetArrow} title={t('poaching.rate.none')} />
      ) : (
        <WideTable label={t('poaching.rate.rate')} least={480}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(`poaching.rate.${by}`)}</Table.Th>
              <Table.Th ta="end">{t('poaching.rate.rate')}</Table.Th>
              <Table.Th ta="end">{t('poaching.rate.answered')}</Table.Th>
              <Table.Th ta="end">{t('poaching.rate.counted')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...data.items, data.whole].map((row) => (
              <Table.Tr key={row === data.whole ? 'whole' : String(row.key)}>
                <Table.Td>
                  {row === data.whole ? <strong>{t('poaching.rate.whole')}</strong> : nameOf(by, row)}
                </Table.Td>
                <Table.Td ta="end">{row.rate !== null && format.percent(row.rate)}</Table.Td>
                <Table.Td ta="end">{format.number(row.answered)}</Table.Td>
                <Table.Td ta="end">
                  <Link to="/poaching" search={{ show: 'all', countedFrom: from, countedTo: to, ...behind(by, row) }}>
                    {format.number(row.counted)}
                  </Link>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {t('poaching.rate.formula', { from: format.day(from), to: format.day(to) })}
      </Text>
    </Panel>
  );
}

function nameOf(by: Group, { key, name }: Row): string {
  if (key === null) return String(i18next.t('poaching.rate.unknown'));
  if (by === 'owner') return name ?? key;
  return String(i18next.t(`words.${by}.${key}` as 'words.hook.pay'));
}

/** What narrows the list to the attempts of a row. */
function behind(by: Group, { key }: Row): Record<string, string | string[]> {
  if (key === null) return {};
  return by === 'owner' ? { ownerId: key } : { [by]: [key] };
}
