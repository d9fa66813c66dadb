import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BoardStage,
  type Card,
  cardOf,
  daysSince,
  placed,
  renewed,
  restored,
  spotsOf,
  without,
} from './board-state.js';

const card = (id: string, stageId: string): Card => ({
  id,
  searchId: 's',
  candidateId: `p${id}`,
  candidateName: id,
  nativeName: null,
  currentTitle: null,
  currentOrganizationName: null,
  doNotContact: false,
  attemptState: null,
  lastContactAt: null,
  role: 'candidate',
  stageId,
  stageName: stageId,
  group: 'longlist',
  rank: id,
  ownerId: null,
  ownerName: null,
  source: null,
  nextAction: null,
  nextActionOn: null,
  enteredStageAt: '2026-01-01T00:00:00.000Z',
  exitedAt: null,
  exitParty: null,
  exitReason: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
});
const stage = (id: string, ids: string, more = 0): BoardStage => ({
  id,
  name: id,
  group: 'longlist',
  total: ids.length + more,
  items: [...ids].map((one) => card(one, id)),
});
const now = '2026-03-01T00:00:00.000Z';
const board = [stage('one', 'abcd', 20), stage('two', 'e'), stage('three', '')];
const words = (stages: readonly BoardStage[]) =>
  stages.map(({ items, total }) => `${items.map(({ id }) => id).join('')}:${total}`);

describe('the cards of a board', () => {
  it('come to stand in a stage from now on, in its words', () => {
    const after = placed(board, [card('b', 'one')], 'two', 0, now);
    expect(words(after)).toEqual(['acd:23', 'be:2', ':0']);
    expect(cardOf(after, 'b')).toMatchObject({ stageId: 'two', stageName: 'two', enteredStageAt: now });
    expect(cardOf(placed(board, [card('b', 'one')], 'one', 0, now), 'b')).toMatchObject({
      enteredStageAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('go back alone: what others did meanwhile stays', () => {
    const ids = new Set(['b']);
    const spots = spotsOf(board, ids);
    const meanwhile = without(
      placed(placed(board, [card('b', 'one')], 'two', 0, now), [card('d', 'one')], 'three', 0, now),
      new Set(['e']),
    );
    expect(words(restored(meanwhile, [card('b', 'one')], spots))).toEqual(['abc:23', ':0', 'd:1']);
  });

  it('stand as before after any move is taken back', () => {
    const some = fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 });
    fc.assert(
      fc.property(some, fc.constantFrom('one', 'two', 'three'), fc.nat(5), (ids, to, index) => {
        const cards = ids.flatMap((id) => cardOf(board, id) ?? []);
        const after = placed(board, cards, to, index, now);
        expect(after.reduce((sum, { total }) => sum + total, 0)).toBe(25);
        expect(restored(after, cards, spotsOf(board, new Set(ids)))).toEqual(board);
      }),
    );
  });

  it('take what the server says, others stay the very same', () => {
    const after = renewed(board, { ...card('e', 'two'), version: 7 });
    expect(cardOf(after, 'e')?.version).toBe(7);
    expect(after[0]).toBe(board[0]);
  });

  it('count whole days', () => {
    expect(daysSince('2026-02-27T12:00:00.000Z', Date.parse(now))).toBe(1);
    expect(daysSince('2026-03-02T00:00:00.000Z', Date.parse(now))).toBe(0);
  });
});
