import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whenIdle } from '../../app/idle.js';
import type { Side } from './column-drag.js';
import type { Column } from './columns.js';
import classes from './data-table.module.css';

type Props<Row> = {
  column: Column<Row>;
  first: boolean;
  sort: string | undefined;
  onSort: (() => void) | undefined;
  /** Puts another column, by its id, beside this one; absent where columns stay as they are. */
  onPlace: ((id: string, side: Side) => void) | undefined;
  /** How wide the column is while its edge is dragged, and at last when it is let go. */
  onWidth: ((px: number, done: boolean) => void) | undefined;
};

/** The head of a column; a press sorts ascending, descending, then not at all; a drag takes it elsewhere, its edge makes it wider. */
export function HeaderCell<Row>({ column, first, sort, onSort, onPlace, onWidth }: Props<Row>) {
  const { t } = useTranslation();
  const cell = useRef<HTMLDivElement>(null);
  const sizing = useRef(false);
  const [side, setSide] = useState<Side>();
  const place = useEffectEvent((id: string, where: Side) => onPlace?.(id, where));
  const { id, fixed } = column;
  const movable = onPlace !== undefined;
  useEffect(() => {
    const element = cell.current;
    if (!element || !movable) return undefined;
    let stop: (() => void) | undefined;
    let gone = false;
    const canDrag = () => !fixed && !sizing.current;
    const callOff = whenIdle(() =>
      import('./column-drag.js').then(
        ({ dragColumn }) => {
          if (!gone) stop = dragColumn({ element, id, canDrag, onOver: setSide, onDrop: place });
        },
        // Without a line the order is changed in the menu of the columns.
        () => {},
      ),
    );
    return () => {
      gone = true;
      callOff();
      stop?.();
    };
  }, [id, fixed, movable]);

  const size = (event: React.PointerEvent<HTMLElement>) => {
    if (!onWidth || !cell.current) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const from = event.clientX;
    const width = cell.current.getBoundingClientRect().width;
    sizing.current = true;
    handle.setPointerCapture(event.pointerId);
    const move = (next: PointerEvent) => onWidth(width + next.clientX - from, false);
    const end = (last: PointerEvent) => {
      sizing.current = false;
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      onWidth(width + last.clientX - from, true);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };

  const direction =
    column.sort && sort === column.sort
      ? 'ascending'
      : column.sort && sort === `-${column.sort}`
        ? 'descending'
        : undefined;
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <div
      ref={cell}
      role="columnheader"
      aria-sort={direction}
      className={classes.headCell}
      data-column={id}
      data-first={first || undefined}
      data-numeric={column.numeric || undefined}
      data-side={side}
    >
      {onSort ? (
        <UnstyledButton
          className={classes.sort}
          onClick={onSort}
          title={t('ui.table.sortBy', { column: column.header })}
        >
          <span className={classes.headLabel}>{column.header}</span>
          <Arrow size={14} aria-hidden className={classes.arrow} data-shown={direction !== undefined || undefined} />
        </UnstyledButton>
      ) : (
        <span className={classes.headLabel}>{column.header}</span>
      )}
      {onWidth && <span aria-hidden className={classes.edge} onPointerDown={size} />}
    </div>
  );
}
