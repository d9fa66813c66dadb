import { Button, Text } from '@mantine/core';
import { offerStates } from '@domain/offers/offer.js';
import { IconFileDollar, IconReceipt } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type QueryOf } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { apiQuery, type ListSearch } from '../app/list-search.js';
import { lastSearch } from '../app/sections.js';
import { useMay } from '../app/session.js';
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
import { OfferMenu } from './offer-menu.js';
import { OfferStateBadge } from './offer-state.js';
import type { Offer } from './use-offers.js';

const route = getRouteApi('/signed-in/offers');

/** Every offer of every client: how it stands, what it pays, and until when it can be accepted. */
export function OffersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<ListSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...patch }), replace: true });
  const { q: _q, ...asked } = search;
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/offers',
    { params: { query: apiQuery<QueryOf<'getOffers'>>(asked, { limit: 50, total: true }) } },
    byCursor,
  );
  const list = useListState<Offer>(query);
  const columns = useColumns();
  const filters = useFilters();
  const may = useMay();
  const narrowed = search['candidateId'] !== undefined || filters.some(({ id }) => search[id] !== undefined);
  return (
    <Page
      fill
      title={t('offers.page')}
      aside={<PageTotal total={list.total} />}
      actions={may('search.read-fee') && <ToFees />}
      toolbar={
        <FilterBar filters={filters} values={search} onChange={change}>
          <ColumnMenu columns={columns} shown={search.columns} widths={search.widths} onChange={change} />
        </FilterBar>
      }
    >
      <DataTable
        label={t('offers.page')}
        list={list}
        columns={columns}
        {...arrangedBy(search, change)}
        nameOf={({ candidateName }) => candidateName}
        onOpen={({ id }) => void navigate({ to: '/offers/$id', params: { id } })}
        summary={(offer) => (
          <>
            <Text fw={550} truncate>
              {format.names(offer.candidateName, offer.nativeName)[0]}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {[
                t(`words.offerState.${offer.state}`),
                offer.organizationName,
                offer.annualCash && format.moneyShort(offer.annualCash),
                offer.expiresOn && format.day(offer.expiresOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        )}
        empty={
          <ListEmpty
            of="offers"
            icon={IconFileDollar}
            narrowed={narrowed}
            onClear={() => void navigate({ search: {} })}
            action={{ label: t('offers.emptyAction'), run: () => void navigate({ to: '/searches', search: {} }) }}
          />
        }
      />
    </Page>
  );
}

function ToFees() {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      leftSection={<IconReceipt size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/fees" search={() => lastSearch('/fees')} {...props} />}
    >
      {t('fees.page')}
    </Button>
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'open',
        label: t('offers.column.open'),
        kind: 'one-of',
        options: optionsOf(['true', 'false'], (word) => t(`offers.open.${word}`)),
      },
      {
        id: 'state',
        label: t('offers.column.state'),
        kind: 'any-of',
        options: optionsOf(offerStates, (word) => t(`words.offerState.${word}`)),
      },
      { id: 'searchId', label: t('offers.column.search'), kind: 'record', Picker: SearchPicker, Name: SearchName },
      {
        id: 'organizationId',
        label: t('offers.column.client'),
        kind: 'record',
        Picker: OrganizationPicker,
        Name: OrganizationName,
      },
      { id: 'memberId', label: t('offers.column.by'), kind: 'record', Picker: UserPicker, Name: UserName },
    ],
    [t],
  );
}

function useColumns(): readonly Column<Offer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('offers.column.person'),
        width: 200,
        grow: true,
        fixed: true,
        cell: ({ candidateId, candidateName, nativeName, searchId }) => (
          <PersonCell id={candidateId} name={candidateName} ownName={nativeName} searchId={searchId} />
        ),
      },
      {
        id: 'client',
        header: t('offers.column.client'),
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
        header: t('offers.column.search'),
        width: 164,
        grow: true,
        cell: ({ searchId, searchTitle }) => (
          <Link to="/searches/$id/board" params={{ id: searchId }}>
            {searchTitle}
          </Link>
        ),
      },
      {
        id: 'number',
        header: t('offers.column.number'),
        width: 84,
        numeric: true,
        cell: ({ number }) => format.number(number),
      },
      {
        id: 'state',
        header: t('offers.column.state'),
        width: 150,
        cell: ({ state }) => <OfferStateBadge state={state} />,
      },
      {
        id: 'cash',
        header: t('offers.column.cash'),
        width: 130,
        numeric: true,
        cell: ({ annualCash }) => annualCash && format.money(annualCash),
      },
      {
        id: 'expires',
        header: t('offers.column.expires'),
        width: 130,
        cell: ({ expiresOn }) => expiresOn && format.day(expiresOn),
      },
      {
        id: 'starts',
        header: t('offers.column.starts'),
        width: 130,
        hidden: true,
        cell: ({ startsOn }) => startsOn && format.day(startsOn),
      },
      {
        id: 'stepped',
        header: t('offers.column.stepped'),
        width: 130,
        sort: 'steppedAt',
        cell: ({ steppedAt }) => format.date(steppedAt),
      },
      { id: 'by', header: t('offers.column.by'), width: 140, hidden: true, cell: ({ memberName }) => memberName },
      { id: 'actions', header: '', width: 60, cell: (offer) => <OfferMenu offer={offer} /> },
    ],
    [t, format],
  );
}
