import { Text } from '@mantine/core';
import { disclosureLevels, submissionStates } from '@domain/portal/submission.js';
import { IconSend } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { PersonCell } from '../candidates/parts/person-cell.js';
import { OrganizationName, OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { SearchName, SearchPicker } from '../searches/parts/search-picker.js';
import { UserName, UserPicker } from '../settings/parts/user-picker.js';
import { FilterBar } from '../ui/filters/filter-bar.js';
import type { Filter } from '../ui/filters/filters.js';
import { ListEmpty } from '../ui/list-empty.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';
import { Page } from '../ui/page.js';
import { PageTotal } from '../ui/page-total.js';
import { ColumnMenu } from '../ui/table/column-menu.js';
import type { Column } from '../ui/table/columns.js';
import { arrangedBy, DataTable } from '../ui/table/data-table.js';
import { SubmissionActions } from './submission-actions.js';
import { SubmissionState } from './submission-state.js';
import type { Submission } from './use-submissions.js';

const route = getRouteApi('/signed-in/submissions');

/** The protection list: who was presented to whom, and until when a hire is ours. */
export function SubmissionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const shown: Record<string, boolean> = search['state'] === undefined ? { voided: false } : {};
  const asked = apiQuery<QueryOf<'getSubmissions'>>(search, { limit: 50, total: true, ...shown });
  const query = $api.useInfiniteQuery('get', '/api/v1/submissions', { params: { query: asked } }, byCursor);
  const list = useListState<Submission>(query);
  const columns = useColumns();
  const filters = useFilters();
  const narrowed = search.q !== undefined || filters.some(({ id }) => search[id] !== undefined);
  return (
    <Page
      fill
      title={t('portal.title')}
      aside={<PageTotal total={list.total} />}
      toolbar={
        <FilterBar
          filters={filters}
          values={search}
          onChange={change}
          search={search.q}
          onSearch={(q) => change({ q })}
        >
          <ColumnMenu columns={columns} shown={search.columns} widths={search.widths} onChange={change} />
        </FilterBar>
      }
    >
      <DataTable
        label={t('portal.title')}
        list={list}
        columns={columns}
        {...arrangedBy(search, change)}
        nameOf={({ candidateName }) => candidateName}
        onOpen={({ searchId }) =>
          void navigate({ to: '/searches/$id', params: { id: searchId }, search: { tab: 'submissions' } })
        }
        summary={(submission) => (
          <>
            <Text fw={550} truncate>
              {format.names(submission.candidateName, submission.nativeName)[0]}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {[
                submission.organizationName,
                submission.level,
                t(`portal.state.${submission.state}`),
                submission.protectedUntil && format.day(submission.protectedUntil),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        )}
        empty={
          <ListEmpty
            of="portal"
            icon={IconSend}
            narrowed={narrowed}
            onClear={() => void navigate({ search: {} })}
            action={{ label: t('portal.emptyAction'), run: () => void navigate({ to: '/searches', search: {} }) }}
          />
        }
      />
    </Page>
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'state',
        label: t('portal.column.state'),
        kind: 'any-of',
        options: optionsOf(submissionStates, (word) => t(`portal.state.${word}`)),
      },
      {
        id: 'organizationId',
        label: t('portal.column.client'),
        kind: 'record',
        Picker: OrganizationPicker,
        Name: OrganizationName,
      },
      { id: 'searchId', label: t('portal.column.search'), kind: 'record', Picker: SearchPicker, Name: SearchName },
      { id: 'memberId', label: t('portal.column.by'), kind: 'record', Picker: UserPicker, Name: UserName },
      {
        id: 'level',
        label: t('portal.column.level'),
        kind: 'any-of',
        options: optionsOf(disclosureLevels, (word) => t(`portal.level.${word}`)),
      },
    ],
    [t],
  );
}

function useColumns(): readonly Column<Submission>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'candidate',
        header: t('portal.column.candidate'),
        width: 200,
        grow: true,
        fixed: true,
        cell: ({ candidateId, candidateName, nativeName, doNotContact, searchId }) => (
          <PersonCell
            id={candidateId}
            name={candidateName}
            ownName={nativeName}
            doNotContact={doNotContact}
            searchId={searchId}
          />
        ),
      },
      {
        id: 'client',
        header: t('portal.column.client'),
        width: 130,
        grow: true,
        cell: ({ organizationId, organizationName }) => (
          <Link to="/organizations/$id" params={{ id: organizationId }}>
            {organizationName}
          </Link>
        ),
      },
      {
        id: 'search',
        header: t('portal.column.search'),
        width: 164,
        grow: true,
        cell: ({ searchId, searchTitle }) => (
          <Link to="/searches/$id/board" params={{ id: searchId }}>
            {searchTitle}
          </Link>
        ),
      },
      {
        id: 'contact',
        header: t('portal.column.contact'),
        width: 140,
        hidden: true,
        cell: ({ contactName }) => contactName,
      },
      {
        id: 'level',
        header: t('portal.column.level'),
        width: 72,
        cell: ({ level }) => <span title={t(`portal.level.${level}`)}>{level}</span>,
      },
      {
        id: 'state',
        header: t('portal.column.state'),
        width: 150,
        cell: (submission) => <SubmissionState submission={submission} />,
      },
      {
        id: 'sent',
        header: t('portal.column.sent'),
        width: 140,
        sort: 'occurredAt',
        cell: ({ occurredAt }) => format.date(occurredAt),
      },
      {
        id: 'until',
        header: t('portal.column.until'),
        width: 140,
        sort: 'protectedUntil',
        cell: ({ protectedUntil }) => protectedUntil && format.day(protectedUntil),
      },
      {
        id: 'left',
        header: t('portal.column.left'),
        width: 104,
        numeric: true,
        cell: ({ daysLeft, state }) => (state === 'protected' && daysLeft !== null ? format.number(daysLeft) : ''),
      },
      { id: 'by', header: t('portal.column.by'), width: 140, hidden: true, cell: ({ memberName }) => memberName },
      {
        id: 'actions',
        header: '',
        width: 52,
        cell: (submission) => <SubmissionActions submission={submission} />,
      },
    ],
    [t, format],
  );
}
