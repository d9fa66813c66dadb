import { Badge, Button, Group, Text } from '@mantine/core';
import { addDays } from '@domain/day.js';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { useMay, useMe } from '../app/session.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';
import { later } from '../ui/later.js';
import { Rows } from './home-section.js';

type Card = Schemas['CandidacyRow'];
type Placement = Schemas['PlacementRow'];

const ContactLogForm = later(async () => (await import('../poaching/parts/contact-log-form.js')).ContactLogForm);
const NextActionDialog = later(
  async () => (await import('../candidacies/parts/next-action-dialog.js')).NextActionDialog,
);

const most = 8;
/** After so many days without an answer of the client somebody is shown. */
const patience = 3;
const expiryDays = 7;
const guaranteeDays = 30;
const dayMs = 86_400_000;
const today = () => new Date().toLocaleDateString('sv');

/** Next actions of one's own candidacies that are due. */
export function DueActions() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const now = today();
  const query = $api.useQuery('get', '/api/v1/candidacies', {
    params: { query: { ownerId: me.id, nextActionOnTo: now, exited: false, limit: most } },
  });
  return (
    <Rows id="due" title={t('home.due')} query={query}>
      {(card: Card) => (
        <>
          <Person
            id={card.candidateId}
            name={card.candidateName}
            about={[card.nextAction, card.stageName]}
            searchId={card.searchId}
          />
          <Group gap="xs">
            {card.nextActionOn && (
              <Badge color={card.nextActionOn < now ? 'red' : 'yellow'}>
                {card.nextActionOn < now
                  ? `${t('tasks.overdue')} · ${format.day(card.nextActionOn)}`
                  : format.day(card.nextActionOn)}
              </Badge>
            )}
            <CardActions card={card} />
          </Group>
        </>
      )}
    </Rows>
  );
}

/** People whom the client has and says nothing about. */
export function WaitingForClient() {
  const { t } = useTranslation();
  const me = useMe();
  const [now] = useState(() => Date.now());
  const query = $api.useQuery('get', '/api/v1/candidacies', {
    params: {
      query: {
        ownerId: me.id,
        group: 'presented',
        exited: false,
        enteredStageAtTo: new Date(now - patience * dayMs).toISOString(),
        sort: 'enteredStageAt',
        limit: most,
      },
    },
  });
  return (
    <Rows id="waiting" title={t('home.waiting')} query={query}>
      {(card: Card) => (
        <>
          <Person
            id={card.candidateId}
            name={card.candidateName}
            about={[card.stageName, card.nextAction]}
            searchId={card.searchId}
          />
          <Group gap="xs">
            <Badge color="yellow" tt="none">
              {t('home.waitingDays', { count: Math.floor((now - Date.parse(card.enteredStageAt)) / dayMs) })}
            </Badge>
            <CardActions card={card} />
          </Group>
        </>
      )}
    </Rows>
  );
}

/** Offers that are out and must be answered within a week. */
export function ExpiringOffers() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = $api.useQuery('get', '/api/v1/offers', {
    params: { query: { state: 'extended', expiresOnTo: addDays(today(), expiryDays), limit: most } },
  });
  return (
    <Rows id="expiring" title={t('home.expiring')} query={query}>
      {(row: Schemas['OfferRow']) => (
        <>
          <Person
            id={row.candidateId}
            name={row.candidateName}
            searchId={row.searchId}
            about={[row.organizationName, row.expiresOn && t('home.answerBy', { day: format.day(row.expiresOn) })]}
          />
          <Group gap="xs">
            <Link to="/candidacies/$id/compare" params={{ id: row.candidacyId }}>
              {t('home.compare')}
            </Link>
            <LogContact candidateId={row.candidateId} name={row.candidateName} searchId={row.searchId} />
          </Group>
        </>
      )}
    </Rows>
  );
}

