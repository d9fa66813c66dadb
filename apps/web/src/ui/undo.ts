type Undo = () => void;

const offered: Undo[] = [];
const running = new Set<Promise<unknown>>();

/** Offers to take a change back; answers how to withdraw the offer. */
export function offerUndo(undo: Undo): () => void {
  offered.push(undo);
  return () => {
    const at = offered.indexOf(undo);
    if (at >= 0) offered.splice(at, 1);
  };
}

/** Makes an undo wait for this write, which may offer its own when it is done; answers the write. */
export function beforeUndo<Result>(write: Promise<Result>): Promise<Result> {
  const settled: Promise<unknown> = write.then(
    () => running.delete(settled),
    () => running.delete(settled),
  );
  running.add(settled);
  return write;
}

/** Takes back the latest change that still offers it, once the writes under way are done; answers whether there was one. */
export async function undoLast(): Promise<boolean> {
  await Promise.all(running);
  const undo = offered.pop();
  undo?.();
  return undo !== undefined;
}
