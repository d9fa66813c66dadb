import { Box, Group, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { MoreBelow } from '../../ui/more-below.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Timeline } from '../../ui/timeline.js';
import { AttemptMenu } from '../attempt-menu.js';
import type { Attempt } from '../use-attempt.js';
import { AttemptBadge } from './attempt-badge.js';
import { AttemptConflict } from './attempt-conflict.js';

type Happening = Schemas['AttemptHappening'];

/** Every try to win a person, with what happened in each. */
export function CandidateAttempts({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/poaching-attempts',
    { params: { query: { candidateId, limit: 20 } } },
    byCursor,
  );
  const list = useListState<Attempt>(query);
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.loading) return <LinesSkeleton lines={6} />;
  if (list.rows.length === 0) {
    return <EmptyState icon={IconTargetArrow} title={t('poaching.none')} hint={t('poaching.noneHint')} />;
  }
  return (
    <>
      <AttemptConflict candidateId={candidateId} />
      {list.rows.map((attempt) => (
        <Box key={attempt.id} mb="md">
          <One attempt={attempt} />
        </Box>
      ))}
      <MoreBelow list={list} />
    </>
  );
}

function One({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { employerName, searchId, searchTitle, ownerName, hook, objections, motives, asked, notNowUntil } = attempt;
  const facts = [
    hook && `${t('poaching.hook')}: ${t(`words.hook.${hook}`)}`,
    objections.length > 0 &&
      `${t('poaching.objections')}: ${format.list(objections.map((one) => t(`words.objection.${one}`)))}`,
    motives.length > 0 && `${t('poaching.motives')}: ${format.list(motives.map((one) => t(`words.hook.${one}`)))}`,
    asked && `${t('poaching.asked')}: ${format.money(asked)}`,
    notNowUntil && t('poaching.nextAgain', { day: format.day(notNowUntil) }),
  ].filter(Boolean);
  return (
    <Panel
      title={searchTitle ?? t('poaching.speculative')}
      aside={
        <Group gap={4} wrap="nowrap">
          <AttemptBadge state={attempt.state} />
          <AttemptMenu attempt={attempt} />
        </Group>
      }
    >
      <Text size="sm" c="dimmed">
        {[ownerName, employerName && t('poaching.from', { employer: employerName })].filter(Boolean).join(' · ')}{' '}
        {searchId && (
          <Link to="/searches/$id/board" params={{ id: searchId }}>
            {searchTitle}
          </Link>
        )}
      </Text>
      {facts.map((fact) => (
        <Text key={String(fact)} size="sm">
          {fact}
        </Text>
      ))}
      <History id={attempt.id} />
    </Panel>
  );
}

function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/poaching-attempts/{id}/history', {
    params: { path: { id } },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={2} />;
  if (data.items.length === 0) return <Text size="sm">{t('poaching.noHistory')}</Text>;
  return (
    <Timeline
      title={t('poaching.history')}
      entries={data.items.map((happening) => ({
        id: happening.id,
        at: happening.occurredAt,
        icon: <IconTargetArrow size={15} />,
        title: (
          <>
            <strong>{outcomeOf(happening)}</strong>{' '}
            <Text span size="sm" c="dimmed">
              {[happening.channel && t(`words.channel.${happening.channel}`), happening.memberName]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        ),
        body: happening.text ? <Text style={{ whiteSpace: 'pre-wrap' }}>{happening.text}</Text> : undefined,
        voidedBy: happening.voidedAt ? t('poaching.undone') : undefined,
      }))}
    />
  );
}

function outcomeOf({ kind, outcome }: Happening): string {
  const space = kind === 'contact' ? 'outcome' : 'attemptState';
  return outcome === null
    ? String(i18next.t('poaching.details'))
    : String(i18next.t(`words.${space}.${outcome}` as 'words.outcome.talked'));
}
