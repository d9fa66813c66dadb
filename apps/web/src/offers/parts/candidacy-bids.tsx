import { Button, Group, Text } from '@mantine/core';
import { openOfferStates, type RivalOfferKind } from '@domain/offers/offer.js';
import { IconFileDollar, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { later } from '../../ui/later.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, type ListState, useListState } from '../../ui/list-state.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { OfferMenu } from '../offer-menu.js';
import { OfferStateBadge, RivalOfferStateBadge } from '../offer-state.js';
import { RivalOfferMenu } from '../rival-offer-menu.js';
import { useCandidacyOffers } from '../use-candidacy-offers.js';
import type { Offer, RivalOffer } from '../use-offers.js';

const OfferDialog = later(async () => (await import('../offer-dialog.js')).OfferDialog);
const RivalOfferDialog = later(async () => (await import('../rival-offer-dialog.js')).RivalOfferDialog);

const path = (candidacyId: string) => ({ params: { path: { id: candidacyId }, query: { limit: 100 } } });

/** The offers of a candidacy in versions, the bids against them, and what can be done with each. */
export function CandidacyBids({ candidacyId }: { candidacyId: string }) {
  return useMay()('offer.read') ? <Bids candidacyId={candidacyId} /> : null;
}

function Bids({ candidacyId }: { candidacyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<'offer' | RivalOfferKind>();
  const candidacy = $api.useQuery('get', '/api/v1/candidacies/{id}', { params: { path: { id: candidacyId } } });
  const offers = useCandidacyOffers(candidacyId);
  const rivals = useRivals(candidacyId);
  const { data: who } = candidacy;
  const error = (who ? undefined : candidacy.error) ?? offers.error ?? rivals.error;
  const retry = () => {
    void candidacy.refetch();
    offers.retry();
    rivals.retry();
  };
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!who || offers.loading || rivals.loading) return <LinesSkeleton lines={5} />;
  const mayAdd = may('offer.edit') && who.exitedAt === null && who.role === 'candidate';
  const hasOpen = offers.rows.some(({ state }) => openOfferStates.some((one) => one === state));
  const isEmpty = offers.rows.length === 0 && rivals.rows.length === 0;
  const { candidateId, candidateName: name, organizationId } = who;
  const whose = { candidacyId, candidateId, name, organizationId };
  const ask = (what: 'offer' | RivalOfferKind) => (
    <Button
      variant="light"
      size="compact-sm"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setAsking(what)}
    >
      {t(`offers.add.${what}`)}
    </Button>
  );
  return (
    <Panel
      title={t('offers.bids')}
      aside={
        mayAdd && (
          <Group gap={4}>
            {!hasOpen && !isEmpty && ask('offer')}
            {ask('counteroffer')}
            {ask('competing_offer')}
          </Group>
        )
      }
    >
      {isEmpty ? (
        <EmptyState
          icon={IconFileDollar}
          title={t('offers.none')}
          hint={t('offers.noneHint')}
          action={mayAdd ? { label: t('offers.add.offer'), run: () => setAsking('offer') } : undefined}
        />
      ) : (
        <>
          <Offers list={offers} />
          {rivals.rows.length > 0 && <Rivals list={rivals} offers={offers.rows} />}
        </>
      )}
      <Suspense>
        {asking === 'offer' ? (
          <OfferDialog whose={whose} onClose={() => setAsking(undefined)} />
        ) : (
          asking && <RivalOfferDialog whose={whose} kind={asking} onClose={() => setAsking(undefined)} />
        )}
      </Suspense>
    </Panel>
  );
}

/** The bids against them of both kinds, the latest step first. */
function useRivals(candidacyId: string): ListState<RivalOffer> {
  const asked = path(candidacyId);
  const counteroffers = useListState<RivalOffer>(
    $api.useInfiniteQuery('get', '/api/v1/candidacies/{id}/counteroffers', asked, byCursor),
  );
  const competing = useListState<RivalOffer>(
    $api.useInfiniteQuery('get', '/api/v1/candidacies/{id}/competing-offers', asked, byCursor),
  );
  const both = [counteroffers, competing];
  const rows = both.flatMap((list) => list.rows);
  return {
    rows: rows.toSorted((one, other) => Date.parse(other.steppedAt) - Date.parse(one.steppedAt)),
    total: undefined,
    loading: both.some(({ loading }) => loading),
    loadingMore: both.some(({ loadingMore }) => loadingMore),
    hasMore: both.some(({ hasMore }) => hasMore),
    cursor: null,
    error: counteroffers.error ?? competing.error,
    loadMore: () => both.forEach(({ loadMore }) => loadMore()),
    retry: () => both.forEach(({ retry }) => retry()),
  };
}

