import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function whose identity never changes and that always runs the latest version. */
export function useLatest<Arguments extends unknown[]>(
  run: (...args: Arguments) => void,
): (...args: Arguments) => void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Arguments) => latest.current(...args), []);
}
