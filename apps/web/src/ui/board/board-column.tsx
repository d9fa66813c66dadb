import { Badge, Skeleton } from '@mantine/core';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';
import { cardHeight } from '../theme/tokens.js';
import type { BoardColumn } from './board-model.js';
import classes from './board.module.css';

type Props<Card> = {
  column: BoardColumn<Card>;
  /** The card that must stay mounted while it is focused or in hand. */
  kept: string | undefined;
  renderCard: (card: Card, index: number) => React.ReactNode;
  onLoadMore: () => void;
};

const gap = 8;
const overscan = 3;
const edgePx = 56;
const scrollStep = 14;
const endDistance = 6;

/** One column: its name and count, and of its cards only those in view. */
export function BoardColumnView<Card extends { id: string }>({ column, kept, renderCard, onLoadMore }: Props<Card>) {
  const { t } = useTranslation();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { cards, hasMore } = column;
  const keptIndex = cards.findIndex(({ id }) => id === kept);
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    getItemKey: (index) => cards[index]?.id ?? index,
    gap,
    overscan,
    paddingStart: gap / 2,
    paddingEnd: gap,
    rangeExtractor: (range) => {
      const visible = defaultRangeExtractor(range);
      return keptIndex < 0 || visible.includes(keptIndex) ? visible : [...visible, keptIndex].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  // A column that scrolls and holds no card of the tab order is one stop of it: the keyboard scrolls it.
  const scrolls = virtualizer.getTotalSize() > (virtualizer.scrollRect?.height ?? Infinity);
  const nearEnd = hasMore && (items.at(-1)?.index ?? 0) >= cards.length - endDistance;
  useEffect(() => {
    if (nearEnd) onLoadMore();
  }, [nearEnd, cards.length, onLoadMore]);
  useEffect(() => {
    if (keptIndex >= 0) virtualizer.scrollToIndex(keptIndex, { align: 'auto' });
  }, [keptIndex, virtualizer]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['kind'] === 'card',
      getData: () => ({ kind: 'column', column: column.id }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
      onDrag: ({ location }) => {
        const { top, bottom } = element.getBoundingClientRect();
        const { clientY } = location.current.input;
        if (clientY < top + edgePx) element.scrollTop -= scrollStep;
        else if (clientY > bottom - edgePx) element.scrollTop += scrollStep;
      },
    });
  }, [column.id]);

  return (
    <section
      className={classes.column}
      aria-label={t('ui.board.column', { name: column.name, count: column.total })}
      data-over={over || undefined}
    >
      <header className={classes.columnHead} style={{ '--tone': column.tone } as React.CSSProperties}>
        <h2 className={classes.columnName} title={column.hint}>
          {column.name}
        </h2>
        <Badge color="gray" variant="light" aria-hidden>
          {format.number(column.total)}
        </Badge>
      </header>
      <div ref={scroller} className={classes.columnBody} tabIndex={scrolls && keptIndex < 0 ? 0 : -1}>
        {cards.length === 0 ? (
          <p className={classes.columnEmpty}>{t('ui.board.empty')}</p>
        ) : (
          <div
            role="list"
            aria-label={column.name}
            className={classes.cards}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {items.map(({ index, start, key }) => {
              const card = cards[index];
              return (
                card && (
                  <div
                    key={key}
                    role="presentation"
                    data-index={index}
                    ref={virtualizer.measureElement}
                    className={classes.slot}
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    {renderCard(card, index)}
                  </div>
                )
              );
            })}
          </div>
        )}
        {hasMore && <Skeleton height={cardHeight} mx="xs" mb="xs" aria-hidden />}
      </div>
    </section>
  );
}
