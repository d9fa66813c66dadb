import { Table } from '@mantine/core';
import classes from './wide-table.module.css';

type Props = {
  label: string;
  /** Below this width, in px, the table is moved sideways inside its place. */
  least: number;
  children: React.ReactNode;
};

/** A table that never widens the page. */
export function WideTable({ label, least, children }: Props) {
  return (
    <div className={classes.place} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs" highlightOnHover aria-label={label} miw={least}>
        {children}
      </Table>
    </div>
  );
}
