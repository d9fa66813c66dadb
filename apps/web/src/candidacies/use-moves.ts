import type { ExitParty, ExitReason } from '@domain/candidacies/exit-reasons.js';
import type { StageEntryKind } from '@domain/candidacies/candidacy.js';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useChange } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { Problem, toProblem } from '../app/problem.js';
import { tellBlocked } from '../off-limits/parts/blocked.js';
import { announce } from '../ui/announcer.js';
import { notify } from '../ui/notices.js';
import { type Card, placed, restored, spotsOf, without } from './board-state.js';
import { patchBoards, patchList, showCard } from './use-board.js';

type View = Schemas['CandidacyView'];
type StageOf = { id: string; name: string; group: NonNullable<Card['group']> };

/** To which stage, and there right below or above which card; `index` is where it is shown at once. */
export type MoveTo = { stage: StageOf; index: number; after?: string | undefined; before?: string | undefined };
export type Exit = {
  card: Card;
  party: ExitParty;
  reason: ExitReason;
  note?: string | undefined;
  occurredAt?: string | undefined;
};

const stale = ['/searches', '/candidacies', '/timeline', '/events'];
const undoneAtOnce = 6;
/** Rules that refuse because a colleague was faster. */
const lostByRule: ReadonlySet<string> = new Set(['candidacy.exited', 'candidacy.same-stage']);

async function latestStep(candidacyId: string): Promise<Schemas['StageEntryView'] | undefined> {
  const { data } = await api.GET('/api/v1/candidacies/{id}/history', { params: { path: { id: candidacyId } } });
  return data?.items.find(({ voidedAt }) => voidedAt === null);
}

/** Voids the latest step of a candidacy when it is of this kind; a later step of somebody else is left alone. */
async function voidStep(candidacyId: string, kind: StageEntryKind, toStageId?: string): Promise<void> {
  const step = await latestStep(candidacyId);
  if (!step || step.kind !== kind || (toStageId !== undefined && step.toStageId !== toStageId)) {
    throw new Problem(409, 'stage-entry.not-latest', '', undefined, [], {});
  }
  await api.POST('/api/v1/history/{id}/voiding', { params: { path: { id: step.id } } });
}

function patched(client: QueryClient, searchId: string, cards: readonly Card[], change: Partial<Card>) {
  const ids = new Set(cards.map(({ id }) => id));
  const former = new Map(cards.map((card) => [card.id, card]));
  patchList(client, searchId, (card) => (ids.has(card.id) ? { ...card, ...change } : card));
  return () => patchList(client, searchId, (card) => former.get(card.id) ?? card);
}

