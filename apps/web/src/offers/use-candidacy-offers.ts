import { $api } from '../app/api.js';
import { byCursor, type ListState, useListState } from '../ui/list-state.js';
import type { Offer } from './use-offers.js';

/** The offers of a candidacy, the highest version first. */
export function useCandidacyOffers(candidacyId: string): ListState<Offer> {
  const asked = { params: { path: { id: candidacyId }, query: { limit: 100 } } };
  const list = useListState<Offer>($api.useInfiniteQuery('get', '/api/v1/candidacies/{id}/offers', asked, byCursor));
  return { ...list, rows: list.rows.toSorted((one, other) => other.number - one.number) };
}
