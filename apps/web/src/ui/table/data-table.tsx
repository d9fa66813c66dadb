import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type RowSelectionState, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../app/use-shortcuts.js';
import { ErrorState } from '../error-state.js';
import type { ListState } from '../list-state.js';
import { rowHeight } from '../theme/tokens.js';
import { useLatest } from '../use-latest.js';
import type { EditStep } from './cell-editor.js';
import { BodyRow, type Cell, LoadingRows } from './body-row.js';
import { columnDefs, features } from './column-defs.js';
import {
  type Arrangement,
  type Column,
  editableAfter,
  laidOut,
  nextSort,
  placedAt,
  tracks,
  visibility,
  withWidth,
} from './columns.js';
import { HeaderCell } from './header-cell.js';
import classes from './data-table.module.css';

export type Selection = RowSelectionState;

type Props<Row extends { id: string }> = {
  label: string;
  list: ListState<Row>;
  columns: readonly Column<Row>[];
  /** The column ids to show, in their order; the defaults when undefined. */
  shown?: readonly string[] | undefined;
  /** Widths of columns as `id:px`. */
  widths?: readonly string[] | undefined;
  /** Keeps another order or other widths; without it columns stay as they are. */
  onArrange?: (next: Partial<Arrangement>) => void;
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  /** How the row is called in checkboxes and announcements. */
  nameOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  onPeek?: (row: Row) => void;
  /** Called with the row that the keyboard is at. */
  onActive?: (row: Row) => void;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** The row on a narrow screen: two lines. */
  summary: (row: Row) => React.ReactNode;
  empty: React.ReactNode;
};

/** How a table is arranged and sorted by the address of its page, and writes that back. */
export function arrangedBy(
  { columns: shown, widths, sort }: Partial<Arrangement> & { sort?: string | undefined },
  onChange: (next: Partial<Arrangement> & { sort?: string | undefined }) => void,
): Pick<Props<never>, 'shown' | 'widths' | 'onArrange' | 'sort' | 'onSort'> {
  return { shown, widths, onArrange: onChange, sort, onSort: (next) => onChange({ sort: next }) };
}

const overscan = 8;
const summaryHeight = 64;
const skeletonRows = 12;
const endDistance = 15;

