import { ActionIcon, Checkbox, Skeleton } from '@mantine/core';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import type { Row as TableRow } from '@tanstack/react-table';
import { memo, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../later.js';
import type { CellEditor as CellEditorOf, EditStep } from './cell-editor.js';
import type { features } from './column-defs.js';
import type { Column } from './columns.js';
import classes from './data-table.module.css';

const CellEditor = later(async () => (await import('./cell-editor.js')).CellEditor) as unknown as typeof CellEditorOf;

const doubleClickMs = 250;

/** One cell: the ids of its row and column. */
export type Cell = { row: string; column: string };

type RowProps<Row extends object> = {
  row: TableRow<typeof features, Row>;
  start: number;
  active: boolean;
  /** The column whose cell is being edited. */
  editing: string | undefined;
  focusable: boolean;
  selected: boolean;
  selectable: boolean;
  template: string;
  content: ((row: Row) => React.ReactNode) | undefined;
  columns: ReadonlyMap<string, Column<never>>;
  name: string;
  onOpen: (row: Row) => void;
  onPeek: ((row: Row) => void) | undefined;
  onActivate: (id: string) => void;
  onEdit: (row: string, column: string) => void;
  onEdited: (cell: Cell, step: EditStep) => void;
};

/** One row of a table. */
export const BodyRow = memo(BodyRowOf, (before, after) => {
  const keys = Object.keys(after) as (keyof typeof after)[];
  return (
    before.row.original === after.row.original &&
    keys.every((key) => key === 'row' || Object.is(before[key], after[key]))
  );
}) as typeof BodyRowOf;

function BodyRowOf<Row extends object>({
  row,
  start,
  active,
  editing,
  focusable,
  selected,
  selectable,
  content,
  columns,
  name,
  onOpen,
  onPeek,
  onActivate,
  onEdit,
  onEdited,
}: RowProps<Row>) {
  const { t } = useTranslation();
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(opening.current), []);
  const open = (event: React.MouseEvent) => {
    const control = (event.target as HTMLElement).closest('a, button, input, label');
    if (control || event.metaKey || event.ctrlKey || getSelection()?.toString()) return;
    clearTimeout(opening.current);
    const cell = (event.target as HTMLElement).closest('[data-editable]');
    if (cell) opening.current = setTimeout(() => onOpen(row.original), doubleClickMs);
    else onOpen(row.original);
  };
  return (
    <div
      role="row"
      data-row={row.id}
      aria-rowindex={row.index + 2}
      aria-selected={selectable ? selected : undefined}
      tabIndex={focusable ? 0 : -1}
      className={classes.row}
      data-active={active || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={open}
      onFocus={() => onActivate(row.id)}
    >
      {selectable && (
        <div role="gridcell" className={classes.check}>
          <Checkbox
            tabIndex={-1}
            aria-label={t('ui.table.selectRow', { name })}
            checked={selected}
            onChange={() => row.toggleSelected()}
          />
        </div>
      )}
      {content ? (
        <div role="gridcell" className={classes.summary}>
          {content(row.original)}
        </div>
      ) : (
        row.getVisibleCells().map(({ id: key, column: { id } }, index) => {
          const column = columns.get(id) as Column<Row> | undefined;
          const edit = column?.edit;
          return (
            <div
              key={key}
              role="gridcell"
              className={classes.cell}
              data-first={index === 0 || undefined}
              data-numeric={column?.numeric || undefined}
              data-editable={edit ? true : undefined}
              data-editing={editing === id || undefined}
              onDoubleClick={() => {
                clearTimeout(opening.current);
                if (edit) onEdit(row.id, id);
              }}
            >
              {edit && editing === id ? (
                <Suspense fallback={column.cell(row.original)}>
                  <CellEditor
                    id={row.id}
                    row={row.original}
                    edit={edit}
                    onDone={(step) => onEdited({ row: row.id, column: id }, step)}
                    onAgain={() => onEdit(row.id, id)}
                  />
                </Suspense>
              ) : (
                column?.cell(row.original)
              )}
              {index === 0 && onPeek && (
                <ActionIcon
                  className={classes.peek}
                  variant="default"
                  tabIndex={-1}
                  aria-label={t('ui.table.peek', { name })}
                  onClick={() => onPeek(row.original)}
                >
                  <IconLayoutSidebarRight size={16} aria-hidden />
                </ActionIcon>
              )}
            </div>
          );
        })
      )}
    </div>
  );
}

/** Rows that are being loaded. */
export function LoadingRows({ count, narrow, columns }: { count: number; narrow: boolean; columns: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.loadingRow} data-narrow={narrow || undefined}>
          {Array.from({ length: narrow ? 2 : columns }, (__, cell) => (
            <div key={cell} className={classes.cell}>
              <Skeleton height={12} width={`${45 + ((index * 7 + cell * 13) % 40)}%`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
