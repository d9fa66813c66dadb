import { ActionIcon, Menu } from '@mantine/core';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Action, ActionItems } from '../action-items.js';
import classes from './board.module.css';

type Props = {
  id: string;
  column: string;
  index: number;
  name: string;
  helpId: string;
  movable: boolean;
  selected: boolean;
  grabbed: boolean;
  focusable: boolean;
  menuOpen: boolean;
  children: React.ReactNode;
  actions: () => readonly Action[];
  destinations: () => readonly Action[];
  onMenu: (open: boolean) => void;
  onFocus: () => void;
  onOpen: () => void;
};

/** A card that can be dragged, focused, and moved by its menu. */
export function BoardCard({
  id,
  column,
  index,
  name,
  helpId,
  movable,
  selected,
  grabbed,
  focusable,
  menuOpen,
  children,
  actions,
  destinations,
  onMenu,
  onFocus,
  onOpen,
}: Props) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<'top' | 'bottom'>();

  useEffect(() => {
    const card = element.current;
    if (!card || !movable) return undefined;
    return combine(
      draggable({
        element: card,
        getInitialData: () => ({ kind: 'card', id, column }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element: card,
        canDrop: ({ source }) => source.data['kind'] === 'card' && source.data['id'] !== id,
        getData: ({ input }) => {
          const { top, height } = card.getBoundingClientRect();
          return { kind: 'card', id, column, index, edge: input.clientY < top + height / 2 ? 'top' : 'bottom' };
        },
        onDrag: ({ self }) => setEdge(self.data['edge'] === 'top' ? 'top' : 'bottom'),
        onDragLeave: () => setEdge(undefined),
        onDrop: () => setEdge(undefined),
      }),
    );
  }, [id, column, index, movable]);

  const click = (event: React.MouseEvent) => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return;
    onOpen();
  };

  return (
    <div
      ref={element}
      role="listitem"
      data-card={id}
      aria-label={name}
      aria-roledescription={t('ui.board.card')}
      aria-describedby={helpId}
      tabIndex={focusable ? 0 : -1}
      className={classes.card}
      data-selected={selected || undefined}
      data-grabbed={grabbed || undefined}
      data-dragging={dragging || undefined}
      data-edge={edge}
      onClick={click}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
    >
      <div className={classes.cardBody}>{children}</div>
      <Menu opened={menuOpen} onChange={onMenu} position="bottom-end" returnFocus>
        <Menu.Target>
          <ActionIcon
            size="sm"
            className={classes.cardMenu}
            aria-label={t('ui.board.actions', { name })}
            tabIndex={focusable ? 0 : -1}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        {menuOpen && (
          <Menu.Dropdown aria-label={t('ui.board.menu', { name })}>
            {movable && <Menu.Label>{t('ui.board.moveTo')}</Menu.Label>}
            {movable && <ActionItems actions={destinations()} />}
            {movable && <Menu.Divider />}
            <ActionItems actions={actions()} />
          </Menu.Dropdown>
        )}
      </Menu>
    </div>
  );
}
