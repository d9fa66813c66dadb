import { attemptTransitions, wayOf } from '@domain/poaching/attempt.rules.js';
import { type AttemptOutcome, attemptOutcomes } from '@domain/poaching/attempt.js';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';

export type Attempt = Schemas['AttemptRow'];

/** What somebody says of an attempt. */
export type Said = { attempt: Attempt; body: Schemas['SayOutcome'] };

export const attemptStale = ['/poaching-attempts', '/timeline', '/candidacies'] as const;

/** What can be said of an attempt as it stands, in the order of the table. */
export function sayable({ state }: Attempt): AttemptOutcome[] {
  return attemptOutcomes.filter((outcome) =>
    (attemptTransitions[wayOf[outcome]].from as readonly string[]).includes(state),
  );
}

/** Says how an attempt ended, and offers to take it back; what is refused is left to the dialog. */
export function useSay(): (said: Said) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Said, string | undefined>({
    send: async ({ attempt: { id }, body }, key) => {
      const { data } = await api.POST('/api/v1/poaching-attempts/{id}/outcome', {
        params: { path: { id } },
        body,
        headers: { 'Idempotency-Key': key },
      });
      return data?.wordId;
    },
    stale: attemptStale,
    said: ({ attempt: { candidateName: name }, body: { outcome } }, wordId) => ({
      title: t(`poaching.say.${outcome}`, { name }),
      ...(wordId && {
        undo: async () => {
          await api.POST('/api/v1/attempt-words/{id}/voiding', { params: { path: { id: wordId } } });
        },
      }),
    }),
    failed: () => true,
  });
}
