import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { Panel } from '../ui/panel.js';

/** Invitations that nobody has accepted: a new link, or taken back. */
export function Invitations({ onSent }: { onSent: (sent: Schemas['SentInvitationView']) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/users/invitations',
    { params: { query: { limit: 50 } } },
    byCursor,
  );
  const list = useListState<Schemas['InvitationRow']>(query);
  const renew = async (id: string) => {
    const { data } = await api.POST('/api/v1/users/invitations/{id}/renewal', { params: { path: { id } } });
    await refresh(client, ['/users']);
    if (data) onSent(data);
  };
  const revoke = async (id: string) => {
    await api.DELETE('/api/v1/users/invitations/{id}', { params: { path: { id } } });
    await refresh(client, ['/users']);
  };
  return (
    <Panel title={t('settings.user.invitations')}>
      <ListPanel
        label={t('settings.user.invitations')}
        list={list}
        empty={<Text c="dimmed">{t('settings.user.none')}</Text>}
        columns={[
          { id: 'name', header: t('settings.user.name'), cell: ({ name, email }) => `${name} · ${email}` },
          { id: 'role', header: t('settings.user.role'), cell: ({ role }) => t(`app.role.${role}`) },
          { id: 'expires', header: t('settings.user.expires'), cell: ({ expiresAt }) => format.date(expiresAt) },
          {
            id: 'actions',
            header: '',
            cell: ({ id }) => (
              <Group gap={4} wrap="nowrap" justify="flex-end">
                <Button size="compact-xs" variant="subtle" onClick={() => void renew(id).catch(tell)}>
                  {t('settings.user.renew')}
                </Button>
                <Button size="compact-xs" variant="subtle" color="red" onClick={() => void revoke(id).catch(tell)}>
                  {t('settings.user.revoke')}
                </Button>
              </Group>
            ),
          },
        ]}
      />
    </Panel>
  );
}
