import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useFormat } from '../../app/format.js';

type Logged = Schemas['ContactLogView'];
type Log = { body: Schemas['LogContact']; name: string };

/** What a logged contact makes stale, and taking it back. */
export const contactStale = [
  '/contact-log',
  '/timeline',
  '/candidacies',
  '/candidates',
  '/searches',
  '/tasks',
  '/contacts',
  '/call-lists',
  '/poaching-attempts',
  '/off-limits',
] as const;

/** Takes a logged contact back; answers in words what has gone on since and stays. */
export async function takeBackContact(id: string): Promise<string | undefined> {
  const { data } = await api.POST('/api/v1/contact-log/{id}/voiding', { params: { path: { id } } });
  const kept = (data?.kept ?? []).map(({ part, code }) =>
    i18next.t(`poaching.kept.${part}`, { why: i18next.t(`problem.${code}` as 'problem.network') }),
  );
  return kept.length > 0 ? kept.join(' ') : undefined;
}

/** Logs a contact; a follow-up without a title of its own gets one in the language of whoever logs it. */
export async function sendContact(
  { followUp, ...contact }: Schemas['LogContact'],
  key: string,
): Promise<Logged | undefined> {
  const task = followUp && { title: i18next.t('words.taskKind.follow_up'), ...followUp };
  const body = { ...contact, ...(task && { followUp: task }) };
  return (await api.POST('/api/v1/contact-log', { body, headers: { 'Idempotency-Key': key } })).data;
}

/** Logs a contact and offers to take it back; what is refused is left to the form that asked. */
export function useLogContact(words?: { title: string }): (log: Log) => Promise<Logged | undefined> {
  const { t } = useTranslation();
  const format = useFormat();
  return useChange<Log, Logged | undefined>({
    send: ({ body }, key) => sendContact(body, key),
    stale: contactStale,
    said: ({ body: { followUp }, name }, logged) => ({
      title: words?.title ?? t('poaching.logged', { name }),
      ...(followUp && { message: t('poaching.savedTask', { day: format.day(followUp.dueOn) }) }),
      ...(logged && { undo: () => takeBackContact(logged.id) }),
    }),
    failed: () => true,
  });
}
