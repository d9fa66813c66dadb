import { ActionIcon, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { Panel } from '../../ui/panel.js';
import { Policies } from './policies.js';
import { offLimitsStale } from './stale.js';

type Override = Schemas['OffLimitsOverrideRow'];

/** All policies of the agency, and the blocks that somebody set aside. */
export function OffLimitsSettings() {
  return (
    <>
      <Policies />
      <Overrides />
    </>
  );
}

function Overrides() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/off-limits/overrides',
    { params: { query: { limit: 50, ended: false } } },
    byCursor,
  );
  const list = useListState<Override>(query);
  const end = useChange<Override, unknown>({
    send: ({ id }, key) =>
      api.POST('/api/v1/off-limits/overrides/{id}/ending', {
        params: { path: { id } },
        headers: { 'Idempotency-Key': key },
      }),
    stale: offLimitsStale,
    said: () => ({ title: t('offLimits.override.ended') }),
  });
  return (
    <Panel title={t('offLimits.override.list')}>
      <ListPanel
        label={t('offLimits.override.list')}
        list={list}
        least={640}
        empty={<Text c="dimmed">{t('offLimits.override.none')}</Text>}
        columns={[
          {
            id: 'person',
            header: t('offLimits.policy.person'),
            cell: ({ candidateId, candidateName, reason }) => (
              <>
                <Link to="/candidates/$id" params={{ id: candidateId }}>
                  {candidateName}
                </Link>
                <Text size="sm" c="dimmed">
                  {reason}
                </Text>
              </>
            ),
          },
          {
            id: 'scope',
            header: t('offLimits.override.scope'),
            cell: ({ searchTitle }) => searchTitle ?? t('offLimits.override.everywhere'),
          },
          { id: 'by', header: t('offLimits.override.by'), cell: ({ memberName }) => memberName },
          { id: 'on', header: t('offLimits.override.on'), cell: ({ givenOn }) => format.day(givenOn) },
          {
            id: 'actions',
            header: t('offLimits.policy.actions'),
            cell: (override) =>
              may('off-limits.override') && (
                <ActionIcon
                  aria-label={t('offLimits.override.end', { name: override.candidateName })}
                  onClick={() => void end(override).catch(() => {})}
                >
                  <IconArrowBackUp size={15} aria-hidden />
                </ActionIcon>
              ),
          },
        ]}
      />
    </Panel>
  );
}
