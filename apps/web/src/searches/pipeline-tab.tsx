import { ActionIcon, Button, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { groupIndex, stageGroups, type StageGroup } from '@domain/agencies/pipeline.js';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { toProblem } from '../app/problem.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { WideTable } from '../ui/wide-table.js';
import classes from './search-parts.module.css';
import { searchKey, useShowSearch } from './use-search-state.js';

type Search = Schemas['SearchView'];
type Stage = Schemas['SearchStageView'];

/** The stages of a search: their names, the group that each counts as, their order. */
export function PipelineTab({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const { id, stages, abilities } = search;
  const [emptying, setEmptying] = useState<Stage>();
  const { change, order, remove } = useStageChanges(id, stages, setEmptying);
  const show = useShowSearch(id);
  const editable = abilities.includes('editStages');
  const fitting = (from: Stage | undefined, to: Stage | undefined) =>
    optionsOf(
      stageGroups.filter(
        (group) =>
          groupIndex(group) >= groupIndex(from?.group ?? 'longlist') &&
          groupIndex(group) <= groupIndex(to?.group ?? 'placed'),
      ),
      (word) => t(`words.stageGroup.${word}`),
    );
  const swap = (index: number, other: number) => {
    const ids = stages.map((stage) => stage.id);
    [ids[index], ids[other]] = [ids[other] ?? '', ids[index] ?? ''];
    void order(ids).catch(() => {});
  };
  const place = (moved: string, other: string, edge: 'top' | 'bottom') => {
    const rest = stages.map((stage) => stage.id).filter((one) => one !== moved);
    const at = rest.indexOf(other) + (edge === 'bottom' ? 1 : 0);
    const ids = [...rest.slice(0, at), moved, ...rest.slice(at)];
    if (ids.some((one, index) => one !== stages[index]?.id)) void order(ids).catch(() => {});
  };
  const takeAway = (stage: Stage) =>
    void remove({ stage, before: stages[stages.indexOf(stage) + 1]?.id }).catch(() => {});
  const swappable = (one: Stage | undefined, other: Stage | undefined) => one?.group === other?.group && one && other;
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed" maw="36rem">
          {t('searches.stage.hint')}
        </Text>
        {editable && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('searches.stage.add')}
          </Button>
        )}
      </Group>
      <WideTable label={t('searches.tab.pipeline')} least={520}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('searches.stage.name')}</Table.Th>
            <Table.Th>{t('searches.stage.group')}</Table.Th>
            <Table.Th>{t('searches.stage.count')}</Table.Th>
            {editable && <Table.Th>{t('searches.stage.order')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stages.map((stage, index) => (
            <StageRow
              key={stage.id}
              stage={stage}
              movable={editable}
              onPlace={(moved, edge) => place(moved, stage.id, edge)}
            >
              <Table.Td>
                {editable ? (
                  <StageName
                    key={stage.name}
                    stage={stage}
                    onName={(name) => void change({ stage, name }).catch(() => {})}
                  />
                ) : (
                  stage.name
                )}
              </Table.Td>
              <Table.Td>
                {editable ? (
                  <NativeSelect
                    w={180}
                    aria-label={t('searches.stage.groupOf', { name: stage.name })}
                    data={
                      index === 0
                        ? fitting(undefined, { ...stage, group: 'longlist' })
                        : fitting(stages[index - 1], stages[index + 1])
                    }
                    value={stage.group}
                    onChange={(event) =>
                      void change({ stage, group: event.currentTarget.value as StageGroup }).catch(() => {})
                    }
                  />
                ) : (
                  t(`words.stageGroup.${stage.group}`)
                )}
              </Table.Td>
              <Table.Td>{format.number(stage.count)}</Table.Td>
              {editable && (
                <Table.Td>
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('searches.stage.up', { name: stage.name })}
                      disabled={!swappable(stage, stages[index - 1])}
                      onClick={() => swap(index, index - 1)}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('searches.stage.down', { name: stage.name })}
                      disabled={!swappable(stage, stages[index + 1])}
                      onClick={() => swap(index, index + 1)}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('searches.stage.remove', { name: stage.name })}
                      disabled={index === 0}
                      onClick={() => (stage.count > 0 ? setEmptying(stage) : takeAway(stage))}
                    >
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              )}
            </StageRow>
          ))}
        </Table.Tbody>
      </WideTable>
      {emptying && (
        <EmptyStageDialog
          searchId={id}
          stage={emptying}
          others={stages.filter((one) => one.id !== emptying.id && one.group !== 'placed')}
          onClose={() => setEmptying(undefined)}
        />
      )}
      {adding && (
        <FormDialog
          title={t('searches.stage.add')}
          submit={t('ui.add')}
          initial={{ group: 'qualified' }}
          fields={[
            { name: 'name', label: t('searches.stage.name'), kind: 'text', required: true },
            {
              name: 'group',
              label: t('searches.stage.group'),
              kind: 'choice',
              required: true,
              options: fitting(undefined, undefined),
            },
            {
              name: 'beforeId',
              label: t('searches.stage.before'),
              hint: t('searches.stage.beforeHint'),
              kind: 'choice',
              options: stages.slice(1).map((stage) => ({ value: stage.id, label: stage.name })),
            },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (values, key) => {
            const { data } = await api.POST('/api/v1/searches/{id}/stages', {
              params: { path: { id } },
              body: values as Schemas['AddStage'],
              headers: { 'Idempotency-Key': key },
            });
            show(data);
          }}
        />
      )}
    </>
  );
}

