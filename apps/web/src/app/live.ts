import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refresh } from './freshness.js';

type LiveEvent = { type: string; ids: string[] };

const settleMs = 150;

/** Which lists and records an event of this feature makes stale: parts of the API path. */
const stale: Record<string, readonly string[]> = {
  organization: ['/organizations', '/contacts'],
  contact: ['/contacts', '/organizations'],
  candidate: ['/candidates', '/chart', '/off-limits'],
  document: ['/documents', '/candidates'],
  'off-limits': ['/off-limits', '/blocked-universe', '/timeline'],
  search: ['/searches', '/off-limits', '/fee'],
  candidacy: ['/searches', '/candidacies', '/candidates'],
  placement: ['/candidacies', '/searches', '/off-limits'],
  note: ['/notes', '/timeline'],
  notice: ['/notices'],
  task: ['/tasks'],
  'contact-log': ['/contact-log', '/timeline', '/candidacies', '/tasks', '/call-lists', '/off-limits'],
  'poaching-attempt': ['/poaching-attempts', '/timeline'],
  submission: ['/submissions', '/candidacies', '/timeline'],
  offer: ['/offers', '/candidacies', '/timeline'],
  'rival-offer': ['/counteroffers', '/competing-offers', '/candidacies', '/timeline'],
  fee: ['/fee'],
  'exchange-rate': ['/exchange-rates', '/comparison', '/fee'],
  import: ['/imports'],
  export: ['/exports'],
  'bulk-change': ['/candidates'],
  member: ['/users', '/me'],
  pipeline: ['/settings'],
  ladder: ['/ladder', '/levels'],
  setting: ['/settings'],
};

/** The API paths that may have changed when these events happened. */
export function stalePaths(types: Iterable<string>): ReadonlySet<string> {
  return new Set([...types].flatMap((type) => stale[type.split('.')[0] ?? ''] ?? []));
}

/** Keeps what is on screen fresh: listens while the tab is visible, and refetches what colleagues changed. */
export function useLive(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const seen = new Set<string>();

    const flush = () => {
      const paths = stalePaths(seen);
      seen.clear();
      timer = undefined;
      void refresh(queryClient, paths);
    };

    const open = () => {
      source ??= new EventSource('/api/v1/stream');
      source.onmessage = ({ data }: MessageEvent<string>) => {
        seen.add((JSON.parse(data) as LiveEvent).type);
        timer ??= setTimeout(flush, settleMs);
      };
      source.onerror = () => (lost = true);
      source.onopen = () => {
        if (lost) void refresh(queryClient, ['/']);
        lost = false;
      };
    };
    const close = () => {
      source?.close();
      source = undefined;
      lost = true;
    };
    const follow = () => (document.visibilityState === 'visible' ? open() : close());

    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(timer);
      close();
    };
  }, [queryClient]);
}
