import { Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';
import { ErrorState } from '../ui/error-state.js';
import { LinesSkeleton } from '../ui/page.js';
import { WideTable } from '../ui/wide-table.js';

/** Whom we know of those who wrote with the person, those with the most in common first. */
export function CoAuthors({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = { params: { path: { id } } };
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/candidates/{id}/co-authors', asked);
  const name = t('candidates.publication.known');
  return (
    <section aria-label={name}>
      <Title order={2} size="h3" mt="lg" mb="xs">
        {name}
      </Title>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LinesSkeleton lines={4} />
      ) : data.items.length === 0 ? (
        <Text c="dimmed">{t('candidates.publication.noneKnown')}</Text>
      ) : (
        <>
          <WideTable label={name} least={420}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('candidates.publication.person')}</Table.Th>
                <Table.Th>{t('candidates.publication.organization')}</Table.Th>
                <Table.Th>{t('candidates.publication.shared')}</Table.Th>
                <Table.Th>{t('candidates.publication.lastYear')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>
                    <Link to="/candidates/$id" params={{ id: one.id }}>
                      {format.names(one.displayName, one.nativeName)[0]}
                    </Link>{' '}
                    {format.names(one.displayName, one.nativeName)[1]} <OffLimitsMark candidateId={one.id} />
                  </Table.Td>
                  <Table.Td>
                    {one.currentOrganizationId && (
                      <Link to="/organizations/$id" params={{ id: one.currentOrganizationId }}>
                        {one.currentOrganizationName}
                      </Link>
                    )}
                  </Table.Td>
                  <Table.Td>{format.number(one.shared)}</Table.Td>
                  <Table.Td>{one.lastYear}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
          {data.total > data.items.length && (
            <Text size="sm" c="dimmed">
              {t('candidates.publication.first', {
                count: data.items.length,
                total: format.number(data.total),
              })}
            </Text>
          )}
        </>
      )}
    </section>
  );
}
