import type { Field, FieldValue } from '../fields/field.js';

/** How a cell is edited where it stands. */
export type CellEdit<Row> = {
  field: Field;
  value: (row: Row) => FieldValue;
  /** Writes the value; the caller puts it on screen at once and rejects with a problem. */
  save: (row: Row, value: FieldValue) => Promise<void>;
};

/** One column of a table. Widths are least widths in px; a column that grows shares what is left. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => React.ReactNode;
  width: number;
  grow?: boolean;
  numeric?: boolean;
  /** The name by which the API sorts; columns without it do not sort. */
  sort?: string;
  /** Cannot be hidden. */
  fixed?: boolean;
  /** Is not shown until it is chosen. */
  hidden?: boolean;
  /** Without it the cell is read alone. */
  edit?: CellEdit<Row> | undefined;
};

/** Which columns are shown: those chosen, else those that are not hidden by default; fixed ones always. */
export function visibility(
  columns: readonly Column<never>[],
  chosen: readonly string[] | undefined,
): Record<string, boolean> {
  return Object.fromEntries(
    columns.map(({ id, fixed, hidden }) => [id, fixed === true || (chosen ? chosen.includes(id) : !hidden)]),
  );
}

const widthLimits = { least: 64, most: 640 };

/** What of the columns of a table is not as it comes: which are shown in which order, and their widths as `id:px`. */
export type Arrangement = { columns: string[] | undefined; widths: string[] | undefined };

/** The columns in the order in which they are shown: those chosen as chosen; a fixed one stays at its end of the table. */
export function arranged<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] {
  if (!chosen) return columns;
  const place = ({ id, fixed }: Column<Row>, index: number): number => {
    if (fixed) return index === 0 ? -1 : Number.MAX_SAFE_INTEGER;
    const at = chosen.indexOf(id);
    return at < 0 ? chosen.length + index : at;
  };
  const places = new Map(columns.map((column, index) => [column, place(column, index)]));
  return columns.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

/** The widths that were chosen, by column; what is no width of these columns is passed over. */
export function widthsOf(
  columns: readonly Column<never>[],
  widths: readonly string[] | undefined,
): Map<string, number> {
  const known = new Set(columns.map(({ id }) => id));
  return new Map(
    (widths ?? []).flatMap((one): [string, number][] => {
      const [id = '', px = ''] = one.split(':');
      return known.has(id) && /^\d{1,4}$/.test(px) ? [[id, within(Number(px))]] : [];
    }),
  );
}

/** The columns as they are laid out: in their order, with the widths that were chosen. */
export function laidOut<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
  widths: readonly string[] | undefined,
): readonly Column<Row>[] {
  const sizes = widthsOf(columns, widths);
  return arranged(columns, chosen).map((column) => {
    const width = sizes.get(column.id);
    return width === undefined ? column : { ...column, width, grow: false };
  });
}

/** The choice that shows these columns in this order; undefined where that is how they come. */
export function chosenAs(columns: readonly Column<never>[], ids: readonly string[]): string[] | undefined {
  const own = columns.filter(({ fixed, hidden }) => fixed === true || !hidden).map(({ id }) => id);
  const order = arranged(columns, ids).flatMap(({ id, fixed }) => (fixed === true || ids.includes(id) ? [id] : []));
  return order.join() === own.join() ? undefined : order;
}

/** The choice after a column came to stand before or after another one. */
export function placedAt(
  columns: readonly Column<never>[],
  chosen: readonly string[] | undefined,
  id: string,
  other: string,
  side: 'before' | 'after',
): string[] | undefined {
  const shown = visibility(columns, chosen);
  const rest = arranged(columns, chosen).flatMap((column) => (shown[column.id] && column.id !== id ? [column.id] : []));
  const at = rest.indexOf(other) + (side === 'after' ? 1 : 0);
  return chosenAs(columns, [...rest.slice(0, at), id, ...rest.slice(at)]);
}

/** The column beside this one to which it can move, among those shown; a fixed one keeps its place. */
export function besides(
  columns: readonly Column<never>[],
  chosen: readonly string[] | undefined,
  id: string,
  step: 1 | -1,
): string | undefined {
  const shown = visibility(columns, chosen);
  const all = arranged(columns, chosen).filter((column) => shown[column.id]);
  const at = all.findIndex((column) => column.id === id);
  const next = all[at + step];
  return at < 0 || all[at]?.fixed || !next || next.fixed ? undefined : next.id;
}

/** The widths after a column became so wide. */
export function withWidth(
  columns: readonly Column<never>[],
  widths: readonly string[] | undefined,
  id: string,
  px: number,
): string[] {
  const sizes = widthsOf(columns, widths).set(id, within(px));
  return columns.flatMap((column) => (sizes.has(column.id) ? [`${column.id}:${sizes.get(column.id)}`] : []));
}

function within(px: number): number {
  return Math.max(widthLimits.least, Math.min(widthLimits.most, Math.round(px)));
}

/** The CSS grid tracks of the shown columns, after the one with the checkbox where rows can be selected. */
export function tracks(columns: readonly Column<never>[], shown: Record<string, boolean>, selectable: boolean): string {
  const widths = columns
    .filter(({ id }) => shown[id])
    .map(({ width, grow }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`));
  return [...(selectable ? ['44px'] : []), ...widths].join(' ');
}

/** The column whose cell is edited after this one; undefined at the end of the row. */
export function editableAfter(
  columns: readonly Column<never>[],
  shown: Record<string, boolean>,
  from: string | undefined,
  step: 1 | -1,
): string | undefined {
  const all = columns.filter(({ id, edit }) => edit && shown[id]).map(({ id }) => id);
  const index = from === undefined ? -1 : all.indexOf(from);
  return all[index + step];
}

/** The next sort of a column after a press: ascending, descending, then the list's own order. */
export function nextSort(sort: string, current: string | undefined): string | undefined {
  if (current === sort) return `-${sort}`;
  return current === `-${sort}` ? undefined : sort;
}
