import { SimpleGrid, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useMay, useMe } from '../app/session.js';
import { TaskList } from '../tasks/parts/task-list.js';
import { LinesSkeleton, Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { Calls } from './calls.js';
import { Rows, Section } from './home-section.js';
import { PinnedViews } from './pinned-views.js';
import { DueActions, ExpiringOffers, Guarantees, Starting, WaitingForClient } from './pipeline.js';
import classes from './home-page.module.css';

const most = 8;
/** A part that is slow is waited for no longer: the others are shown. */
const longestWaitMs = 2_000;

/** The day: whom to call, what is due, who waits, the searches one works on. */
export function HomePage() {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const answered = useFirstAnswers();
  return (
    <Page title={t('home.hello', { name: me.name })}>
      {!answered && <DaySkeleton />}
      <div className={classes.column} data-waiting={!answered || undefined}>
        {may('contact-log.write') && <Calls />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <div className={classes.column}>
            <Section id="tasks" title={t('tasks.mine')}>
              <TaskList kinds={['call', 'message', 'notice', 'other']} most={most} />
            </Section>
            <Section id="followUps" title={t('home.followUps')}>
              <TaskList kinds={['follow_up']} most={most} quiet />
            </Section>
            <Section id="interviews" title={t('home.interviews')}>
              <TaskList kinds={['interview']} due="today" most={most} quiet />
            </Section>
            {may('candidacy.read') && <DueActions />}
          </div>
          <div className={classes.column}>
            {may('candidacy.read') && <WaitingForClient />}
            {may('offer.read') && <ExpiringOffers />}
            {may('placement.read') && <Starting />}
            {may('placement.read') && <Guarantees />}
            {may('search.read') && <MySearches />}
            <PinnedViews />
            {may('contact-log.read') && <RecentContacts />}
          </div>
        </SimpleGrid>
      </div>
    </Page>
  );
}

/** True once every part was answered for the first time: they appear together, so that none pushes another away. */
function useFirstAnswers(): boolean {
  const client = useQueryClient();
  const [answered, setAnswered] = useState(false);
  useEffect(() => {
    const look = () => {
      const open = client.isFetching({
        predicate: ({ state }) => state.data === undefined && state.fetchFailureCount === 0,
      });
      if (open === 0) setAnswered(true);
    };
    look();
    const patience = setTimeout(() => setAnswered(true), longestWaitMs);
    const stop = client.getQueryCache().subscribe(look);
    return () => {
      clearTimeout(patience);
      stop();
    };
  }, [client]);
  return answered;
}

function DaySkeleton() {
  const parts = [4, 3, 3, 4, 2, 3];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      {parts.map((lines, index) => (
        <Panel key={index}>
          <LinesSkeleton lines={lines} />
        </Panel>
      ))}
    </SimpleGrid>
  );
}

function MySearches() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const query = $api.useQuery('get', '/api/v1/searches', {
    params: { query: { memberId: me.id, state: 'open', limit: most, sort: '-updatedAt' } },
  });
  return (
    <Rows id="searches" title={t('home.searches')} empty={t('home.noSearches')} query={query}>
      {(row: Schemas['SearchRow']) => (
        <>
          <span>
            <Link to="/searches/$id/board" params={{ id: row.id }}>
              {row.title}
            </Link>{' '}
            <Text span size="sm" c="dimmed">
              {row.organizationName}
            </Text>
          </span>
          <Text size="sm" c="dimmed">
            {t('home.people', { count: row.candidateCount, formatted: format.number(row.candidateCount) })}
          </Text>
        </>
      )}
    </Rows>
  );
}

function RecentContacts() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const query = $api.useQuery('get', '/api/v1/contact-log', {
    params: { query: { memberId: me.id, voided: false, limit: most } },
  });
  return (
    <Rows id="recent" title={t('home.recent')} empty={t('home.noRecent')} query={query} closed>
      {(row: Schemas['ContactLogRow']) => (
        <>
          <span>
            {row.candidateId ? (
              <Link to="/candidates/$id" params={{ id: row.candidateId }}>
                {row.candidateName}
              </Link>
            ) : (
              row.contactName
            )}{' '}
            <Text span size="sm" c="dimmed">
              {[t(`words.channel.${row.channel}`), t(`words.outcome.${row.outcome}`)].join(' · ')}
            </Text>
          </span>
          <Text size="sm" c="dimmed">
            {format.date(row.occurredAt)}
          </Text>
        </>
      )}
    </Rows>
  );
}
