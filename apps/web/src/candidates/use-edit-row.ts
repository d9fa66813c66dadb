import { type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { toProblem } from '../app/problem.js';
import { queryClient } from '../app/query-client.js';
import { useMay } from '../app/session.js';
import { useSettings } from '../settings/parts/setting-pickers.js';
import { useUsers } from '../settings/parts/user-picker.js';
import type { FieldValue } from '../ui/fields/field.js';
import type { CellEdit } from '../ui/table/columns.js';
import { useCandidateFields } from './candidate-fields.js';

type Row = Schemas['CandidateRow'];
type Pages = InfiniteData<{ items: Row[] } | undefined>;
type Edit = { row: Row; values: Schemas['PatchCandidate']; shown: Partial<Row> };

const path = '/api/v1/candidates';

/** Changes a person in every loaded list, at once. */
function patchRow(client: QueryClient, id: string, next: (row: Row) => Row): void {
  const lists = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[1] === path };
  void client.cancelQueries(lists);
  client.setQueriesData<Pages>(lists, (list) => {
    if (!list || !('pages' in list)) return list;
    const pages = list.pages.map(
      (page) => page && { ...page, items: page.items.map((row) => (row.id === id ? next(row) : row)) },
    );
    return { ...list, pages };
  });
}

function latest(client: QueryClient, row: Row): Row {
  const lists = client.getQueriesData<Pages>({ predicate: ({ queryKey }) => queryKey[1] === path });
  const rows = lists.flatMap(([, list]) => list?.pages?.flatMap((page) => page?.items ?? []) ?? []);
  return rows
    .filter(({ id }) => id === row.id)
    .reduce((one, other) => (other.version > one.version ? other : one), row);
}

/** How the cells of a person are edited in a list; undefined for those who may not. */
export function useRowEdits(): Partial<Record<string, CellEdit<Row>>> {
  const { t } = useTranslation();
  const mayEdit = useMay()('candidate.edit');
  const fields = useCandidateFields();
  const { data: settings } = useSettings();
  const { data: users } = useUsers();
  const send = async (row: Row, values: Schemas['PatchCandidate'], key: string) => {
    const { data } = await api.PATCH('/api/v1/candidates/{id}', {
      params: { path: { id: row.id } },
      body: values,
      headers: { ...ifMatch(latest(queryClient, row).version), 'Idempotency-Key': key },
    });
    return data as Schemas['CandidateView'];
  };
  const show = ({ id, version }: Schemas['CandidateView'], shown: Partial<Row>) =>
    patchRow(queryClient, id, (row) => ({ ...row, ...shown, version: Math.max(version, row.version) }));
  const change = useChange<Edit, Schemas['CandidateView']>({
    patch: ({ row, shown }, client) => {
      patchRow(client, row.id, (one) => ({ ...one, ...shown }));
      return () => patchRow(client, row.id, (one) => ({ ...one, ...pick(row, shown) }));
    },
    send: async ({ row, values, shown }, key) => {
      const view = await send(row, values, key);
      show(view, shown);
      return view;
    },
    stale: ['/candidates/{id}'],
    said: ({ row, values, shown }) => ({
      title: t('candidates.cellSaved', { name: row.displayName }),
      undo: async () => {
        const former = Object.keys(values).map((name) => [name, valueOf(row, name)]);
        show(
          await send(row, Object.fromEntries(former) as Schemas['PatchCandidate'], crypto.randomUUID()),
          pick(row, shown),
        );
      },
    }),
    failed: (_, thrown) => {
      if (toProblem(thrown).status === 412) void refresh(queryClient, [path]);
      return true;
    },
  });
  return useMemo(() => {
    if (!mayEdit) return {};
    const cell = (field: CellEdit<Row>['field'], shownOf: (value: FieldValue) => Partial<Row>): CellEdit<Row> => ({
      field,
      value: (row) => valueOf(row, field.name),
      save: async (row, value) =>
        void (await change({
          row,
          values: { [field.name]: value } as Schemas['PatchCandidate'],
          shown: shownOf(value),
        })),
    });
    const plain = (name: 'seniority' | 'city' | 'country') => cell(fields[name], (value) => ({ [name]: value }));
    const nameIn = (all: readonly { id: string; name: string }[] | undefined, id: FieldValue) =>
      all?.find((one) => one.id === id)?.name ?? null;
    const tags = settings?.tags ?? [];
    const text = (value: FieldValue) => (typeof value === 'string' ? value : null);
    return {
      seniority: plain('seniority'),
      city: plain('city'),
      country: plain('country'),
      roleFamily: cell(fields.roleFamilyId, (value) => ({
        roleFamilyId: text(value),
        roleFamilyName: nameIn(settings?.roleFamilies, value),
      })),
      owner: cell(fields.ownerId, (value) => ({ ownerId: text(value), ownerName: nameIn(users?.items, value) })),
      tags: cell(
        {
          name: 'tagIds',
          label: t('candidates.field.tagIds'),
          kind: 'choices',
          options: tags
            .filter(({ archivedAt }) => archivedAt === null)
            .map(({ id, name }) => ({ value: id, label: name })),
        },
        (value) => ({ tags: tags.filter(({ id }) => Array.isArray(value) && value.includes(id)) }),
      ),
    };
  }, [mayEdit, change, settings, users, t, fields]);
}

function valueOf(row: Row, name: string): FieldValue {
  return name === 'tagIds' ? row.tags.map(({ id }) => id) : (row[name as 'city'] ?? null);
}

function pick(row: Row, shown: Partial<Row>): Partial<Row> {
  return Object.fromEntries(Object.keys(shown).map((name) => [name, row[name as 'city']]));
}
