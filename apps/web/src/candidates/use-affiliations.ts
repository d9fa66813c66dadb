import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import type { FieldValue } from '../ui/fields/field.js';
import { notify } from '../ui/notices.js';

type Candidate = Schemas['CandidateView'];
type Affiliation = Schemas['AffiliationView'];
type Values = Record<string, FieldValue>;

/** Names of what can be said of an affiliation, as the API takes them. */
const named = [
  'organizationId',
  'type',
  'title',
  'level',
  'team',
  'managerId',
  'startedOn',
  'endedOn',
  'confidence',
  'source',
] as const;

/** Adds, changes and removes affiliations of a person: on screen at once, and each taken back by undo. */
export function useAffiliations({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = { id };
  const { queryKey } = $api.queryOptions('get', '/api/v1/candidates/{id}', { params: { path } });
  const stale = ['/candidates', '/people'];
  const put = (view: Candidate | undefined) => {
    if (view) client.setQueryData<Candidate>(queryKey, view);
    return view;
  };
  const known = () => client.getQueryData<Candidate>(queryKey);
  const show = (change: (all: readonly Affiliation[]) => Affiliation[]) => {
    const former = known();
    if (former) put({ ...former, affiliations: change(former.affiliations) });
    return () => put(former);
  };
  const post = async (body: Schemas['AddAffiliation'], key?: string) => {
    const headers = key === undefined ? {} : { 'Idempotency-Key': key };
    return put((await api.POST('/api/v1/candidates/{id}/affiliations', { params: { path }, body, headers })).data);
  };
  const remove = async (one: string) =>
    put(
      (
        await api.DELETE('/api/v1/candidates/{candidateId}/affiliations/{id}', {
          params: { path: { candidateId: id, id: one } },
        })
      ).data,
    );
  const patch = async (one: string, version: number, body: Values) =>
    put(
      (
        await api.PATCH('/api/v1/candidates/{candidateId}/affiliations/{id}', {
          params: { path: { candidateId: id, id: one } },
          body: body as Schemas['PatchAffiliation'],
          headers: ifMatch(version),
        })
      ).data,
    );
  const versionOf = (one: string) => known()?.affiliations.find((row) => row.id === one)?.version ?? 0;

  const change = useChange<{ row: Affiliation; values: Values }, unknown>({
    patch: ({ row, values }) => show((all) => all.map((one) => (one.id === row.id ? { ...one, ...values } : one))),
    send: ({ row, values }) => patch(row.id, versionOf(row.id), values),
    stale,
    said: ({ row, values }) => ({
      title: t('ui.saved'),
      undo: async () => {
        const before = Object.keys(values).map((name) => [name, row[name as keyof Affiliation] as FieldValue]);
        await patch(row.id, versionOf(row.id), Object.fromEntries(before) as Values);
      },
    }),
    failed: () => true,
  });
  const takeAway = useChange<Affiliation, unknown>({
    patch: (row) => show((all) => all.filter((one) => one.id !== row.id)),
    send: (row) => remove(row.id),
    stale,
    said: (row) => ({
      title: t('candidates.affiliation.removed'),
      undo: async () => {
        const values = named.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]]));
        await post(Object.fromEntries(values) as Schemas['AddAffiliation']);
      },
    }),
  });
  const add = async (body: Schemas['AddAffiliation'], key: string) => {
    const before = new Set(known()?.affiliations.map((one) => one.id));
    const view = await post(body, key);
    const made = view?.affiliations.find((one) => !before.has(one.id));
    notify({
      title: t('candidates.affiliation.addedSaid'),
      ...(made && { undo: async () => void (await remove(made.id)) }),
    });
    await client.invalidateQueries({ queryKey });
  };
  return { add, change, takeAway };
}
