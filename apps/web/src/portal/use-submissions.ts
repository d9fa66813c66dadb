import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';

export type Submission = Schemas['SubmissionRow'];

/** What a submission makes stale. */
export const submissionStale = ['/submissions', '/candidacies', '/searches', '/timeline', '/candidates'] as const;

type Made = {
  person: { id: string; candidateName: string };
  clientName: string;
  body: Schemas['MakeSubmission'];
  key: string;
};

/** Takes a submission back; answers in words what has gone on since and stays. */
export async function takeBackSubmission(id: string): Promise<string | undefined> {
  const { data } = await api.POST('/api/v1/submissions/{id}/voiding', { params: { path: { id } } });
  const [kept] = data?.kept ?? [];
  return kept && i18next.t('portal.kept', { why: i18next.t(`problem.${kept.code}` as 'problem.network') });
}

/** Records a submission and offers to take it back; what is refused is left to the form that asked. */
export function useMakeSubmission(): (made: Made) => Promise<Schemas['SubmissionView'] | undefined> {
  const { t } = useTranslation();
  const format = useFormat();
  return useChange<Made, Schemas['SubmissionView'] | undefined>({
    send: async ({ person, body, key }) => {
      const { data } = await api.POST('/api/v1/candidacies/{id}/submissions', {
        params: { path: { id: person.id } },
        body,
        headers: { 'Idempotency-Key': key },
      });
      return data;
    },
    stale: submissionStale,
    said: ({ person, clientName }, made) => ({
      title: t('portal.recorded', { name: person.candidateName, client: clientName }),
      ...(made?.protectedUntil && { message: t('portal.recordedUntil', { day: format.day(made.protectedUntil) }) }),
      ...(made && { undo: () => takeBackSubmission(made.id) }),
    }),
    failed: () => true,
  });
}

/** Takes a submission back from its row. */
export function useVoidSubmission(): (submission: Submission) => Promise<string | undefined> {
  const { t } = useTranslation();
  return useChange<Submission, string | undefined>({
    send: ({ id }) => takeBackSubmission(id),
    stale: submissionStale,
    said: (_, kept) => ({ title: t('portal.void.done'), ...(kept && { message: kept }) }),
  });
}

/** Takes the client's answer back: the submission protects as before. */
export function useUnanswer(): (submission: Submission) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Submission, unknown>({
    send: ({ id }) => api.DELETE('/api/v1/submissions/{id}/answer', { params: { path: { id } } }),
    stale: submissionStale,
    said: () => ({ title: t('portal.answer.undone') }),
  });
}