type RowProps = {
  stage: Stage;
  movable: boolean;
  onPlace: (id: string, edge: 'top' | 'bottom') => void;
  children: React.ReactNode;
};

/** The row of a stage; it is dragged to another place, which its buttons do by keyboard. */
function StageRow({ stage, movable, onPlace, children }: RowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const [edge, setEdge] = useState<'top' | 'bottom'>();
  const [dragging, setDragging] = useState(false);
  const place = useEffectEvent(onPlace);
  const { id } = stage;
  useEffect(() => {
    const element = row.current;
    if (!element || !movable) return undefined;
    const edgeOf = (y: number) => {
      const { top, height } = element.getBoundingClientRect();
      return y < top + height / 2 ? 'top' : 'bottom';
    };
    return combine(
      draggable({
        element,
        getInitialData: () => ({ kind: 'stage', id }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === 'stage' && source.data['id'] !== id,
        onDrag: ({ location }) => setEdge(edgeOf(location.current.input.clientY)),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          place(String(source.data['id']), edgeOf(location.current.input.clientY));
        },
      }),
    );
  }, [id, movable]);
  return (
    <Table.Tr
      ref={row}
      className={classes.stage}
      data-stage={id}
      data-movable={movable || undefined}
      data-edge={edge}
      data-dragging={dragging || undefined}
    >
      {children}
    </Table.Tr>
  );
}

type EmptyProps = { searchId: string; stage: Stage; others: readonly Stage[]; onClose: () => void };

