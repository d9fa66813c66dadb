import { QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem.js';

const maxRetries = 2;

/** Retries only what may pass by waiting: no answer, or a server that is not ready. */
export function mayRetry(failures: number, thrown: unknown): boolean {
  const { status, code } = toProblem(thrown);
  return failures < maxRetries && code !== 'client' && (status === 0 || status === 429 || status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: mayRetry, refetchOnWindowFocus: true },
    mutations: { retry: mayRetry },
  },
});