/** A server-paged table: only the rows in view are mounted; arrows or J and K move, Enter opens, X selects, Space peeks. */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const {
    label,
    list,
    columns: given,
    shown,
    widths,
    onArrange,
    sort,
    onSort,
    nameOf,
    onOpen,
    onPeek,
    onActive,
    selection,
    onSelect,
    summary,
    empty,
  } = props;
  const { t } = useTranslation();
  const narrow = useMediaQuery('(width < 48em)') ?? false;
  const open = useLatest(onOpen);
  const peek = useLatest((row: Row) => {
    setActive(row.id);
    onPeek?.(row);
  });
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const [editing, setEditing] = useState<Cell>();
  const selectable = onSelect !== undefined;
  const columns = useMemo(() => laidOut(given, shown, widths), [given, shown, widths]);
  const defs = useMemo(() => columnDefs(columns), [columns]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const columnVisibility = useMemo(() => visibility(columns, shown), [columns, shown]);
  const table = useTable({
    features,
    columns: defs,
    data: list.rows,
    getRowId: (row) => row.id,
    state: { columnVisibility, rowSelection: selection ?? {} },
    onRowSelectionChange: (update) => onSelect?.(typeof update === 'function' ? update(selection ?? {}) : update),
  });
  const { rows } = table.getRowModel();
  const activeIndex = rows.findIndex(({ id }) => id === active);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? summaryHeight : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollPaddingStart: narrow ? 0 : rowHeight,
    overscan,
    rangeExtractor: (range) => {
      const visible = defaultRangeExtractor(range);
      return activeIndex < 0 || visible.includes(activeIndex)
        ? visible
        : [...visible, activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, narrow]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const nearEnd = list.hasMore && lastShown >= rows.length - endDistance;
  const { loadMore } = list;
  useEffect(() => {
    if (nearEnd && rows.length > 0) loadMore();
  }, [nearEnd, rows.length, loadMore]);

  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setActive(row.id);
    onActive?.(row.original);
    virtualizer.scrollToIndex(row.index, { align: 'auto' });
    requestAnimationFrame(() => {
      const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`);
      // A cell that was opened in the meantime keeps the focus.
      if (!element?.contains(document.activeElement)) element?.focus();
    });
  };
  const activeRow = rows[activeIndex];
  useShortcut('next', () => goTo(activeIndex + 1));
  useShortcut('previous', () => goTo(activeIndex < 0 ? 0 : activeIndex - 1));
  useShortcut('open', () => activeRow && onOpen(activeRow.original), activeRow !== undefined);
  useShortcut('peek', () => activeRow && onPeek?.(activeRow.original), activeRow !== undefined && onPeek !== undefined);
  useShortcut('select', () => activeRow?.toggleSelected(), activeRow !== undefined && selectable);

  const edit = useLatest((row: string, column: string | undefined) => {
    if (column === undefined) return;
    setActive(row);
    setEditing({ row, column });
  });
  const editNext = useLatest(({ row, column }: Cell, step: EditStep) => {
    const after =
      step === 'row' ? undefined : editableAfter(columns, columnVisibility, column, step === 'next' ? 1 : -1);
    setEditing(after === undefined ? undefined : { row, column: after });
    if (after === undefined) goTo(rows.findIndex(({ id }) => id === row));
  });
  const firstEditable = narrow ? undefined : editableAfter(columns, columnVisibility, undefined, 1);
  useShortcut(
    'edit',
    () => activeRow && edit(activeRow.id, firstEditable),
    activeRow !== undefined && firstEditable !== undefined,
  );

  const onKeyDown = (event: React.KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const target = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (target === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    goTo(target);
  };

  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (!list.loading && rows.length === 0) return empty;

  const template = narrow
    ? selectable
      ? '44px minmax(0, 1fr)'
      : 'minmax(0, 1fr)'
    : tracks(columns, columnVisibility, selectable);
  const leastOf = (all: readonly Column<Row>[]) =>
    all.filter(({ id }) => columnVisibility[id]).reduce((sum, { width }) => sum + width, selectable ? 44 : 0);
  const resize = (id: string, px: number, done: boolean) => {
    const next = withWidth(given, widths, id, px);
    if (done) onArrange?.({ widths: next });
    const laid = laidOut(given, shown, next);
    scroller.current?.style.setProperty('--columns', tracks(laid, columnVisibility, selectable));
    scroller.current?.style.setProperty('--least', `${leastOf(laid)}px`);
  };
  const style = {
    '--columns': template,
    '--least': `${leastOf(columns)}px`,
    '--first': selectable ? '44px' : '0px',
  } as React.CSSProperties;

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={list.hasMore ? -1 : rows.length + 1}
      aria-multiselectable={selectable}
      aria-busy={list.loading}
      style={style}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.headRow} hidden={narrow && !selectable}>
          {selectable && (
            <div role="columnheader" className={classes.check}>
              <Checkbox
                aria-label={t('ui.table.selectAll')}
                checked={rows.length > 0 && table.getIsAllRowsSelected()}
                indeterminate={table.getIsSomeRowsSelected()}
                onChange={(event) => table.toggleAllRowsSelected(event.currentTarget.checked)}
              />
            </div>
          )}
          {narrow ? (
            <div role="columnheader">{label}</div>
          ) : (
            table.getVisibleLeafColumns().map(({ id }, index) => {
              const column = byId.get(id);
              const key = column?.sort;
              return (
                column && (
                  <HeaderCell
                    key={id}
                    column={column}
                    first={index === 0}
                    sort={sort}
                    onSort={key && onSort ? () => onSort(nextSort(key, sort)) : undefined}
                    onPlace={
                      onArrange && ((moved, side) => onArrange({ columns: placedAt(given, shown, moved, id, side) }))
                    }
                    onWidth={onArrange && ((px, done) => resize(id, px, done))}
                  />
                )
              );
            })
          )}
        </div>
      </div>
      {list.loading ? (
        <LoadingRows
          count={skeletonRows}
          narrow={narrow}
          columns={table.getVisibleLeafColumns().length + (selectable ? 1 : 0)}
        />
      ) : (
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, key }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <BodyRow
                key={key}
                row={row}
                start={start}
                active={row.id === active}
                editing={editing?.row === row.id ? editing.column : undefined}
                focusable={row.id === active || (activeIndex < 0 && index === 0)}
                selected={selection?.[row.id] === true}
                selectable={selectable}
                template={template}
                content={narrow ? summary : undefined}
                columns={byId}
                name={nameOf(row.original)}
                onOpen={open}
                onPeek={onPeek && peek}
                onActivate={setActive}
                onEdit={edit}
                onEdited={editNext}
              />
            );
          })}
        </div>
      )}
      {list.loadingMore && <LoadingRows count={3} narrow={narrow} columns={table.getVisibleLeafColumns().length} />}
    </div>
  );
}
