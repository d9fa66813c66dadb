import { payMayBeAsked } from '@domain/portal/pay-place.rules.js';
import { useQueries } from '@tanstack/react-query';
import { $api } from '../../app/api.js';

/** Titles of the searches in which the person stands and whose place bans pay history: then current pay is not asked for. */
export function usePayBan(candidateId: string): readonly string[] {
  const { data: found } = $api.useQuery('get', '/api/v1/candidacies', {
    params: { query: { candidateId, exited: false, limit: 50 } },
  });
  const { data: places } = $api.useQuery('get', '/api/v1/pay-places', { params: { query: { limit: 200 } } });
  const searches = useQueries({
    queries: (found?.items ?? []).map(({ searchId }) =>
      $api.queryOptions('get', '/api/v1/searches/{id}', { params: { path: { id: searchId } } }),
    ),
  });
  if (!places) return [];
  return searches.flatMap(({ data }) =>
    data && data.state !== 'closed' && !payMayBeAsked(data, places.items) ? [data.title] : [],
  );
}
