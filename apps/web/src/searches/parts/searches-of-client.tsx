import { Badge } from '@mantine/core';
import { IconBriefcase2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';

/** The searches of a client. */
export function SearchesOfClient({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/searches',
    { params: { query: { organizationId, limit: 50 } } },
    byCursor,
  );
  const list = useListState<Schemas['SearchRow']>(query);
  return (
    <ListPanel
      label={t('searches.title')}
      list={list}
      empty={<EmptyState icon={IconBriefcase2} title={t('organizations.noSearches')} />}
      columns={[
        {
          id: 'title',
          header: t('searches.column.title'),
          cell: ({ id, title }) => (
            <Link to="/searches/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        {
          id: 'state',
          header: t('searches.column.state'),
          cell: ({ state }) => <Badge variant="light">{t(`words.searchState.${state}`)}</Badge>,
        },
        { id: 'opened', header: t('searches.column.opened'), cell: ({ openedOn }) => format.day(openedOn) },
        {
          id: 'people',
          header: t('searches.column.people'),
          cell: ({ candidateCount }) => format.number(candidateCount),
        },
      ]}
    />
  );
}
