import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useFacts } from '../app/record.js';
import type { FieldValue } from '../ui/fields/field.js';

type Candidate = Schemas['CandidateView'];

/** Saves facts of a person where they stand. */
export function useSaveCandidate(candidate: Candidate): (values: Record<string, FieldValue>) => Promise<void> {
  const path = { id: candidate.id };
  const { queryKey } = $api.queryOptions('get', '/api/v1/candidates/{id}', { params: { path } });
  return useFacts({
    queryKey,
    record: candidate,
    stale: ['/candidates'],
    send: async (values, version, key) => {
      const { data } = await api.PATCH('/api/v1/candidates/{id}', {
        params: { path },
        body: values as Schemas['PatchCandidate'],
        headers: { ...ifMatch(version), 'Idempotency-Key': key },
      });
      return data as Candidate;
    },
  });
}
