import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { useRef, useState } from 'react';
import classes from './note-editor.module.css';

/** One thing that is offered while typing. */
export type Offer = { id: string; label: string };

type Shown<One> = { items: readonly One[]; at: number; left: number; top: number };
type Wanted<One, Chosen> = Pick<SuggestionOptions<One, Chosen>, 'char' | 'items' | 'startOfLine' | 'allowSpaces'>;

export type Suggestions<One extends Offer, Chosen = One> = {
  suggestion: Omit<SuggestionOptions<One, Chosen>, 'editor'>;
  shown: Shown<One> | undefined;
  isOpen: () => boolean;
  choose: (index: number) => void;
};

/** What is offered after a sign, and the keys that choose of it. */
export function useSuggestions<One extends Offer & Chosen, Chosen = One>(
  wanted: Wanted<One, Chosen>,
): Suggestions<One, Chosen> {
  type Asked = SuggestionProps<One, Chosen>;
  const [shown, setShown] = useState<Shown<One>>();
  const now = useRef<{ asked: Asked | undefined; at: number }>({ asked: undefined, at: 0 });
  const show = (asked: Asked | undefined, at: number) => {
    now.current = { asked, at };
    const place = asked?.clientRect?.();
    setShown(asked && { items: asked.items, at, left: place?.left ?? 0, top: (place?.bottom ?? 0) + 4 });
  };
  const choose = (index: number) => {
    const { asked } = now.current;
    const one = asked?.items[index];
    if (one) asked.command(one);
  };
  const [suggestion] = useState<Suggestions<One, Chosen>['suggestion']>(() => ({
    ...wanted,
    render: () => ({
      onStart: (asked) => show(asked, 0),
      onUpdate: (asked) => show(asked, 0),
      onExit: () => show(undefined, 0),
      onKeyDown: ({ event }) => {
        const { asked, at } = now.current;
        const count = asked?.items.length ?? 0;
        if (event.key === 'Escape') {
          show(undefined, 0);
          return true;
        }
        if (!asked || count === 0) return false;
        if (event.key === 'ArrowDown') show(asked, (at + 1) % count);
        else if (event.key === 'ArrowUp') show(asked, (at + count - 1) % count);
        else if (event.key === 'Enter' || event.key === 'Tab') choose(at);
        else return false;
        return true;
      },
    }),
  }));
  return { suggestion, shown, choose, isOpen: () => now.current.asked !== undefined };
}

type Props<One extends Offer> = { label: string; suggestions: Pick<Suggestions<One, never>, 'shown' | 'choose'> };

/** What is offered, where the sign stands. */
export function SuggestionList<One extends Offer>({ label, suggestions: { shown, choose } }: Props<One>) {
  if (!shown || shown.items.length === 0) return null;
  return (
    <div role="listbox" aria-label={label} className={classes.list} style={{ left: shown.left, top: shown.top }}>
      {shown.items.map((one, index) => (
        <div
          key={one.id}
          role="option"
          aria-selected={index === shown.at}
          className={classes.option}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(index);
          }}
        >
          {one.label}
        </div>
      ))}
    </div>
  );
}