/** People who accepted and have not started: those who are talked out of it are lost here. */
export function Starting() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = today();
  const query = $api.useQuery('get', '/api/v1/placements', {
    params: { query: { state: 'awaiting_start', sort: 'startsOn', limit: most } },
  });
  const start = useChange<Placement, unknown>({
    send: ({ id, startsOn }, key) =>
      api.POST('/api/v1/placements/{id}/start', {
        params: { path: { id } },
        body: { startedOn: startsOn },
        headers: { 'Idempotency-Key': key },
      }),
    stale: ['/placements', '/candidacies', '/searches'],
    said: ({ candidateName }) => ({ title: t('home.startedFor', { name: candidateName }) }),
  });
  return (
    <Rows id="starting" title={t('home.starting')} query={query}>
      {(row: Placement) => (
        <>
          <Person
            id={row.candidateId}
            name={row.candidateName}
            searchId={row.searchId}
            about={[row.organizationName, t('home.startsOn', { day: format.day(row.startsOn) })]}
          />
          <Group gap="xs">
            {row.startsOn <= now && may('placement.edit') && (
              <Button size="compact-xs" variant="light" onClick={() => void start(row).catch(() => {})}>
                {t('home.started')}
              </Button>
            )}
            <LogContact candidateId={row.candidateId} name={row.candidateName} searchId={row.searchId} />
          </Group>
        </>
      )}
    </Rows>
  );
}

/** Guarantees that end within a month. */
export function Guarantees() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const now = today();
  const query = $api.useQuery('get', '/api/v1/placements', {
    params: { query: { state: 'started', guaranteeUntilTo: addDays(now, guaranteeDays), limit: most } },
  });
  const pass = useChange<Placement, unknown>({
    send: ({ id }, key) =>
      api.POST('/api/v1/placements/{id}/guarantee-passing', {
        params: { path: { id } },
        headers: { 'Idempotency-Key': key },
      }),
    stale: ['/placements', '/candidacies'],
    said: () => ({ title: t('home.passed') }),
  });
  return (
    <Rows id="guarantees" title={t('home.guaranteeEnds')} query={query}>
      {(row: Placement) => (
        <>
          <Person
            id={row.candidateId}
            name={row.candidateName}
            searchId={row.searchId}
            about={[
              row.organizationName,
              row.guaranteeUntil && t('home.guarantee', { day: format.day(row.guaranteeUntil) }),
            ]}
          />
          <Group gap="xs">
            {row.guaranteeUntil !== null && row.guaranteeUntil < now && may('placement.edit') && (
              <Button size="compact-xs" variant="light" onClick={() => void pass(row).catch(() => {})}>
                {t('home.passed')}
              </Button>
            )}
            <LogContact candidateId={row.candidateId} name={row.candidateName} searchId={row.searchId} />
          </Group>
        </>
      )}
    </Rows>
  );
}

type PersonProps = { id: string; name: string; about: readonly (string | null)[]; searchId: string };

function Person({ id, name, about, searchId }: PersonProps) {
  return (
    <span>
      <Link to="/candidates/$id" params={{ id }}>
        {name}
      </Link>{' '}
      <Text span size="sm" c="dimmed">
        {about.filter(Boolean).join(' · ')}
      </Text>{' '}
      <OffLimitsMark candidateId={id} searchId={searchId} />
    </span>
  );
}

function CardActions({ card }: { card: Card }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <>
      {may('candidacy.move') && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('home.nextFor', { name: card.candidateName })}
          onClick={() => setOpen(true)}
        >
          {t('home.next')}
        </Button>
      )}
      <LogContact candidateId={card.candidateId} name={card.candidateName} searchId={card.searchId} />
      <Suspense>{open && <NextActionDialog card={card} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

function LogContact({ candidateId, name, searchId }: { candidateId: string; name: string; searchId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('contact-log.write')) return null;
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-label={t('home.logFor', { name })} onClick={() => setOpen(true)}>
        {t('home.log')}
      </Button>
      <Suspense>
        {open && <ContactLogForm {...{ candidateId, name, searchId }} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
