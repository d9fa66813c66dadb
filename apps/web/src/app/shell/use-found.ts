import { $api } from '../api.js';
import { useFormat } from '../format.js';
import { useMay } from '../session.js';

type Found = { to: string; name: string; hint: string; candidateId?: string };
type FoundGroup = { id: 'recents' | 'candidates' | 'organizations' | 'searches'; items: Found[] };

const most = 6;

/** The best matches of the query among people, organizations and searches; what was opened last where nothing is asked. */
export function useFound(query: string): { loading: boolean; groups: FoundGroup[] } {
  const may = useMay();
  const format = useFormat();
  const asked = query !== '';
  const enabled = (allowed: boolean) => ({ enabled: asked && allowed, staleTime: 10_000 });
  const params = { params: { query: { q: query, limit: most } } };
  const people = $api.useQuery('get', '/api/v1/candidates', params, enabled(may('candidate.read')));
  const organizations = $api.useQuery('get', '/api/v1/organizations', params, enabled(may('organization.read')));
  const searches = $api.useQuery('get', '/api/v1/searches', params, enabled(may('search.read')));
  const recents = $api.useQuery('get', '/api/v1/recents', undefined, { enabled: !asked, staleTime: 5_000 });
  const words = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  return {
    loading:
      (!asked && recents.isLoading) || (asked && (people.isLoading || organizations.isLoading || searches.isLoading)),
    groups: [
      {
        id: 'recents',
        items: asked
          ? []
          : (recents.data?.items ?? []).slice(0, most).map(({ subjectType, id, name, hint }) => ({
              to: subjectType === 'search' ? `/searches/${id}/board` : `/${subjectType}s/${id}`,
              name,
              hint: hint ?? '',
            })),
      },
      {
        id: 'candidates',
        items: (people.data?.items ?? []).map((row) => ({
          to: `/candidates/${row.id}`,
          candidateId: row.id,
          name: format.names(row.displayName, row.nativeName)[0],
          hint: words(format.names(row.displayName, row.nativeName)[1], row.currentTitle, row.currentOrganizationName),
        })),
      },
      {
        id: 'searches',
        items: (searches.data?.items ?? []).map((row) => ({
          to: `/searches/${row.id}/board`,
          name: row.title,
          hint: row.organizationName,
        })),
      },
      {
        id: 'organizations',
        items: (organizations.data?.items ?? []).map((row) => ({
          to: `/organizations/${row.id}`,
          name: format.names(row.name, row.nativeName)[0],
          hint: words(format.names(row.name, row.nativeName)[1], row.parentName, row.city),
        })),
      },
    ],
  };
}
