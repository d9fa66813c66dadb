import { ActionIcon, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { branchesOf, idsBelow } from '@domain/candidates/org-chart.rules.js';
import { IconArrowsMinimize, IconChevronDown, IconChevronRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { useShortcut } from '../app/use-shortcuts.js';
import { announce } from '../ui/announcer.js';
import type { Action } from '../ui/action-items.js';
import { ChartBoxBody, ChartBoxMenu } from './chart-box.js';
import { boxesIn, boxHeight, boxWidth, type CanvasView, layoutOf, viewOf } from './chart-layout.js';
import classes from './chart.module.css';
import { type ChartNode, nameOf } from './use-chart.js';

type Props = {
  organizationId: string;
  nodes: readonly ChartNode[];
  movable: boolean;
  actionsOf: (node: ChartNode) => readonly Action[];
  onMove: (node: ChartNode, to: ChartNode) => void;
  onMoveAsked: (node: ChartNode) => void;
  onOpen: (node: ChartNode) => void;
  onPeek: (node: ChartNode) => void;
  /** Called with the box that has the focus. */
  onActive: (node: ChartNode) => void;
};

const smallest = 0.3;
const largest = 1.5;
const edgePx = 48;
const scrollStep = 14;
const foldedFrom = 80;
const firstView: CanvasView = { left: 0, top: 0, right: 1280, bottom: 800 };

/** The chart as boxes on a canvas: drag the background or scroll to look around, drag a box onto the one above it, or `M`; `V` peeks. Boxes out of sight are not mounted. */
export function ChartCanvas(props: Props) {
  const { organizationId, nodes, movable, actionsOf, onMove, onMoveAsked, onOpen, onPeek, onActive } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const helpId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const branches = useMemo(() => branchesOf(nodes), [nodes]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => deepOnes(nodes));
  const [active, setActive] = useState<string>();
  const [menu, setMenu] = useState<string>();
  const [scale, setScale] = useState(1);
  const [dragged, setDragged] = useState<string>();
  const [view, setView] = useState<CanvasView>(firstView);
  const { boxes, lines, width, height } = useMemo(() => layoutOf(branches, folded), [branches, folded]);
  const shown = boxes.find(({ box }) => box.id === active) ?? boxes[0];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mounted = boxesIn(boxes, view, new Set([shown?.box.id, menu, dragged]));
  const look = () => {
    if (!scroller.current) return;
    const next = viewOf(scroller.current, scale);
    setView((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
  };
  const lookAgain = useEffectEvent(look);
  useLayoutEffect(() => lookAgain(), [scale]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => lookAgain());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const focus = (id: string | undefined) => {
    if (!id) return;
    setActive(id);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(id)}"]`)?.focus(),
    );
  };
  const fold = (id: string) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
    const words = next.has(id) ? 'organizations.chart.folded' : 'organizations.chart.unfolded';
    announce(t(words, { name: nameOf(byId.get(id) as ChartNode) }));
  };
  const zoom = (to: number) => {
    const next = Math.min(largest, Math.max(smallest, to));
    const element = scroller.current;
    if (!element || next === scale) return;
    const [x, y] = [element.scrollLeft + element.clientWidth / 2, element.scrollTop + element.clientHeight / 2];
    setScale(next);
    requestAnimationFrame(() => {
      element.scrollLeft = (x / scale) * next - element.clientWidth / 2;
      element.scrollTop = (y / scale) * next - element.clientHeight / 2;
    });
  };
  const fit = () => {
    const element = scroller.current;
    if (!element) return;
    setScale(Math.max(smallest, Math.min(1, element.clientWidth / (width + 48), element.clientHeight / (height + 48))));
    requestAnimationFrame(() => element.scrollTo(0, 0));
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!shown || !(event.target as HTMLElement).matches('[data-box]')) return;
    const { box, reports } = shown;
    const siblings = boxes.filter((one) => one.box.managerId === box.managerId && one.depth === shown.depth);
    const at = siblings.indexOf(shown);
    const moves: Record<string, () => void> = {
      ArrowUp: () => focus(boxes.find((one) => one.box.id === box.managerId)?.box.id),
      ArrowDown: () => focus(boxes.find((one) => one.box.managerId === box.id)?.box.id),
      ArrowLeft: () => focus(siblings[at - 1]?.box.id),
      ArrowRight: () => focus(siblings[at + 1]?.box.id),
      Home: () => focus(boxes[0]?.box.id),
      Enter: () => onOpen(box),
      ' ': () => reports > 0 && fold(box.id),
    };
    const run = moves[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  };
  useShortcut('peekCard', () => shown && onPeek(shown.box), active !== undefined);
  useShortcut('move', () => shown && onMoveAsked(shown.box), movable && active !== undefined);

  const onDrop = useEffectEvent((from: unknown, to: unknown) => {
    const [node, manager] = [byId.get(String(from)), byId.get(String(to))];
    if (!node || !manager || node.managerId === manager.id) return;
    setFolded(new Set([...folded].filter((id) => id !== manager.id)));
    onMove(node, manager);
    focus(node.id);
  });
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data['kind'] === 'chart-box',
        onDragStart: ({ source }) => setDragged(String(source.data['id'])),
        onDrag: ({ location }) => {
          const element = scroller.current;
          if (!element) return;
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const { clientX, clientY } = location.current.input;
          element.scrollTop += clientY < top + edgePx ? -scrollStep : clientY > bottom - edgePx ? scrollStep : 0;
          element.scrollLeft += clientX < left + edgePx ? -scrollStep : clientX > right - edgePx ? scrollStep : 0;
        },
        onDrop: ({ source, location }) => {
          setDragged(undefined);
          const target = location.current.dropTargets[0];
          if (target) onDrop(source.data['id'], target.data['id']);
        },
      }),
    [],
  );
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(scale * (event.deltaY < 0 ? 1.1 : 0.9));
  });
  useEffect(() => {
    const element = scroller.current;
    const listen = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);

  const pan = (event: React.PointerEvent) => {
    const element = scroller.current;
    if (!element || event.button !== 0 || event.pointerType === 'touch') return;
    const target = event.target as HTMLElement;
    if (!element.contains(target) || target.closest('[data-box]')) return;
    element.setPointerCapture(event.pointerId);
    const follow = (moved: PointerEvent) => element.scrollBy(-moved.movementX, -moved.movementY);
    element.addEventListener('pointermove', follow);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', follow), {
      once: true,
    });
  };

  return (
    <div className={classes.frame}>
      <VisuallyHidden id={helpId}>{t('organizations.chart.help')}</VisuallyHidden>
      <Group className={classes.zoom} gap={4}>
        <ActionIcon variant="default" aria-label={t('organizations.chart.zoomOut')} onClick={() => zoom(scale / 1.2)}>
          <IconMinus size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" w="3rem" ta="center" aria-live="polite">
          {format.percent(Math.round(scale * 100) / 100)}
        </Text>
        <ActionIcon variant="default" aria-label={t('organizations.chart.zoomIn')} onClick={() => zoom(scale * 1.2)}>
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('organizations.chart.fit')} onClick={fit}>
          <IconArrowsMinimize size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <div ref={scroller} className={classes.scroller} onPointerDown={pan} onScroll={look}>
        <div className={classes.sheet} style={{ width: (width + 48) * scale, height: (height + 48) * scale }}>
          <div
            role="tree"
            aria-label={t('organizations.tab.chart')}
            aria-describedby={helpId}
            className={classes.canvas}
            style={{ width, height, transform: `scale(${scale})` }}
            onKeyDown={onKeyDown}
          >
            <svg className={classes.lines} width={width} height={height} aria-hidden>
              {lines.map(({ id, path }) => (
                <path key={id} d={path} />
              ))}
            </svg>
            {mounted.map(({ box, x, y, depth, reports }) => (
              <Box
                key={box.id}
                node={box}
                nodes={nodes}
                organizationId={organizationId}
                movable={movable}
                style={{ width: boxWidth, height: boxHeight, transform: `translate(${x}px, ${y}px)` }}
                level={depth + 1}
                open={reports > 0 ? !folded.has(box.id) : undefined}
                focusable={box.id === shown?.box.id}
                onFocus={() => {
                  setActive(box.id);
                  onActive(box);
                }}
              >
                <ChartBoxBody node={box} organizationId={organizationId} reachable={false} />
                <ChartBoxMenu
                  node={box}
                  opened={menu === box.id}
                  onChange={(open) => setMenu(open ? box.id : undefined)}
                  actions={() => actionsOf(box)}
                  tabIndex={box.id === shown?.box.id ? 0 : -1}
                />
                {reports > 0 && (
                  <UnstyledButton
                    className={classes.fold}
                    tabIndex={-1}
                    aria-label={t(folded.has(box.id) ? 'organizations.chart.unfold' : 'organizations.chart.fold', {
                      name: nameOf(box),
                      count: reports,
                    })}
                    onClick={() => fold(box.id)}
                  >
                    {folded.has(box.id) ? (
                      <IconChevronRight size={14} aria-hidden />
                    ) : (
                      <IconChevronDown size={14} aria-hidden />
                    )}
                    {format.number(reports)}
                  </UnstyledButton>
                )}
              </Box>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

type BoxProps = {
  node: ChartNode;
  nodes: readonly ChartNode[];
  organizationId: string;
  movable: boolean;
  style: React.CSSProperties;
  level: number;
  open: boolean | undefined;
  focusable: boolean;
  onFocus: () => void;
  children: React.ReactNode;
};

function Box({ node, nodes, movable, style, level, open, focusable, onFocus, children }: BoxProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'dragging' | 'over'>();
  const mayLead = useEffectEvent((id: unknown) => id !== node.id && !idsBelow(nodes, String(id)).has(node.id));
  useEffect(() => {
    const box = element.current;
    if (!box || !movable) return undefined;
    return combine(
      draggable({
        element: box,
        getInitialData: () => ({ kind: 'chart-box', id: node.id }),
        onDragStart: () => setState('dragging'),
        onDrop: () => setState(undefined),
      }),
      dropTargetForElements({
        element: box,
        canDrop: ({ source }) => source.data['kind'] === 'chart-box' && mayLead(source.data['id']),
        getData: () => ({ kind: 'chart-box', id: node.id }),
        onDragEnter: () => setState('over'),
        onDragLeave: () => setState(undefined),
        onDrop: () => setState(undefined),
      }),
    );
  }, [node.id, movable]);
  const unknown = node.kind === 'position' ? t('organizations.chart.unknown') : node.title;
  return (
    <div
      ref={element}
      role="treeitem"
      data-box={node.id}
      data-kind={node.kind}
      data-state={state}
      aria-label={[nameOf(node), unknown].filter(Boolean).join(', ')}
      aria-level={level}
      aria-expanded={open}
      aria-selected={focusable}
      tabIndex={focusable ? 0 : -1}
      className={classes.box}
      style={style}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
    >
      {children}
    </div>
  );
}

/** Large charts open with what is below the second row folded. */
function deepOnes(nodes: readonly ChartNode[]): ReadonlySet<string> {
  if (nodes.length < foldedFrom) return new Set();
  const deep = branchesOf(nodes).flatMap(({ reports }) => reports);
  return new Set(deep.filter(({ reports }) => reports.length > 0).map(({ box }) => box.id));
}
