import { api, ifMatch, type Schemas } from '../app/api.js';
import { useFacts } from '../app/record.js';
import { searchKey } from './use-search-state.js';

/** Saves facts of a search in place. */
export function useSaveSearch(search: Schemas['SearchView']) {
  const path = { id: search.id };
  return useFacts({
    queryKey: searchKey(search.id),
    record: search,
    stale: ['/searches'],
    send: async (values, version, key) => {
      const { data } = await api.PATCH('/api/v1/searches/{id}', {
        params: { path },
        body: values as Schemas['PatchSearch'],
        headers: { ...ifMatch(version), 'Idempotency-Key': key },
      });
      return data as Schemas['SearchView'];
    },
  });
}
