import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { eventName, eventWords } from '../app/event-words.js';
import { useFormat } from '../app/format.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { Panel } from '../ui/panel.js';

/** Everything that happened in the agency, the latest first. */
export function AuditPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = $api.useInfiniteQuery('get', '/api/v1/events', { params: { query: { limit: 50 } } }, byCursor);
  const list = useListState<Schemas['EventRow']>(query);
  return (
    <Panel title={t('settings.part.audit')}>
      <ListPanel
        label={t('settings.part.audit')}
        list={list}
        empty={<EmptyState icon={IconHistory} title={t('settings.audit.none')} />}
        columns={[
          { id: 'at', header: t('settings.audit.at'), cell: ({ at }) => format.dateTime(at) },
          { id: 'what', header: t('settings.audit.what'), cell: ({ type }) => eventName(type) },
          {
            id: 'who',
            header: t('settings.audit.who'),
            cell: ({ actorName, actorKind }) => actorName ?? t(`words.actorKind.${actorKind}`),
          },
          {
            id: 'details',
            header: t('settings.audit.details'),
            cell: ({ data }) => (
              <Text size="sm" lineClamp={2}>
                {eventWords(data, format).join(' · ')}
              </Text>
            ),
          },
        ]}
      />
    </Panel>
  );
}
