import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

export type Side = 'before' | 'after';

type Options = {
  element: HTMLElement;
  /** The column of this head. */
  id: string;
  canDrag: () => boolean;
  /** Where the dragged column would go, while it is over this head. */
  onOver: (side: Side | undefined) => void;
  /** Called with the column that was let go here. */
  onDrop: (id: string, side: Side) => void;
};

/** Lets the head of a column be dragged, and others be dropped beside it, until the returned function is called. */
export function dragColumn({ element, id, canDrag, onOver, onDrop }: Options): () => void {
  const sideOf = (x: number): Side => {
    const { left, width } = element.getBoundingClientRect();
    return x < left + width / 2 ? 'before' : 'after';
  };
  return combine(
    draggable({ element, canDrag, getInitialData: () => ({ kind: 'column', id }) }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['kind'] === 'column' && source.data['id'] !== id,
      onDrag: ({ location }) => onOver(sideOf(location.current.input.clientX)),
      onDragLeave: () => onOver(undefined),
      onDrop: ({ source, location }) => {
        onOver(undefined);
        onDrop(String(source.data['id']), sideOf(location.current.input.clientX));
      },
    }),
  );
}
