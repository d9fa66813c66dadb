import { Badge, Button, Checkbox, Code, Group, Modal, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Permission } from '@domain/access/permissions.js';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { useMe } from '../app/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { FormProblem } from '../ui/form-problem.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { Panel } from '../ui/panel.js';
import { useSubmit } from '../ui/use-submit.js';

type Key = Schemas['ApiKeyRow'];

/** Keys for programs: each may what it names, and is shown once. */
export function ApiKeysPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const query = $api.useInfiniteQuery('get', '/api/v1/api-keys', { params: { query: { limit: 50 } } }, byCursor);
  const list = useListState<Key>(query);
  const add = { label: t('settings.key.new'), run: () => setAdding(true) };
  const revoke = async (id: string) => {
    await api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } });
    await refresh(client, ['/api-keys']);
  };
  return (
    <Panel
      title={t('settings.part.apiKeys')}
      aside={
        <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
          {add.label}
        </Button>
      }
    >
      <ListPanel
        label={t('settings.part.apiKeys')}
        list={list}
        empty={<EmptyState icon={IconKey} title={t('settings.key.none')} action={add} />}
        columns={[
          { id: 'name', header: t('settings.key.name'), cell: ({ name }) => name },
          { id: 'prefix', header: t('settings.key.prefix'), cell: ({ prefix }) => <Code>{prefix}</Code> },
          {
            id: 'may',
            header: t('settings.key.permissions'),
            cell: ({ permissions }) => (
              <Text size="sm" lineClamp={2}>
                {permissions.join(', ')}
              </Text>
            ),
          },
          {
            id: 'used',
            header: t('settings.key.lastUsed'),
            cell: ({ lastUsedAt }) => lastUsedAt && format.dateTime(lastUsedAt),
          },
          {
            id: 'actions',
            header: '',
            cell: ({ id, revokedAt }) =>
              revokedAt ? (
                <Badge color="gray" variant="light">
                  {t('settings.key.revoked')}
                </Badge>
              ) : (
                <Button size="compact-xs" variant="subtle" color="red" onClick={() => void revoke(id).catch(tell)}>
                  {t('settings.key.revoke')}
                </Button>
              ),
          },
        ]}
      />
      {adding && <NewKey onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function NewKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { permissions } = useMe();
  const [made, setMade] = useState<string>();
  const form = useForm<{ name: string; permissions: string[] }>({
    initialValues: { name: '', permissions: [] },
    validate: {
      name: (text) => (text.trim() === '' ? t('ui.required') : null),
      permissions: (chosen) => (chosen.length === 0 ? t('ui.required') : null),
    },
  });
  const sending = useSubmit(form, async ({ name, permissions: chosen }) => {
    const body = { name: name.trim(), permissions: chosen as Permission[] };
    const { data } = await api.POST('/api/v1/api-keys', { body });
    await refresh(client, ['/api-keys']);
    setMade(data?.key);
  });
  return (
    <Modal opened onClose={onClose} title={t('settings.key.new')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {made ? (
        <>
          <Text mb="sm">{t('settings.key.made')}</Text>
          <Code block>{made}</Code>
        </>
      ) : (
        <form onSubmit={sending.onSubmit} noValidate>
          <Stack>
            <FormProblem problem={sending.problem} />
            <TextInput data-autofocus required label={t('settings.key.name')} {...form.getInputProps('name')} />
            <Checkbox.Group label={t('settings.key.permissions')} {...form.getInputProps('permissions')}>
              <ScrollArea h={240} viewportProps={{ tabIndex: 0 }}>
                <Stack gap={6} mt={6}>
                  {permissions.map((permission) => (
                    <Checkbox key={permission} value={permission} label={permission} />
                  ))}
                </Stack>
              </ScrollArea>
            </Checkbox.Group>
            <Group justify="flex-end">
              <Button type="submit" loading={sending.busy}>
                {t('settings.key.new')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
