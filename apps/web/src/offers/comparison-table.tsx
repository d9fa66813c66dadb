import { Badge, Skeleton, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { OfferState, RivalOfferState } from '@domain/offers/offer.js';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../ui/wide-table.js';
import { useColumnNames, useKindWords } from './use-column-names.js';
import type { Compared, Comparison } from './use-comparison.js';
import { type Row, useRows } from './use-rows.js';
import { Working } from './working.js';
import classes from './comparison-table.module.css';

type Props = { comparison: Comparison; former: Comparison | undefined; busy: boolean };

const nameWidth = 150;
const columnWidth = 150;

/** Packages side by side: one column each, the figures under one another, and under each what it was before a change. */
export function ComparisonTable({ comparison, former, busy }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(width < 48em)') ?? false;
  const groups = useRows(comparison, narrow);
  const name = useColumnNames(comparison);
  const { columns } = comparison;
  const formerOf = ({ id }: Compared) =>
    former?.currency === comparison.currency ? former.columns.find((one) => one.id === id) : undefined;
  return (
    <div className={classes.table} aria-busy={busy}>
      <WideTable label={t('comparison.table.label')} least={nameWidth + columnWidth * columns.length}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.name}>
              {t('comparison.table.figure')}
            </Table.Th>
            {columns.map((column) => (
              <Table.Th key={column.id} scope="col" className={classes.head}>
                <Head column={column} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {groups.map(({ id, title, hint, rows }) => (
          <Table.Tbody key={id}>
            {title && (
              <Table.Tr>
                <Table.Th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                  <div className={classes.groupWords}>
                    {title}
                    {hint && (
                      <Text size="xs" c="dimmed" fw={400}>
                        {hint}
                      </Text>
                    )}
                  </div>
                </Table.Th>
              </Table.Tr>
            )}
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Th scope="row" className={classes.name}>
                  {row.header}
                </Table.Th>
                {columns.map((column) => (
                  <Table.Td key={column.id} className={classes.cell}>
                    <Cell row={row} column={column} former={formerOf(column)} name={name(column.id)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </WideTable>
    </div>
  );
}

/** Whose package a column is, and how it stands. */
function Head({ column }: { column: Compared }) {
  const { t } = useTranslation();
  const kindWords = useKindWords();
  const { kind, state, name } = column;
  return (
    <>
      <Text size="xs" c="dimmed">
        {kindWords(column)}
      </Text>
      <Text size="sm" fw={600}>
        {name ?? t('ui.none')}
      </Text>
      {state && (
        <Badge variant="light" color="gray" mt={4}>
          {kind === 'offer'
            ? t(`words.offerState.${state as OfferState}`)
            : t(`words.rivalOfferState.${state as RivalOfferState}`)}
        </Badge>
      )}
    </>
  );
}

type CellProps = { row: Row; column: Compared; former: Compared | undefined; name: string };

function Cell({ row, column, former, name }: CellProps) {
  const { t } = useTranslation();
  if (row.kind === 'words') {
    const lines = row.lines(column);
    if (lines.length === 0) return t('ui.none');
    return lines.map((line) => (
      <Text key={line} size="sm">
        {line}
      </Text>
    ));
  }
  const text = row.text(column);
  if (text === undefined) return t('ui.none');
  const was = former && row.text(former);
  const below = row.below?.(column);
  return (
    <>
      <Text component="div" size="sm" fw={row.strong ? 650 : undefined}>
        <Working figure={row.header} column={name} text={text}>
          <Drawn draw={() => row.working(column)} />
        </Working>
      </Text>
      {below && (
        <Text size="xs" c="dimmed">
          {below}
        </Text>
      )}
      {was !== undefined && was !== text && (
        <Text size="xs" c="dimmed">
          {t('comparison.table.was', { value: was })}
        </Text>
      )}
    </>
  );
}

/** What is drawn only when it comes on screen. */
function Drawn({ draw }: { draw: () => React.ReactNode }) {
  return draw();
}

const skeleton = { rows: 12, columns: 3 };

/** Holds the place of the table while the first comparison is made. */
export function ComparisonSkeleton() {
  const { t } = useTranslation();
  const cells = (count: number) => Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status" aria-busy aria-label={t('ui.loading')}>
      <Table verticalSpacing="xs" aria-hidden>
        <Table.Tbody>
          {cells(skeleton.rows).map((row) => (
            <Table.Tr key={row}>
              {cells(skeleton.columns + 1).map((cell) => (
                <Table.Td key={cell} className={classes.cell}>
                  <Skeleton height={14} width={cell === 0 ? '80%' : '55%'} ml={cell === 0 ? undefined : 'auto'} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
