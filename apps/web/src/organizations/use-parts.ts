import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';

type View = Schemas['OrganizationView'];
type Part = 'aliases' | 'successors' | 'fundingRounds';
type Row<Name extends Part> = View[Name][number];

const stale = ['/organizations'];

/** Adds and removes names, successors and funding rounds: what is removed is gone at once and comes back by undo. */
export function useParts(id: string) {
  const client = useQueryClient();
  const path = { id };
  const { queryKey } = $api.queryOptions('get', '/api/v1/organizations/{id}', { params: { path } });
  const headers = (key: string | undefined) => (key === undefined ? {} : { 'Idempotency-Key': key });
  const put = async (answer: Promise<{ data?: View }>) => {
    const { data } = await answer;
    if (data) client.setQueryData<View>(queryKey, data);
    return data;
  };
  const postName = (body: Schemas['AddAlias'], key?: string) =>
    put(api.POST('/api/v1/organizations/{id}/aliases', { params: { path }, body, headers: headers(key) }));
  const postSuccessor = (body: Schemas['AddSuccessor'], key?: string) =>
    put(api.POST('/api/v1/organizations/{id}/successors', { params: { path }, body, headers: headers(key) }));
  const postRound = (body: Schemas['AddFundingRound'], key?: string) =>
    put(api.POST('/api/v1/organizations/{id}/funding-rounds', { params: { path }, body, headers: headers(key) }));
  const added = async (sent: Promise<unknown>) => {
    await sent;
    await refresh(client, stale);
  };
  return {
    addName: (body: Schemas['AddAlias'], key: string) => added(postName(body, key)),
    addSuccessor: (body: Schemas['AddSuccessor'], key: string) => added(postSuccessor(body, key)),
    addRound: (body: Schemas['AddFundingRound'], key: string) => added(postRound(body, key)),
    removeName: useRemoval(queryKey, 'aliases', {
      nameOf: ({ value }) => value,
      remove: (aliasId) =>
        put(api.DELETE('/api/v1/organizations/{id}/aliases/{aliasId}', { params: { path: { id, aliasId } } })),
      restore: ({ kind, value }) => postName({ kind, value }),
    }),
    removeSuccessor: useRemoval(queryKey, 'successors', {
      nameOf: ({ organizationName }) => organizationName,
      remove: (successionId) =>
        put(
          api.DELETE('/api/v1/organizations/{id}/successors/{successionId}', {
            params: { path: { id, successionId } },
          }),
        ),
      restore: ({ organizationId, kind, happenedOn }) =>
        postSuccessor({ successorId: organizationId, kind, happenedOn }),
    }),
    removeRound: useRemoval(queryKey, 'fundingRounds', {
      nameOf: ({ name }) => name,
      remove: (fundingRoundId) =>
        put(
          api.DELETE('/api/v1/organizations/{id}/funding-rounds/{fundingRoundId}', {
            params: { path: { id, fundingRoundId } },
          }),
        ),
      restore: ({ name, announcedOn, amount, postMoney, investors, source }) => {
        const currency = amount?.currency ?? postMoney?.currency;
        return postRound({
          name,
          announcedOn,
          ...(amount && { amount: amount.amount }),
          ...(postMoney && { postMoneyAmount: postMoney.amount }),
          ...(currency && { currency }),
          ...(investors && { investors }),
          ...(source && { source }),
        });
      },
    }),
  };
}

function useRemoval<Name extends Part>(
  queryKey: readonly unknown[],
  name: Name,
  how: {
    nameOf: (row: Row<Name>) => string;
    remove: (id: string) => Promise<unknown>;
    restore: (row: Row<Name>) => Promise<unknown>;
  },
) {
  const { t } = useTranslation();
  return useChange<Row<Name>, unknown>({
    patch: (row, client) => {
      const former = client.getQueryData<View>(queryKey);
      client.setQueryData<View>(
        queryKey,
        (view) => view && { ...view, [name]: view[name].filter((one) => one.id !== row.id) },
      );
      return () => client.setQueryData(queryKey, former);
    },
    send: (row) => how.remove(row.id),
    stale,
    said: (row) => ({
      title: t('organizations.partRemoved', { name: how.nameOf(row) }),
      undo: async () => void (await how.restore(row)),
    }),
  });
}
