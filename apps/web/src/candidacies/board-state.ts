import type { Schemas } from '../app/api.js';

export type Card = Schemas['CandidacyRow'];
export type BoardStage = Schemas['BoardStage'];
export type Stages = readonly BoardStage[];

/** Where a card stood: its stage, and the card above it. */
export type Spot = { stageId: string; after: string | undefined };

/** The card with this id, or undefined. */
export function cardOf(stages: Stages, id: string): Card | undefined {
  return stages.flatMap(({ items }) => items).find((card) => card.id === id);
}

/** Where the cards stand now, by their ids. */
export function spotsOf(stages: Stages, ids: ReadonlySet<string>): Map<string, Spot> {
  const spots = stages.flatMap(({ id: stageId, items }) =>
    items.map(({ id }, index) => [id, { stageId, after: items[index - 1]?.id }] as const),
  );
  return new Map(spots.filter(([id]) => ids.has(id)));
}

/** The stages without these cards, and without them in the totals. */
export function without(stages: Stages, ids: ReadonlySet<string>): BoardStage[] {
  return stages.map((stage) => {
    const items = stage.items.filter(({ id }) => !ids.has(id));
    const total = stage.total - (stage.items.length - items.length);
    return items.length === stage.items.length ? stage : { ...stage, items, total };
  });
}

/** The stages after these cards came to stand in a stage from an index on; the index counts without them. */
export function placed(
  stages: Stages,
  cards: readonly Card[],
  stageId: string,
  index: number,
  now: string,
): BoardStage[] {
  return without(stages, new Set(cards.map(({ id }) => id))).map((stage) => {
    if (stage.id !== stageId) return stage;
    const { id, name, group } = stage;
    const moved = cards.map((card) =>
      card.stageId === id ? card : { ...card, stageId: id, stageName: name, group, enteredStageAt: now },
    );
    const items = [...stage.items.slice(0, index), ...moved, ...stage.items.slice(index)];
    return { ...stage, items, total: stage.total + cards.length };
  });
}

/** The stages after these cards went back to their spots; everything that happened to others meanwhile stays. */
export function restored(stages: Stages, cards: readonly Card[], spots: ReadonlyMap<string, Spot>): BoardStage[] {
  return cards.reduce<BoardStage[]>(
    (now, card) => {
      const spot = spots.get(card.id);
      return now.map((stage) => {
        if (stage.id !== spot?.stageId) return stage;
        const index = stage.items.findIndex(({ id }) => id === spot.after) + 1;
        const items = [...stage.items.slice(0, index), card, ...stage.items.slice(index)];
        return { ...stage, items, total: stage.total + 1 };
      });
    },
    without(stages, new Set(cards.map(({ id }) => id))),
  );
}

/** The stages with what the server says of a card in its place. */
export function renewed(stages: Stages, row: Card): BoardStage[] {
  return stages.map((stage) =>
    stage.items.some(({ id }) => id === row.id)
      ? { ...stage, items: stage.items.map((card) => (card.id === row.id ? { ...card, ...row } : card)) }
      : stage,
  );
}

/** Whole days since the instant. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 86_400_000));
}
