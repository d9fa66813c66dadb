import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconLock, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { refresh } from '../../app/freshness.js';
import { useFormat } from '../../app/format.js';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { later } from '../../ui/later.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { Panel } from '../../ui/panel.js';
import { offLimitsStale } from './stale.js';

const PolicyDialog = later(async () => (await import('./policy-dialog.js')).PolicyDialog);

type Policy = Schemas['OffLimitsPolicyRow'];

const flip = (id: string, ended: boolean) => {
  const params = { path: { id } };
  return ended
    ? api.POST('/api/v1/off-limits-policies/{id}/ending', { params })
    : api.DELETE('/api/v1/off-limits-policies/{id}/ending', { params });
};

/** The policies of the agency, or those on one organization: made by hand and those that follow from searches and placements. */
export function Policies({ organizationId }: { organizationId?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState<Policy | 'new'>();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/off-limits-policies',
    { params: { query: { limit: 50, ...(organizationId && { organizationId }) } } },
    byCursor,
  );
  const list = useListState<Policy>(query);
  const end = useChange<{ policy: Policy; ended: boolean }, unknown>({
    send: ({ policy, ended }) => flip(policy.id, ended),
    stale: offLimitsStale,
    said: ({ policy, ended }) => ({
      title: t(ended ? 'offLimits.policy.ended' : 'offLimits.policy.restored'),
      undo: async () => {
        await flip(policy.id, !ended);
        await refresh(queryClient, offLimitsStale);
      },
    }),
  });
  const editable = may('off-limits.edit');
  const add = { label: t('offLimits.policy.new'), run: () => setOpen('new') };
  const nameOf = ({ organizationName, candidateName }: Policy) => candidateName ?? organizationName ?? '';
  const until = ({ endsOn, whileThere, endedAt }: Policy) => {
    if (endedAt) return format.date(endedAt);
    if (endsOn === null) return t('offLimits.open');
    return whileThere ? t('offLimits.atLeast', { day: format.day(endsOn) }) : format.day(endsOn);
  };
  const subject = {
    id: 'on',
    header: t('offLimits.policy.on'),
    cell: (policy: Policy) => (
      <>
        {policy.candidateId ? (
          <Link to="/candidates/$id" params={{ id: policy.candidateId }}>
            {policy.candidateName}
          </Link>
        ) : (
          policy.organizationId &&
          policy.organizationId !== organizationId && (
            <Link to="/organizations/$id" params={{ id: policy.organizationId }}>
              {policy.organizationName}
            </Link>
          )
        )}
        {policy.covers.length > 0 && policy.source !== 'placement' && (
          <Text size={organizationId ? undefined : 'sm'} c={organizationId ? undefined : 'dimmed'}>
            {policy.covers.map((cover) => t(`offLimits.cover.${cover}`)).join(' · ')}
          </Text>
        )}
      </>
    ),
  };
  return (
    <Panel
      title={t('offLimits.title')}
      aside={
        editable && (
          <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('offLimits.hint')}
      </Text>
      <ListPanel
        label={t('offLimits.title')}
        list={list}
        least={organizationId ? 640 : 760}
        empty={
          <EmptyState
            icon={IconLock}
            title={organizationId ? t('offLimits.policy.noneHere') : t('offLimits.policy.none')}
            {...(!organizationId && { hint: t('offLimits.policy.noneHint') })}
            action={editable ? add : undefined}
          />
        }
        columns={[
          ...(organizationId ? [{ ...subject, header: t('offLimits.policy.covers') }] : [subject]),
          {
            id: 'level',
            header: t('offLimits.policy.level'),
            cell: ({ level, state }) => (
              <Group gap={4} wrap="nowrap" style={{ whiteSpace: 'nowrap' }}>
                {level === 'block' ? <IconLock size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
                {state === 'active'
                  ? t(`offLimits.level.${level}`)
                  : `${t(`offLimits.level.${level}`)} · ${t(`offLimits.state.${state}`)}`}
              </Group>
            ),
          },
          {
            id: 'reason',
            header: t('offLimits.policy.reason'),
            cell: ({ reason, note }) => (
              <>
                {t(`offLimits.reason.${reason}`)}
                {note && (
                  <Text size="sm" c="dimmed">
                    {note}
                  </Text>
                )}
              </>
            ),
          },
          {
            id: 'from',
            header: t('offLimits.policy.startsOn'),
            cell: ({ startsOn }) => <span style={{ whiteSpace: 'nowrap' }}>{format.day(startsOn)}</span>,
          },
          { id: 'until', header: t('offLimits.policy.endsOn'), cell: until },
          {
            id: 'source',
            header: t('offLimits.policy.source'),
            cell: ({ source, searchId, searchTitle, createdByName }) => (
              <>
                {t(`offLimits.source.${source}`)}
                <Text size="sm" c="dimmed">
                  {searchId ? (
                    <Link to="/searches/$id" params={{ id: searchId }}>
                      {searchTitle}
                    </Link>
                  ) : (
                    createdByName
                  )}
                </Text>
              </>
            ),
          },
          {
            id: 'actions',
            header: t('offLimits.policy.actions'),
            cell: (policy) =>
              editable &&
              policy.source === 'made' && (
                <Group gap={2} wrap="nowrap">
                  {policy.endedAt === null ? (
                    <>
                      <ActionIcon
                        aria-label={t('offLimits.policy.edit', { name: nameOf(policy) })}
                        onClick={() => setOpen(policy)}
                      >
                        <IconPencil size={15} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('offLimits.policy.end', { name: nameOf(policy) })}
                        onClick={() => void end({ policy, ended: true }).catch(() => {})}
                      >
                        <IconX size={15} aria-hidden />
                      </ActionIcon>
                    </>
                  ) : (
                    <ActionIcon
                      aria-label={t('offLimits.policy.restore', { name: nameOf(policy) })}
                      onClick={() => void end({ policy, ended: false }).catch(() => {})}
                    >
                      <IconArrowBackUp size={15} aria-hidden />
                    </ActionIcon>
                  )}
                </Group>
              ),
          },
        ]}
      />
      <Suspense>
        {open && (
          <PolicyDialog
            policy={open === 'new' ? undefined : open}
            organizationId={organizationId}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
