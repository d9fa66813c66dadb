import { Popover, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './working.module.css';

type Props = {
  /** What the figure is, and in which column. */
  figure: string;
  column: string;
  /** The figure as it stands in the table. */
  text: string;
  /** What it is made of; drawn when it is opened. */
  children: React.ReactNode;
};

/** A figure that opens what it is made of. */
export function Working({ figure, column, text, children }: Props) {
  const { t } = useTranslation();
  const title = t('comparison.working.title', { figure, column });
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.figure}
          aria-label={t('comparison.working.open', { figure: title, value: text })}
        >
          {text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <div className={classes.content} tabIndex={0} data-autofocus role="group" aria-label={title}>
          <Text size="sm" fw={600} mb={4}>
            {title}
          </Text>
          {children}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** One part of a figure: what it is, how it comes, how much it is. */
export type Part = { what: string; how?: string | undefined; amount: string; strong?: boolean };

/** The parts of a figure under one another, what they come to, and what has to be said of it. */
export function Parts({ parts, notes = [] }: { parts: readonly Part[]; notes?: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {parts.length === 0 && <Text size="sm">{t('comparison.working.nothing')}</Text>}
      {parts.length > 0 && (
        <Table verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('comparison.working.line')}</Table.Th>
              <Table.Th className={classes.amount}>{t('comparison.working.calculation')}</Table.Th>
              <Table.Th className={classes.amount}>{t('comparison.working.amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ what, how, amount, strong = false }, index) => (
              <Table.Tr key={index} fw={strong ? 650 : undefined}>
                <Table.Th scope="row" fw="inherit">
                  {what}
                </Table.Th>
                <Table.Td className={classes.amount}>{how}</Table.Td>
                <Table.Td className={classes.amount}>{amount}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {notes.map((note) => (
        <Text key={note} size="sm" c="dimmed" mt={4}>
          {note}
        </Text>
      ))}
    </>
  );
}

type MonthsProps = { mine: string; theirs: string; rows: readonly { month: string; cells: readonly string[] }[] };

/** Two paths at some months, and how far one lies above the other. */
export function Months({ mine, theirs, rows }: MonthsProps) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={4} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[t('comparison.working.month'), mine, theirs, t('comparison.working.difference')].map((head, index) => (
            <Table.Th key={head} ta={index === 0 ? 'start' : 'end'}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ month, cells }) => (
          <Table.Tr key={month}>
            <Table.Th scope="row">{month}</Table.Th>
            {cells.map((cell, index) => (
              <Table.Td key={index} className={classes.amount}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
