import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { explain } from '../ui/explain.js';
import { notify } from '../ui/notices.js';
import { useUsers } from '../settings/parts/user-picker.js';
import type { Card } from './board-state.js';
import { shownCards, showCard } from './use-board.js';

const names = ['nextAction', 'nextActionOn', 'ownerId'] as const;

export type NextActionValues = Partial<Pick<Card, (typeof names)[number]>>;

type Setting = { card: Card; values: NextActionValues };

const shownNow = (client: QueryClient, card: Card): Card =>
  shownCards(client, card.searchId, new Set([card.id])).reduce(
    (one, other) => (other.version > one.version ? other : one),
    card,
  );

/** Sets what is next with somebody and whose they are: on the card at once, taken back alone when it is refused, and by undo. What was refused is offered again as it was typed. */
export function useNextAction() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: users } = useUsers();
  const send = async (card: Card, values: NextActionValues, key?: string) => {
    const { data } = await api.PATCH('/api/v1/candidacies/{id}', {
      params: { path: { id: card.id } },
      body: values as Schemas['PatchCandidacy'],
      headers: { ...ifMatch(shownNow(client, card).version), ...(key !== undefined && { 'Idempotency-Key': key }) },
    });
    if (data) showCard(client, data);
    return data;
  };
  const set = useChange<Setting, Schemas['CandidacyView'] | undefined>({
    patch: ({ card, values }) => {
      const { nextAction, nextActionOn, ownerId, ownerName } = shownNow(client, card);
      const owner = users?.items.find(({ id }) => id === values.ownerId)?.name ?? null;
      showCard(client, {
        ...shownNow(client, card),
        ...values,
        ...('ownerId' in values && { ownerName: owner }),
      });
      return () => showCard(client, { ...shownNow(client, card), nextAction, nextActionOn, ownerId, ownerName });
    },
    send: ({ card, values }, key) => send(card, values, key),
    stale: ['/candidacies', '/board'],
    said: ({ card, values }, saved) => ({
      title: t('candidacies.next.saved'),
      undo: async () => {
        const former = names.filter((name) => name in values).map((name) => [name, card[name]]);
        await send(saved ?? card, Object.fromEntries(former) as NextActionValues);
      },
    }),
    failed: (setting, thrown) => {
      const { title, detail } = explain(thrown);
      const again = () => void set(setting).catch(() => {});
      notify({
        tone: 'danger',
        title,
        ...(detail && { message: detail }),
        action: { label: t('app.error.retry'), run: again },
      });
      return true;
    },
  });
  return set;
}
