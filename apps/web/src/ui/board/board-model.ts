/** A column of a board with the cards loaded so far; `total` counts those that are not loaded too. */
export type BoardColumn<Card> = {
  id: string;
  name: string;
  /** What the column means beyond its name. */
  hint?: string | undefined;
  /** The CSS color of its mark. */
  tone: string;
  total: number;
  cards: readonly Card[];
  hasMore: boolean;
};

/** Where a card stands: its column, and its index among the loaded cards. */
export type Place = { column: string; index: number };

/** Where moved cards go: between two cards that stay, or at an end where one of them is missing. */
export type Target = { column: string; index: number; after: string | undefined; before: string | undefined };

type Identified = { id: string };

/** Where the card stands, or undefined. */
export function placeOf<Card extends Identified>(
  columns: readonly BoardColumn<Card>[],
  id: string | undefined,
): Place | undefined {
  for (const column of columns) {
    const index = column.cards.findIndex((card) => card.id === id);
    if (index >= 0) return { column: column.id, index };
  }
  return undefined;
}

/** The columns after the cards were moved to the place; their order among each other stays. The index counts without them. */
export function moved<Card extends Identified>(
  columns: readonly BoardColumn<Card>[],
  ids: ReadonlySet<string>,
  to: Place,
): BoardColumn<Card>[] {
  const moving = columns.flatMap((column) => column.cards.filter((card) => ids.has(card.id)));
  return columns.map((column) => {
    const staying = column.cards.filter((card) => !ids.has(card.id));
    const left = column.cards.length - staying.length;
    if (column.id !== to.column) return left === 0 ? column : { ...column, cards: staying, total: column.total - left };
    const cards = [...staying.slice(0, to.index), ...moving, ...staying.slice(to.index)];
    return { ...column, cards, total: column.total - left + moving.length };
  });
}

/** The neighbors at a place for cards that are moved there. */
export function targetAt<Card extends Identified>(
  columns: readonly BoardColumn<Card>[],
  ids: ReadonlySet<string>,
  to: Place,
): Target {
  const staying = columns.find(({ id }) => id === to.column)?.cards.filter((card) => !ids.has(card.id)) ?? [];
  const index = Math.max(0, Math.min(staying.length, to.index));
  return { column: to.column, index, after: staying[index - 1]?.id, before: staying[index]?.id };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The next place in a direction for a card in hand: columns may be empty, the end of a column is a place. */
export function carried<Card extends Identified>(
  columns: readonly BoardColumn<Card>[],
  id: string,
  from: Place,
  direction: Direction,
): Place {
  const at = columns.findIndex((column) => column.id === from.column);
  const room = (index: number) => columns[index]?.cards.filter((card) => card.id !== id).length ?? 0;
  if (direction === 'up') return { ...from, index: Math.max(0, from.index - 1) };
  if (direction === 'down') return { ...from, index: Math.min(room(at), from.index + 1) };
  const next = columns[at + (direction === 'left' ? -1 : 1)];
  return next ? { column: next.id, index: Math.min(from.index, room(columns.indexOf(next))) } : from;
}

/** The card to look at next in a direction; empty columns are passed over. */
export function neighbor<Card extends Identified>(
  columns: readonly BoardColumn<Card>[],
  from: Place,
  direction: Direction,
): Card | undefined {
  const at = columns.findIndex((column) => column.id === from.column);
  const own = columns[at]?.cards ?? [];
  if (direction === 'up') return own[from.index - 1];
  if (direction === 'down') return own[from.index + 1];
  const others = direction === 'left' ? columns.slice(0, Math.max(0, at)).reverse() : columns.slice(at + 1);
  const next = others.find(({ cards }) => cards.length > 0)?.cards ?? [];
  return next[Math.min(from.index, next.length - 1)];
}