/** Takes cards of a search from stage to stage: on screen at once, each alone taken back when it is refused, undone by voiding. */
export function useMoves(searchId: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const underway = useRef(new Map<string, Promise<unknown>>());
  const versions = useRef(new Map<string, number>());

  const inTurn = async (
    card: Card,
    send: (version: number) => Promise<View | undefined>,
  ): Promise<View | undefined> => {
    const before = underway.current.get(card.id);
    const turn = (async () => {
      if (
        before &&
        !(await before.then(
          () => true,
          () => false,
        ))
      )
        throw new Problem(412, 'row.changed', '', undefined, [], {});
      const view = await send(Math.max(card.version, versions.current.get(card.id) ?? 0));
      if (view) versions.current.set(card.id, view.version);
      return view;
    })();
    underway.current.set(card.id, turn);
    try {
      return await turn;
    } finally {
      if (underway.current.get(card.id) === turn) underway.current.delete(card.id);
    }
  };
  const lost = ({ candidateName: name, stageName }: Card, thrown: unknown): boolean => {
    const { status, code, facts } = toProblem(thrown);
    const { by, at, to } = facts as { by?: string | null; at?: string; to?: string | null };
    if (status !== 412 && !(by && lostByRule.has(code))) return false;
    const moved = by && to !== stageName;
    const title = !moved
      ? t('candidacies.conflict', { name })
      : to
        ? t('candidacies.conflictBy', { name, by, stage: to })
        : t('candidacies.conflictExit', { name, by });
    const when = at && moved ? t('candidacies.conflictHint', { at: format.dateTime(at) }) : undefined;
    notify({ tone: 'danger', title, message: when ?? t('ui.conflict.changedHint') });
    announce(title);
    return true;
  };
  const blocked = ({ candidateId, candidateName: name }: Card, thrown: unknown, again: () => void): boolean =>
    tellBlocked(thrown, { candidateId, name, searchId, again });
  const onBoards = (cards: readonly Card[], to: MoveTo) => {
    const ids = new Set(cards.map(({ id }) => id));
    let spots = new Map<string, { stageId: string; after: string | undefined }>();
    patchBoards(client, searchId, (stages) => {
      const found = spotsOf(stages, ids);
      if (found.size > 0) spots = found;
      return placed(stages, cards, to.stage.id, to.index, new Date().toISOString());
    });
    return () => patchBoards(client, searchId, (stages) => restored(stages, cards, spots));
  };
  const offBoards = (card: Card) => {
    const ids = new Set([card.id]);
    let spots = new Map<string, { stageId: string; after: string | undefined }>();
    patchBoards(client, searchId, (stages) => {
      const found = spotsOf(stages, ids);
      if (found.size > 0) spots = found;
      return without(stages, ids);
    });
    return () => patchBoards(client, searchId, (stages) => restored(stages, [card], spots));
  };

  const move = useChange<{ card: Card; to: MoveTo }, View | undefined>({
    patch: ({ card, to: { stage, ...at } }) => {
      const back = onBoards([card], { stage, ...at });
      const backInList = patched(client, searchId, [card], {
        stageId: stage.id,
        stageName: stage.name,
        group: stage.group,
      });
      return () => (back(), backInList());
    },
    send: async ({ card, to: { stage, after, before } }, key) => {
      const view = await inTurn(card, async (version) => {
        const { data } = await api.POST('/api/v1/candidacies/{id}/moves', {
          params: { path: { id: card.id } },
          body: { stageId: stage.id, ...(after ? { afterId: after } : before ? { beforeId: before } : {}) },
          headers: { ...ifMatch(version), 'Idempotency-Key': key },
        });
        return data;
      });
      if (view) showCard(client, view);
      return view;
    },
    stale,
    said: ({ card, to: { stage } }) =>
      card.stageId === stage.id
        ? undefined
        : {
            title: t('candidacies.moved', { name: card.candidateName, stage: stage.name }),
            undo: () => voidStep(card.id, 'moved', stage.id),
          },
    failed: ({ card, to }, thrown) =>
      lost(card, thrown) || blocked(card, thrown, () => void move({ card, to }).catch(() => {})),
  });

  const moveMany = useChange<
    { ids: readonly string[]; cards: readonly Card[]; stage: StageOf },
    Schemas['MovedCandidacy'][]
  >({
    patch: ({ cards, stage }) => {
      const back = onBoards(cards, { stage, index: Number.MAX_SAFE_INTEGER });
      const backInList = patched(client, searchId, cards, {
        stageId: stage.id,
        stageName: stage.name,
        group: stage.group,
      });
      return () => (back(), backInList());
    },
    send: async ({ ids, stage }, key) => {
      const { data } = await api.POST('/api/v1/searches/{id}/moves', {
        params: { path: { id: searchId } },
        body: { candidacyIds: [...ids], stageId: stage.id },
        headers: { 'Idempotency-Key': key },
      });
      return data?.items ?? [];
    },
    stale,
    said: ({ stage }, items) => {
      const moved = items.filter(({ outcome }) => outcome === 'moved').map(({ candidacyId }) => candidacyId);
      const stayed = items.filter(({ outcome }) => outcome === 'refused' || outcome === 'not_found');
      const codes = [...new Set(stayed.flatMap(({ code }) => code ?? []))].map((code) =>
        t(`problem.${code}` as 'problem.network'),
      );
      return {
        title: t('candidacies.movedMany', { count: moved.length, stage: stage.name }),
        ...(stayed.length > 0 && {
          message: [t('candidacies.refusedMany', { count: stayed.length }), ...codes].join(' · '),
        }),
        ...(moved.length > 0 && {
          undo: async () => {
            for (let from = 0; from < moved.length; from += undoneAtOnce) {
              const some = moved.slice(from, from + undoneAtOnce);
              await Promise.all(some.map((id) => voidStep(id, 'moved', stage.id)));
            }
          },
        }),
      };
    },
  });

  const exit = useChange<Exit, View | undefined>({
    patch: ({ card, party, reason, occurredAt }) => {
      const back = offBoards(card);
      const exitedAt = occurredAt ?? new Date().toISOString();
      const backInList = patched(client, searchId, [card], { exitedAt, exitParty: party, exitReason: reason });
      return () => (back(), backInList());
    },
    send: ({ card, party, reason, note, occurredAt }, key) =>
      inTurn(card, async (version) => {
        const { data } = await api.POST('/api/v1/candidacies/{id}/exit', {
          params: { path: { id: card.id } },
          body: { party, reason, ...(note && { note }), ...(occurredAt && { occurredAt }) },
          headers: { ...ifMatch(version), 'Idempotency-Key': key },
        });
        return data;
      }),
    stale,
    said: ({ card, reason }) => ({
      title: t('candidacies.exit.done', { name: card.candidateName, reason: t(`words.exitReason.${reason}`) }),
      undo: () => voidStep(card.id, 'exited'),
    }),
    failed: ({ card }, thrown) => lost(card, thrown) || toProblem(thrown).status > 0,
  });

  const reopen = useChange<{ card: Card; stageId: string; note?: string | undefined }, View | undefined>({
    patch: ({ card }) => offBoards(card),
    send: ({ card, stageId, note }, key) =>
      inTurn(card, async (version) => {
        const { data } = await api.POST('/api/v1/candidacies/{id}/reopening', {
          params: { path: { id: card.id } },
          body: { stageId, ...(note && { note }) },
          headers: { ...ifMatch(version), 'Idempotency-Key': key },
        });
        return data;
      }),
    stale,
    said: ({ card, stageId }) => ({
      title: t('candidacies.reopen.done', { name: card.candidateName }),
      undo: () => voidStep(card.id, 'reopened', stageId),
    }),
    failed: ({ card }, thrown) => lost(card, thrown) || toProblem(thrown).status > 0,
  });

  const undoStep = async (entryId: string): Promise<void> => {
    await api.POST('/api/v1/history/{id}/voiding', { params: { path: { id: entryId } } });
    await refresh(client, stale);
  };

  return { move, moveMany, exit, reopen, undoStep };
}
