import { VisuallyHidden } from '@mantine/core';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../app/use-shortcuts.js';
import { announce } from '../announcer.js';
import type { Action } from '../action-items.js';
import { BoardCard } from './board-card.js';
import { BoardColumnView } from './board-column.js';
import {
  type BoardColumn,
  carried,
  type Direction,
  moved,
  neighbor,
  type Place,
  placeOf,
  type Target,
  targetAt,
} from './board-model.js';
import classes from './board.module.css';

type Props<Card extends { id: string }> = {
  label: string;
  columns: readonly BoardColumn<Card>[];
  nameOf: (card: Card) => string;
  renderCard: (card: Card) => React.ReactNode;
  /** What else the menu of a card offers, beside the columns. */
  actionsOf: (card: Card) => readonly Action[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  movable: boolean;
  /** Moves the cards. Called once per drop; the caller shows the result at once. */
  onMove: (cards: readonly Card[], to: Target) => void;
  onOpen: (card: Card) => void;
  onPeek?: (card: Card) => void;
  /** Called with the card that has the focus. */
  onActive?: (card: Card) => void;
  onExit?: (card: Card) => void;
  /** Presents the card where the keys are. */
  onSubmit?: (card: Card) => void;
  onLoadMore: (column: string) => void;
};

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** A board of columns: drag, or Space and arrows, or the menu (`M`) move a card; `X` selects, and selected cards move together; `V` peeks. */
export function Board<Card extends { id: string }>(props: Props<Card>) {
  const {
    label,
    columns,
    nameOf,
    renderCard,
    actionsOf,
    selected,
    onSelect,
    movable,
    onMove,
    onOpen,
    onPeek,
    onActive,
    onExit,
    onSubmit,
    onLoadMore,
  } = props;
  const { t } = useTranslation();
  const helpId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const [menu, setMenu] = useState<string>();
  const [hand, setHand] = useState<{ id: string; at: Place }>();
  const shown = useMemo(() => (hand ? moved(columns, new Set([hand.id]), hand.at) : columns), [columns, hand]);
  const place = placeOf(shown, active);
  const first = shown.find(({ cards }) => cards.length > 0)?.cards[0]?.id;
  const cardOf = (id: string | undefined) => columns.flatMap(({ cards }) => cards).find((card) => card.id === id);
  const activeCard = cardOf(active);
  const columnName = (id: string) => columns.find((column) => column.id === id)?.name ?? '';

  const focus = (id: string) => {
    setActive(id);
    requestAnimationFrame(() => {
      // What was opened over the board in the meantime keeps the focus.
      if (document.activeElement?.closest('[role=menu], [role=dialog]')) return;
      root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
    });
  };
  const inHand = hand?.at;
  useEffect(() => {
    if (hand) focus(hand.id);
  }, [hand?.id, inHand?.column, inHand?.index]);
  // A card that comes into another column is mounted anew there: the focus that was on it goes along.
  useEffect(() => {
    if (active && place && document.activeElement === document.body) focus(active);
  }, [place?.column]);

  const move = (id: string, to: Place) => {
    const ids = selected.has(id) ? selected : new Set([id]);
    const cards = columns.flatMap((column) => column.cards.filter((card) => ids.has(card.id)));
    const target = targetAt(columns, ids, to);
    const here = placeOf(columns, id);
    if (ids.size === 1 && here?.column === target.column && here.index === target.index) return;
    const [card] = cards;
    if (!card) return;
    onMove(cards, target);
    announce(t('ui.board.dropped', { name: nameOf(card), column: columnName(to.column) }));
  };

  const grab = () => {
    if (!active || !place || !activeCard || !movable) return;
    setHand({ id: active, at: place });
    announce(t('ui.board.grabbed', { name: nameOf(activeCard) }));
  };
  const carry = (direction: Direction) => {
    if (!hand) return;
    const at = carried(columns, hand.id, hand.at, direction);
    const column = columns.find(({ id }) => id === at.column);
    const card = cardOf(hand.id);
    setHand({ id: hand.id, at });
    if (!column || !card) return;
    const count = column.cards.filter(({ id }) => id !== hand.id).length + 1;
    announce(t('ui.board.over', { name: nameOf(card), column: column.name, position: at.index + 1, count }));
  };
  const drop = () => {
    if (!hand) return;
    move(hand.id, hand.at);
    setHand(undefined);
    focus(hand.id);
  };
  const cancel = () => {
    const card = cardOf(hand?.id);
    if (card) announce(t('ui.board.canceled', { name: nameOf(card) }));
    setHand(undefined);
    if (hand) focus(hand.id);
  };
  const step = (direction: Direction) => {
    const next = place ? neighbor(shown, place, direction)?.id : first;
    if (next) focus(next);
  };
  const select = (id: string) =>
    onSelect(new Set(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id]));

  useShortcut('next', () => step('down'));
  useShortcut('previous', () => step('up'));
  useShortcut('open', () => activeCard && onOpen(activeCard), activeCard !== undefined && !hand);
  useShortcut(
    'peekCard',
    () => activeCard && onPeek?.(activeCard),
    activeCard !== undefined && onPeek !== undefined && !hand,
  );
  useShortcut('grab', grab, activeCard !== undefined && movable && !hand);
  useShortcut('move', () => setMenu(active), activeCard !== undefined && movable);
  useShortcut('select', () => active && select(active), activeCard !== undefined);
  useShortcut('submit', () => activeCard && onSubmit?.(activeCard), activeCard !== undefined && onSubmit !== undefined);
  useShortcut('exit', () => activeCard && onExit?.(activeCard), activeCard !== undefined && onExit !== undefined);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const direction = directions[event.key];
    if (hand || !direction || !(event.target as HTMLElement).matches('[data-card]')) return;
    event.preventDefault();
    step(direction);
  };

  // While a card is in hand its keys count wherever the focus is: on its way between columns the card is mounted anew.
  const onHandKey = useEffectEvent((event: KeyboardEvent) => {
    const direction = directions[event.key];
    const key = { ' ': drop, Enter: drop, Escape: cancel }[event.key];
    if (!direction && !key) return;
    event.preventDefault();
    event.stopPropagation();
    if (key) key();
    else if (direction) carry(direction);
  });
  const carrying = hand !== undefined;
  useLayoutEffect(() => {
    if (!carrying) return undefined;
    const listen = (event: KeyboardEvent) => onHandKey(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [carrying]);

  const onDrop = useEffectEvent(
    (source: Record<string | symbol, unknown>, target: Record<string | symbol, unknown>) => {
      const id = String(source['id']);
      const column = String(target['column']);
      const ids = selected.has(id) ? selected : new Set([id]);
      const staying = columns.find((one) => one.id === column)?.cards.filter((card) => !ids.has(card.id)) ?? [];
      const over = staying.findIndex((card) => card.id === target['id']);
      move(id, { column, index: over < 0 ? staying.length : over + (target['edge'] === 'bottom' ? 1 : 0) });
    },
  );
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data['kind'] === 'card',
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0];
          if (target) onDrop(source.data, target.data);
        },
      }),
    [],
  );

  return (
    <div ref={root} className={classes.board} role="group" aria-label={label} onKeyDown={onKeyDown}>
      <VisuallyHidden id={helpId}>{t('ui.board.help')}</VisuallyHidden>
      {shown.map((column) => (
        <BoardColumnView
          key={column.id}
          column={column}
          kept={place?.column === column.id ? active : undefined}
          onLoadMore={() => onLoadMore(column.id)}
          renderCard={(card, index) => (
            <BoardCard
              id={card.id}
              column={column.id}
              index={index}
              name={nameOf(card)}
              helpId={helpId}
              movable={movable}
              selected={selected.has(card.id)}
              grabbed={hand?.id === card.id}
              focusable={card.id === (place ? active : first)}
              menuOpen={menu === card.id}
              onMenu={(open) => setMenu(open ? card.id : undefined)}
              onFocus={() => {
                setActive(card.id);
                onActive?.(card);
              }}
              onOpen={() => onOpen(card)}
              actions={() => actionsOf(card)}
              destinations={() =>
                columns.map(({ id, name, tone, cards }) => ({
                  id,
                  label: name,
                  disabled: id === column.id,
                  icon: <span className={classes.dot} style={{ background: tone }} />,
                  run: () => {
                    move(card.id, { column: id, index: cards.length });
                    setTimeout(() => focus(card.id));
                  },
                }))
              }
            >
              {renderCard(card)}
            </BoardCard>
          )}
        />
      ))}
    </div>
  );
}