/** Asks where the people of a stage go on before it is removed; both happen together. */
function EmptyStageDialog({ searchId, stage, others, onClose }: EmptyProps) {
  const { t } = useTranslation();
  const show = useShowSearch(searchId);
  const takeBack = async (id: string): Promise<string | undefined> => {
    const { data } = await api.POST('/api/v1/stage-removals/{id}/undo', { params: { path: { id } } });
    show(data);
    return data && data.stayed > 0 ? t('searches.stage.stayed', { count: data.stayed }) : undefined;
  };
  const empty = useChange<Schemas['EmptyStage'], Schemas['RemovedStage'] | undefined>({
    send: async (body, key) => {
      const { data } = await api.POST('/api/v1/searches/{id}/stages/{stageId}/removal', {
        params: { path: { id: searchId, stageId: stage.id } },
        body,
        headers: { 'Idempotency-Key': key },
      });
      show(data);
      return data;
    },
    stale: ['/searches', '/candidacies', '/timeline'],
    said: ({ toStageId }, removed) => ({
      title: t('searches.stage.removed', { name: stage.name }),
      message: t('searches.stage.emptied', {
        count: stage.count,
        stage: others.find(({ id }) => id === toStageId)?.name ?? '',
      }),
      ...(removed && { undo: () => takeBack(removed.removalId) }),
    }),
    failed: () => true,
  });
  return (
    <FormDialog
      title={t('searches.stage.remove', { name: stage.name })}
      submit={t('searches.stage.emptySubmit')}
      initial={{ toStageId: others.findLast(({ position }) => position < stage.position)?.id ?? others[0]?.id }}
      fields={[
        {
          name: 'toStageId',
          label: t('searches.stage.emptyTo'),
          kind: 'choice',
          required: true,
          options: others.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: 'note',
          label: t('searches.stage.emptyWhy'),
          hint: t('searches.stage.emptyWhyHint'),
          kind: 'multiline',
        },
      ]}
      onClose={onClose}
      onSubmit={async (values) => void (await empty(values as Schemas['EmptyStage']))}
    >
      <Text size="sm">
        {stage.count > 0 ? t('searches.stage.emptyHint', { count: stage.count }) : t('searches.stage.leftHint')}
      </Text>
    </FormDialog>
  );
}

function StageName({ stage, onName }: { stage: Stage; onName: (name: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(stage.name);
  const save = () => {
    const next = name.trim();
    if (next === '') setName(stage.name);
    else if (next !== stage.name) onName(next);
  };
  return (
    <TextInput
      variant="unstyled"
      aria-label={t('searches.stage.rename', { name: stage.name })}
      value={name}
      maxLength={80}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setName(stage.name);
      }}
    />
  );
}

function useStageChanges(id: string, stages: readonly Stage[], onUsed: (stage: Stage) => void) {
  const { t } = useTranslation();
  const show = useShowSearch(id);
  const stale = ['/searches'];
  const put = async (stageId: string, body: Schemas['PatchStage']) =>
    show((await api.PUT('/api/v1/searches/{id}/stages/{stageId}', { params: { path: { id, stageId } }, body })).data);
  const change = useChange<{ stage: Stage; name?: string; group?: StageGroup }, unknown>({
    send: ({ stage, name, group }) => put(stage.id, { ...(name && { name }), ...(group && { group }) }),
    stale,
    said: ({ stage }) => ({
      title: t('ui.saved'),
      undo: () => put(stage.id, { name: stage.name, group: stage.group }),
    }),
  });
  const putOrder = async (stageIds: string[]) =>
    show((await api.PUT('/api/v1/searches/{id}/stages', { params: { path: { id } }, body: { stageIds } })).data);
  const order = useChange<string[], string[]>({
    patch: (stageIds, client) => {
      const queryKey = searchKey(id);
      const former = client.getQueryData<Search>(queryKey);
      const ordered = stageIds.flatMap((one) => stages.find((stage) => stage.id === one) ?? []);
      client.setQueryData<Search>(queryKey, (view) => view && { ...view, stages: ordered });
      return () => client.setQueryData(queryKey, former);
    },
    send: async (stageIds) => {
      const before = stages.map((stage) => stage.id);
      await putOrder(stageIds);
      return before;
    },
    stale,
    said: (_, before) => ({ title: t('searches.stage.ordered'), undo: () => putOrder(before) }),
  });
  const remove = useChange<{ stage: Stage; before: string | undefined }, unknown>({
    send: async ({ stage }) => {
      const params = { path: { id, stageId: stage.id } };
      show((await api.DELETE('/api/v1/searches/{id}/stages/{stageId}', { params })).data);
    },
    stale,
    said: ({ stage: { name, group }, before }) => ({
      title: t('searches.stage.removed', { name }),
      undo: async () => {
        const body = { name, group, ...(before && { beforeId: before }) };
        show((await api.POST('/api/v1/searches/{id}/stages', { params: { path: { id } }, body })).data);
      },
    }),
    failed: ({ stage }, thrown) => {
      const used = toProblem(thrown).code === 'search.stage-used';
      if (used) onUsed(stage);
      return used;
    },
  });
  return { change, order, remove };
}