function Offers({ list }: { list: ListState<Offer> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ListPanel
      label={t('offers.ours')}
      list={list}
      least={720}
      empty={<Text c="dimmed">{t('offers.none')}</Text>}
      columns={[
        {
          id: 'number',
          header: t('offers.column.number'),
          cell: ({ id, number }) => (
            <Link to="/offers/$id" params={{ id }}>
              {t('offers.version', { number })}
            </Link>
          ),
        },
        { id: 'state', header: t('offers.column.state'), cell: (offer) => <State offer={offer} /> },
        {
          id: 'cash',
          header: t('offers.column.cash'),
          cell: ({ annualCash }) => (annualCash ? format.money(annualCash) : t('ui.none')),
        },
        {
          id: 'expires',
          header: t('offers.column.expires'),
          cell: ({ expiresOn }) => (expiresOn ? format.day(expiresOn) : t('ui.none')),
        },
        {
          id: 'starts',
          header: t('offers.column.starts'),
          cell: ({ startsOn, startedOn }) => {
            const day = startedOn ?? startsOn;
            return day ? format.day(day) : t('ui.none');
          },
        },
        { id: 'days', header: t('offers.column.days'), cell: (offer) => <Days offer={offer} /> },
        { id: 'actions', header: '', cell: (offer) => <OfferMenu offer={offer} /> },
      ]}
    />
  );
}

function State({ offer: { state, reasons } }: { offer: Pick<Offer, 'state' | 'reasons'> }) {
  return (
    <>
      <OfferStateBadge state={state} />
      <Reasons reasons={reasons} />
    </>
  );
}

/** What decided. */
function Reasons({ reasons }: Pick<Offer, 'reasons'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reasons.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {format.list(reasons.map((one) => t(`words.decisionReason.${one}`)))}
    </Text>
  );
}

/** The days around an offer: approved by the client, resigned, confirmed, last day. */
function Days({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { approvedBy, approvedOn, resignedOn, resignationConfirmedOn, lastDayOn } = offer;
  const days = [
    approvedBy && approvedOn && t('offers.approved', { name: approvedBy, day: format.day(approvedOn) }),
    resignedOn && `${t('offers.field.resignedOn')}: ${format.day(resignedOn)}`,
    resignationConfirmedOn && `${t('offers.field.resignationConfirmedOn')}: ${format.day(resignationConfirmedOn)}`,
    lastDayOn && `${t('offers.field.lastDayOn')}: ${format.day(lastDayOn)}`,
  ].filter(Boolean);
  return days.length === 0 ? (
    t('ui.none')
  ) : (
    <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
      {days.join('\n')}
    </Text>
  );
}

function Rivals({ list, offers }: { list: ListState<RivalOffer>; offers: readonly Offer[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ListPanel
      label={t('offers.rivals')}
      list={list}
      least={720}
      empty={<Text c="dimmed">{t('offers.none')}</Text>}
      columns={[
        { id: 'kind', header: t('offers.column.kind'), cell: ({ kind }) => t(`words.rivalOfferKind.${kind}`) },
        {
          id: 'bidder',
          header: t('offers.column.bidder'),
          cell: ({ organizationId, organizationName }) =>
            organizationId ? (
              <Link to="/organizations/$id" params={{ id: organizationId }}>
                {organizationName}
              </Link>
            ) : (
              t('ui.none')
            ),
        },
        {
          id: 'state',
          header: t('offers.column.state'),
          cell: ({ state, reasons }) => (
            <>
              <RivalOfferStateBadge state={state} />
              <Reasons reasons={reasons} />
            </>
          ),
        },
        {
          id: 'cash',
          header: t('offers.column.cash'),
          cell: ({ annualCash }) => (annualCash ? format.money(annualCash) : t('ui.none')),
        },
        {
          id: 'starts',
          header: t('offers.column.starts'),
          cell: ({ startsOn }) => (startsOn ? format.day(startsOn) : t('ui.none')),
        },
        {
          id: 'answer',
          header: t('offers.column.answer'),
          cell: ({ answerOfferId }) => {
            const answer = offers.find(({ id }) => id === answerOfferId);
            return answer ? t('offers.version', { number: answer.number }) : t('ui.none');
          },
        },
        { id: 'actions', header: '', cell: (rival) => <RivalOfferMenu rival={rival} offers={offers} /> },
      ]}
    />
  );
}
