import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { announce } from '../ui/announcer.js';
import { explain } from '../ui/explain.js';
import { notify } from '../ui/notices.js';
import { beforeUndo } from '../ui/undo.js';
import { actionKey } from './api.js';
import { writing } from './freshness.js';
import { toProblem } from './problem.js';
import { mayRetry } from './query-client.js';

/** A write of the user: what it does on screen at once, what it sends, and how it is taken back. */
export type Change<Values, Result> = {
  /** Patches the cache at once and answers how to take exactly that back. */
  patch?: (values: Values, client: QueryClient) => () => void;
  /** Sends it; `key` names the action, so that a repeat is harmless. */
  send: (values: Values, key: string) => Promise<Result>;
  /** The API paths whose queries may be stale afterwards, by part of their path. */
  stale: readonly string[];
  /** What is said when it is done; nothing when undefined. */
  said?: (
    values: Values,
    result: Result,
  ) => { title: string; message?: string; undo?: () => Promise<string | void> } | undefined;
  /** Answers true when it has told the user itself why this failed. */
  failed?: (values: Values, thrown: unknown) => boolean;
};

const retryMs = 800;

async function withRetries<Result>(send: () => Promise<Result>, failures = 0): Promise<Result> {
  try {
    return await send();
  } catch (thrown) {
    if (!mayRetry(failures, thrown)) throw thrown;
    await new Promise((resolve) => setTimeout(resolve, retryMs * 2 ** failures));
    return withRetries(send, failures + 1);
  }
}

/** Runs a change: on screen before the first wait; when it is refused exactly that is taken back, and the reason is told. */
export function useChange<Values, Result>(change: Change<Values, Result>): (values: Values) => Promise<Result> {
  const client = useQueryClient();
  const latest = useRef(change);
  useLayoutEffect(() => {
    latest.current = change;
  });
  const run = useCallback(
    async (values: Values) => {
      const { patch, send, stale, said, failed } = latest.current;
      const takeBack = patch?.(values, client);
      const key = actionKey();
      try {
        const result = await withRetries(() => send(values, key));
        const words = said?.(values, result);
        if (words) {
          const { undo } = words;
          notify({ ...words, ...(undo && { undo: () => writing(client, stale, undo) }) });
          announce(words.title);
        }
        return result;
      } catch (thrown) {
        takeBack?.();
        if (!failed?.(values, thrown)) tell(thrown);
        throw thrown;
      }
    },
    [client],
  );
  return useCallback(
    (values: Values) => beforeUndo(writing(client, latest.current.stale, () => run(values))),
    [client, run],
  );
}

/** Tells the user why a write did not happen. */
export function tell(thrown: unknown): void {
  const { status } = toProblem(thrown);
  const { title, detail } = explain(thrown);
  const changed = status === 412;
  const heading = changed ? i18next.t('ui.conflict.changed') : title;
  const message = changed ? i18next.t('ui.conflict.changedHint') : detail;
  notify({ tone: 'danger', title: heading, ...(message && { message }) });
}
