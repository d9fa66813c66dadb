import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { parseSearch } from '../app/search-params.js';
import { Rows } from './home-section.js';

type View = Schemas['SavedViewRow'];
type Counted = 'candidates' | 'organizations' | 'searches';

const counted: readonly string[] = ['candidates', 'organizations', 'searches'] satisfies Counted[];

/** The views that one pinned, each with how many there are now. */
export function PinnedViews() {
  const { t } = useTranslation();
  const query = $api.useQuery('get', '/api/v1/saved-views', { params: { query: { pinned: true, limit: 8 } } });
  const items = query.data?.items.filter(({ subject }) => counted.includes(subject));
  return (
    <Rows id="views" title={t('home.views')} query={{ ...query, data: items && { items } }}>
      {(view: View) => (
        <>
          <Link to={`/${view.subject as Counted}`} search={parseSearch(view.query) as ListSearch}>
            {view.name}
          </Link>
          <Count view={view} />
        </>
      )}
    </Rows>
  );
}

function Count({ view }: { view: View }) {
  const format = useFormat();
  const fixed = { limit: 1, total: true };
  const asked = apiQuery<object>(parseSearch(view.query) as ListSearch, fixed);
  const { data } = $api.useQuery('get', `/api/v1/${view.subject as Counted}`, { params: { query: asked } });
  if (data?.total === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      {format.number(data.total)}
      {data.totalIsFloor && '+'}
    </Text>
  );
}
