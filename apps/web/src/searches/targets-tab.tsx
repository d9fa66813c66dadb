import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core';
import { targetTransitions } from '@domain/searches/search.rules.js';
import { targetStates, type TargetState } from '@domain/searches/search.js';
import { IconPlus, IconTarget, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Field } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';

type Target = Schemas['TargetRow'];

const stale = ['/searches/{id}/targets', '/searches/{id}', '/timeline'];

/** The organizations from which a search sources, how far each is mapped, and what came of it. */
export function TargetsTab({ search: { id, targets, abilities } }: { search: Schemas['SearchView'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [open, setOpen] = useState<'add' | Target>();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/searches/{id}/targets',
    { params: { path: { id }, query: { limit: 100 } } },
    byCursor,
  );
  const list = useListState<Target>(query);
  const editable = abilities.includes('editTargets');
  const { patch, remove } = useTargetChanges(id);
  const label = (name: 'organization' | 'state' | 'owner' | 'note' | 'identified' | 'approached' | 'interested') =>
    t(`searches.target.${name}`);
  const stateOptions = (states: readonly TargetState[]) =>
    optionsOf(
      targetStates.filter((state) => states.includes(state)),
      (word) => t(`words.targetState.${word}`),
    );
  const details = (states: readonly TargetState[]): Field[] => [
    { name: 'state', label: label('state'), kind: 'choice', required: true, options: stateOptions(states) },
    { name: 'ownerId', label: label('owner'), kind: 'record', Picker: UserPicker },
    { name: 'note', label: label('note'), kind: 'multiline' },
  ];
  const add = editable ? { label: t('searches.target.add'), run: () => setOpen('add') } : undefined;
  const close = () => setOpen(undefined);
  const number = (name: 'identified' | 'approached' | 'interested', reached?: 'contacted' | 'qualified') => ({
    id: name,
    header: label(name),
    cell: (target: Target) =>
      target[name] ? (
        <Link
          to="/searches/$id/board"
          params={{ id }}
          search={{ as: 'list', targetId: target.id, reached }}
          aria-label={t('searches.target.open', {
            name: target.organizationName,
            what: `${label(name)} ${format.number(target[name])}`,
          })}
        >
          {format.number(target[name])}
        </Link>
      ) : (
        format.number(target[name])
      ),
  });
  return (
    <>
      {targets.total > 0 && (
        <Group justify="space-between" mb="xs">
          <Text size="sm" c="dimmed">
            {t('searches.target.progress', {
              mapped: format.number(targets.mapped + targets.exhausted),
              total: format.number(targets.total),
            })}
          </Text>
          {add && (
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
              {add.label}
            </Button>
          )}
        </Group>
      )}
      <ListPanel
        label={t('searches.tab.targets')}
        list={list}
        empty={
          <EmptyState
            icon={IconTarget}
            title={t('searches.target.none')}
            hint={t('searches.target.noneHint')}
            action={add}
          />
        }
        columns={[
          {
            id: 'organization',
            header: label('organization'),
            cell: ({ organizationId, organizationName, note }) => (
              <>
                <Link to="/organizations/$id" params={{ id: organizationId }}>
                  {organizationName}
                </Link>
                {note && (
                  <Text size="sm" c="dimmed" lineClamp={1}>
                    {note}
                  </Text>
                )}
              </>
            ),
          },
          {
            id: 'state',
            header: label('state'),
            cell: (target) =>
              editable ? (
                <NativeSelect
                  size="xs"
                  w={150}
                  aria-label={t('searches.target.stateOf', { name: target.organizationName })}
                  data={stateOptions([target.state, ...targetTransitions[target.state]])}
                  value={target.state}
                  onChange={(event) =>
                    void patch({ target, state: event.currentTarget.value as TargetState }).catch(() => {})
                  }
                />
              ) : (
                t(`words.targetState.${target.state}`)
              ),
          },
          { id: 'owner', header: label('owner'), cell: ({ ownerName }) => ownerName },
          number('identified'),
          number('approached', 'contacted'),
          number('interested', 'qualified'),
          ...(editable
            ? [
                {
                  id: 'actions',
                  header: t('searches.target.actions'),
                  cell: (target: Target) => (
                    <Group gap={4} wrap="nowrap">
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-label={t('searches.target.edit', { name: target.organizationName })}
                        onClick={() => setOpen(target)}
                      >
                        {t('searches.target.change')}
                      </Button>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('searches.target.remove', { name: target.organizationName })}
                        onClick={() => void remove(target).catch(() => {})}
                      >
                        <IconX size={16} aria-hidden />
                      </ActionIcon>
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open === 'add' && (
        <FormDialog
          title={t('searches.target.add')}
          submit={t('ui.add')}
          initial={{ state: 'to_map' }}
          fields={[
            {
              name: 'organizationId',
              label: label('organization'),
              kind: 'record',
              Picker: OrganizationPicker,
              required: true,
            },
            ...details(targetStates),
          ]}
          onClose={close}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/searches/{id}/targets', {
              params: { path: { id } },
              body: values as Schemas['AddTarget'],
              headers: { 'Idempotency-Key': key },
            });
            await refresh(client, stale);
          }}
        />
      )}
      {typeof open === 'object' && (
        <FormDialog
          clears
          title={t('searches.target.edit', { name: open.organizationName })}
          submit={t('ui.save')}
          initial={{ state: open.state, ownerId: open.ownerId, note: open.note }}
          fields={details([open.state, ...targetTransitions[open.state]])}
          onClose={close}
          onSubmit={async (values) => {
            await api.PATCH('/api/v1/searches/{id}/targets/{targetId}', {
              params: { path: { id, targetId: open.id } },
              body: values as Schemas['PatchTarget'],
              headers: ifMatch(open.version),
            });
            await refresh(client, stale);
          }}
        />
      )}
    </>
  );
}

type Pages = { pages: readonly { items: readonly Target[] }[] };

function useTargetChanges(id: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = (targetId: string, next: Partial<Target>) =>
    client.setQueriesData<Pages>(
      { predicate: ({ queryKey }) => queryKey[1] === '/api/v1/searches/{id}/targets' },
      (list) =>
        list && {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            items: page.items.map((one) => (one.id === targetId ? { ...one, ...next } : one)),
          })),
        },
    );
  const patch = useChange<{ target: Target; state: TargetState }, unknown>({
    patch: ({ target, state }) => {
      show(target.id, { state });
      return () => show(target.id, { state: target.state });
    },
    send: async ({ target, state }, key) => {
      const { data } = await api.PATCH('/api/v1/searches/{id}/targets/{targetId}', {
        params: { path: { id, targetId: target.id } },
        body: { state },
        headers: { ...ifMatch(target.version), 'Idempotency-Key': key },
      });
      if (data) show(target.id, data);
    },
    stale,
    said: ({ target, state }) => ({
      title: t('searches.target.changed', { name: target.organizationName, state: t(`words.targetState.${state}`) }),
    }),
  });
  const remove = useChange<Target, unknown>({
    send: ({ id: targetId }) =>
      api.DELETE('/api/v1/searches/{id}/targets/{targetId}', { params: { path: { id, targetId } } }),
    stale,
    said: ({ organizationName, organizationId, state, ownerId, note }) => ({
      title: t('searches.removed', { name: organizationName }),
      undo: async () => {
        const body = { organizationId, state, ownerId, note };
        await api.POST('/api/v1/searches/{id}/targets', { params: { path: { id } }, body });
      },
    }),
  });
  return { patch, remove };
}
