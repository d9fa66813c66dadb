import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '../ui/fields/field.js';
import { useChange } from './change.js';
import { refresh } from './freshness.js';

type Row = { id: string; version: number };
type Values = Record<string, FieldValue>;

type Facts<View extends Row> = {
  /** The query that holds the record. */
  queryKey: readonly unknown[];
  record: View;
  /** Sends a PATCH of these values at this version. */
  send: (values: Values, version: number, key: string) => Promise<View>;
  /** The API paths that show the record elsewhere. */
  stale: readonly string[];
};

/** Saves facts of a record: on screen at once, as the server answers afterwards, and undone by writing back what was there. */
export function useFacts<View extends Row>({
  queryKey,
  record,
  send,
  stale,
}: Facts<View>): (values: Values) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const put = (next: View) => client.setQueryData(queryKey, next);
  const latest = () => client.getQueryData<View>(queryKey) ?? record;
  const change = useChange<Values, View>({
    patch: (values) => {
      const former = latest();
      put({ ...former, ...values });
      return () => put(former);
    },
    send: async (values, key) => {
      const view = await send(values, latest().version, key);
      put(view);
      return view;
    },
    stale,
    said: (values, view) => ({
      title: t('ui.saved'),
      undo: async () => {
        const before = Object.fromEntries(Object.keys(values).map((name) => [name, valueOf(record, name)]));
        put(await send(before, view.version, crypto.randomUUID()));
        await refresh(client, stale);
      },
    }),
    failed: () => true,
  });
  return async (values) => void (await change(values));
}

function valueOf(record: object, name: string): FieldValue {
  return (record as Record<string, FieldValue>)[name] ?? null;
}
