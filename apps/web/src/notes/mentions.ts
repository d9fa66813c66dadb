import type { MentionNodeAttrs } from '@tiptap/extension-mention';
import { $api } from '../app/api.js';
import { queryClient } from '../app/query-client.js';
import { type Offer, type Suggestions, useSuggestions } from './suggestion-list.js';

const most = 8;

/** Staff of the agency whose name has what was typed after `@`. */
async function colleagues(typed: string): Promise<Offer[]> {
  const options = $api.queryOptions(
    'get',
    '/api/v1/users',
    { params: { query: { limit: 200 } } },
    { staleTime: 60_000 },
  );
  const users = await queryClient.ensureQueryData(options);
  const wanted = typed.trim().toLowerCase();
  return users.items
    .filter(
      ({ name, clientId, state }) => clientId === null && state === 'active' && name.toLowerCase().includes(wanted),
    )
    .slice(0, most)
    .map(({ id, name }) => ({ id, label: name }));
}

/** The colleagues who can be mentioned after `@`. */
export function useMentions(): Suggestions<Offer, MentionNodeAttrs> {
  return useSuggestions<Offer, MentionNodeAttrs>({ char: '@', items: ({ query }) => colleagues(query) });
}
