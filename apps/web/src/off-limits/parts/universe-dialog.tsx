import { Group, Modal, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { useWhy } from './use-why.js';

/** Who of the targets of a search is off-limits for it, and why. */
export function UniverseDialog({ searchId, onClose }: { searchId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWhy();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/searches/{id}/blocked-universe',
    { params: { path: { id: searchId }, query: { limit: 50 } } },
    byCursor,
  );
  const found = useListState<Schemas['BlockedPerson']>(query);
  const list = { ...found, rows: found.rows.map((person) => ({ ...person, id: person.candidateId })) };
  const figures = query.data?.pages[0];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('offLimits.universe.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {figures && (
        <Text c="dimmed" mb="sm">
          {t('offLimits.universe.hint', {
            blocked: format.number(figures.blocked),
            total: format.number(figures.total),
            warned: format.number(figures.warned),
          })}
        </Text>
      )}
      <ListPanel
        label={t('offLimits.universe.title')}
        list={list}
        least={300}
        empty={<EmptyState icon={IconLock} title={t('offLimits.universe.none')} />}
        columns={[
          {
            id: 'person',
            header: t('offLimits.universe.person'),
            cell: (row) => (
              <>
                <Link to="/candidates/$id" params={{ id: row.candidateId }} onClick={onClose}>
                  {format.names(row.candidateName, row.nativeName).filter(Boolean).join(' ')}
                </Link>
                <Text size="sm" c="dimmed">
                  {[row.currentTitle, row.currentOrganizationName].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          {
            id: 'why',
            header: t('offLimits.universe.why'),
            cell: ({ level, why }) => (
              <>
                <Group gap={4} wrap="nowrap">
                  {level === 'block' ? <IconLock size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
                  {t(`offLimits.level.${level}`)}
                </Group>
                {why.map((one) => (
                  <Text key={one.source + one.policyId} size="sm">
                    {words(one)}
                  </Text>
                ))}
              </>
            ),
          },
        ]}
      />
    </Modal>
  );
}
