import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { ErrorState } from '../ui/error-state.js';
import { Page, PageSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { CallRunner } from './parts/call-runner.js';

const route = getRouteApi('/signed-in/call-lists/$id');

/** One call list; the URL holds who is on screen. */
export function CallListPage() {
  const { id } = route.useParams();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useTranslation();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/call-lists/{id}', { params: { path: { id } } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Page title={t('callLists.title')} aside={<From list={data} />}>
      <Panel>
        <CallRunner
          list={data}
          at={at}
          onAt={(next) => void navigate({ search: { at: next > data.total ? undefined : next }, replace: true })}
          onLeave={() => void navigate({ to: '/' })}
        />
      </Panel>
    </Page>
  );
}

function From({ list }: { list: Schemas['CallListView'] }) {
  const { t } = useTranslation();
  if (list.source !== 'stage' || !list.searchId) return <>{t(`callLists.source.${list.source}`)}</>;
  return (
    <span>
      {list.stageName && `${list.stageName} · `}
      <Link to="/searches/$id/board" params={{ id: list.searchId }}>
        {list.searchTitle}
      </Link>
    </span>
  );
}
