import { Badge, Button, Code, CopyButton, Group, Modal, Text } from '@mantine/core';
import { clientRoles, roles, type Role } from '@domain/access/roles.js';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { queryClient } from '../app/query-client.js';
import { useMay, useMe } from '../app/session.js';
import { OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Field, FieldValue } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';
import { Panel } from '../ui/panel.js';
import { Invitations } from './invitations.js';

type User = Schemas['UserRow'];
type Sent = Pick<Schemas['SentInvitationView'], 'name' | 'link' | 'expiresAt'>;

/** Who works here and who looks in from a client: roles, invitations, suspension. */
export function UsersPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const me = useMe();
  const client = useQueryClient();
  const fieldsOf = useUserFields();
  const [open, setOpen] = useState<User | 'invite'>();
  const [sent, setSent] = useState<Sent>();
  const query = $api.useInfiniteQuery('get', '/api/v1/users', { params: { query: { limit: 100 } } }, byCursor);
  const list = useListState<User>(query);
  const manage = may('user.manage');
  const suspend = useSuspend();
  const close = () => setOpen(undefined);
  return (
    <>
      <Panel
        title={t('settings.part.users')}
        aside={
          manage && (
            <Button
              size="compact-sm"
              leftSection={<IconUserPlus size={15} aria-hidden />}
              onClick={() => setOpen('invite')}
            >
              {t('settings.user.invite')}
            </Button>
          )
        }
      >
        <ListPanel
          label={t('settings.part.users')}
          list={list}
          empty={<EmptyState icon={IconUsers} title={t('settings.user.noUsers')} />}
          columns={[
            {
              id: 'name',
              header: t('settings.user.name'),
              cell: (user) => (
                <>
                  <Text fw={550}>{user.name}</Text>
                  <Text size="sm" c="dimmed">
                    {user.email}
                  </Text>
                </>
              ),
            },
            {
              id: 'role',
              header: t('settings.user.role'),
              cell: ({ role, clientName }) => [t(`app.role.${role}`), clientName].filter(Boolean).join(' · '),
            },
            {
              id: 'state',
              header: t('settings.user.state'),
              cell: ({ state }) => (
                <Badge variant="light" color={state === 'active' ? 'green' : 'red'}>
                  {t(`words.userState.${state}`)}
                </Badge>
              ),
            },
            {
              id: 'seen',
              header: t('settings.user.lastSeen'),
              cell: ({ lastSeenAt }) => lastSeenAt && format.dateTime(lastSeenAt),
            },
            {
              id: 'actions',
              header: '',
              cell: (user) =>
                manage &&
                user.id !== me.id && (
                  <Group gap={4} wrap="nowrap" justify="flex-end">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('settings.user.edit', { name: user.name })}
                      onClick={() => setOpen(user)}
                    >
                      {t('settings.pipeline.edit')}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color={user.state === 'active' ? 'red' : undefined}
                      onClick={() => void suspend(user).catch(() => {})}
                    >
                      {t(user.state === 'active' ? 'settings.user.suspend' : 'settings.user.resume')}
                    </Button>
                  </Group>
                ),
            },
          ]}
        />
      </Panel>
      {manage && <Invitations onSent={setSent} />}
      {open === 'invite' && (
        <FormDialog
          title={t('settings.user.invite')}
          submit={t('settings.user.send')}
          initial={{ role: 'headhunter' }}
          fields={fieldsOf({ role: 'hiring_manager' }, true)}
          fieldsOf={(values) => fieldsOf(values, true)}
          onClose={close}
          onSubmit={async (values, key) => {
            const { data } = await api.POST('/api/v1/users/invitations', {
              body: values as Schemas['InviteUser'],
              headers: { 'Idempotency-Key': key },
            });
            await refresh(client, ['/users']);
            setSent(data);
          }}
        />
      )}
      {open && open !== 'invite' && (
        <FormDialog
          title={t('settings.user.edit', { name: open.name })}
          submit={t('ui.save')}
          initial={{ name: open.name, role: open.role, clientId: open.clientId }}
          fields={fieldsOf({ role: 'hiring_manager' }, false)}
          fieldsOf={(values) => fieldsOf(values, false)}
          onClose={close}
          onSubmit={async (values) => {
            const staff = !clientRoles.includes(values['role'] as Role);
            await api.PATCH('/api/v1/users/{id}', {
              params: { path: { id: open.id } },
              body: { ...values, ...(staff && { clientId: null }) } as Schemas['PatchUser'],
              headers: ifMatch(open.version),
            });
            await refresh(client, ['/users']);
          }}
        />
      )}
      {sent && <SentLink sent={sent} onClose={() => setSent(undefined)} />}
    </>
  );
}

function useUserFields(): (values: Record<string, FieldValue>, inviting: boolean) => readonly Field[] {
  const { t } = useTranslation();
  return (values, inviting) => [
    { name: 'name', label: t('settings.user.name'), kind: 'text', required: true },
    ...(inviting ? [{ name: 'email', label: t('settings.user.email'), kind: 'email', required: true } as const] : []),
    {
      name: 'role',
      label: t('settings.user.role'),
      kind: 'choice',
      required: true,
      options: optionsOf(roles, (word) => t(`app.role.${word}`)),
    },
    ...(clientRoles.includes(values['role'] as Role)
      ? [
          {
            name: 'clientId',
            label: t('settings.user.client'),
            kind: 'record',
            Picker: OrganizationPicker,
            required: true,
          } as const,
        ]
      : []),
  ];
}

function useSuspend() {
  const { t } = useTranslation();
  const flip = ({ id }: User, active: boolean) =>
    active
      ? api.POST('/api/v1/users/{id}/suspension', { params: { path: { id } } })
      : api.DELETE('/api/v1/users/{id}/suspension', { params: { path: { id } } });
  return useChange<User, unknown>({
    send: (user) => flip(user, user.state === 'active'),
    stale: ['/users'],
    said: (user) => ({
      title: t(user.state === 'active' ? 'settings.user.suspended' : 'settings.user.resumed', { name: user.name }),
      undo: async () => {
        await flip(user, user.state !== 'active');
        await refresh(queryClient, ['/users']);
      },
    }),
  });
}

function SentLink({ sent, onClose }: { sent: Sent; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settings.user.linkTitle', { name: sent.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Text mb="sm">{t('settings.user.linkHint', { day: format.date(sent.expiresAt) })}</Text>
      <Code block>{sent.link}</Code>
      <Group justify="flex-end" mt="md">
        <CopyButton value={sent.link}>
          {({ copied, copy }) => (
            <Button onClick={copy} data-autofocus>
              {t(copied ? 'settings.user.copied' : 'settings.user.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Modal>
  );
}
