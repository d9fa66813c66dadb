import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './error-state.js';
import type { ListState } from './list-state.js';
import { LinesSkeleton } from './page.js';
import { WideTable } from './wide-table.js';

type Column<Row> = { id: string; header: string; cell: (row: Row) => React.ReactNode };

type Props<Row> = {
  label: string;
  list: ListState<Row>;
  columns: readonly Column<Row>[];
  empty: React.ReactNode;
  /** Below this width, in px, the table is moved sideways. */
  least?: number;
};

/** A short list inside a page: rows, more on request, empty and failed states. */
export function ListPanel<Row extends { id: string }>({ label, list, columns, empty, least = 480 }: Props<Row>) {
  const { t } = useTranslation();
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.loading) return <LinesSkeleton lines={5} />;
  if (list.rows.length === 0) return empty;
  return (
    <>
      <WideTable label={label} least={least}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ id, header }) => (
              <Table.Th key={id}>{header}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.rows.map((row) => (
            <Table.Tr key={row.id}>
              {columns.map(({ id, cell }) => (
                <Table.Td key={id}>{cell(row)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {list.hasMore && (
        <Button variant="subtle" fullWidth onClick={list.loadMore} loading={list.loadingMore}>
          {t('ui.loadMore')}
        </Button>
      )}
    </>
  );
}
