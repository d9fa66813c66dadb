/** Runs what can wait once the browser has nothing else to do, soon at the latest; the returned function calls it off. */
export function whenIdle(run: () => unknown): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run, soonMs);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(run, { timeout: latestMs });
  return () => cancelIdleCallback(request);
}

const soonMs = 200;
const latestMs = 1000;
