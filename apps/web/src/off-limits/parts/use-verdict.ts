import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../app/api.js';
import { useMay } from '../../app/session.js';

export type Verdict = Schemas['OffLimitsVerdictView'];
export type Why = Schemas['OffLimitsWhyView'];

type Asked = { id: string; resolve: (verdict: Verdict | null) => void; reject: (thrown: unknown) => void };

const path = '/api/v1/off-limits/check';
const togetherMs = 20;
const most = 1000;
const waiting = new Map<string, Asked[]>();

/** Asks about a person; all who are asked about in one moment travel in one request for each search. */
function ask(candidateId: string, searchId: string | null): Promise<Verdict | null> {
  const key = searchId ?? '';
  return new Promise((resolve, reject) => {
    const one = { id: candidateId, resolve, reject };
    const group = waiting.get(key);
    if (group) group.push(one);
    else {
      waiting.set(key, [one]);
      setTimeout(() => void send(key, searchId), togetherMs);
    }
  });
}

async function send(key: string, searchId: string | null): Promise<void> {
  const group = waiting.get(key) ?? [];
  waiting.delete(key);
  const ids = [...new Set(group.map(({ id }) => id))];
  for (let from = 0; from < ids.length; from += most) {
    const candidateIds = ids.slice(from, from + most);
    const part = group.filter(({ id }) => candidateIds.includes(id));
    try {
      const { data } = await api.POST(path, { body: { candidateIds, searchId } });
      const found = new Map((data?.items ?? []).map((verdict) => [verdict.candidateId, verdict]));
      for (const { id, resolve } of part) resolve(found.get(id) ?? null);
    } catch (thrown) {
      for (const { reject } of part) reject(thrown);
    }
  }
}

function useQuestion(candidateId: string, searchId: string | null) {
  const may = useMay();
  return useQuery({
    queryKey: ['post', path, { candidateId, searchId }],
    queryFn: () => ask(candidateId, searchId),
    enabled: may('off-limits.read'),
    staleTime: 60_000,
  });
}

/** How a person stands today, for a search where one is named; undefined while that is not known. */
export function useVerdict(candidateId: string, searchId: string | null = null): Verdict | undefined {
  return useQuestion(candidateId, searchId).data ?? undefined;
}

/** Whether the first answer about a person is here, or none will come: a page that waits for it does not jump. */
export function useIsJudged(candidateId: string): boolean {
  return !useQuestion(candidateId, null).isLoading;
}
