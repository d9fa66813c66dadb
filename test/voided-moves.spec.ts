import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stageGroups } from '@domain/agencies/pipeline.js';
import type { CandidacyHistory } from '../apps/api/src/candidacies/candidacy.view.js';
import type { TargetRow } from '../apps/api/src/searches/target.view.js';
import { World } from './support/world.js';

const groups = ['longlist', 'contacted', 'qualified', 'presented', 'accepted'] as const;
const rankOf = (group: string): number => (stageGroups as readonly string[]).indexOf(group);

describe('a move that was taken back', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('changes no figure: targets count as if it had never been, in any order of moves and undos', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ to: fc.nat(groups.length - 1) }) },
      { weight: 2, arbitrary: fc.constant('undo' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), async (people) => {
        const agency = await world.agency();
        const member = await agency.as('headhunter');
        const source = await agency.organization();
        const search = await agency.search({ opened_on: '2026-01-01' });
        await agency.insert('target', { search_id: search.id, organization_id: source.id });
        const furthest: number[] = [];
        for (const steps of people) {
          const { id: candidateId } = await agency.candidate();
          await agency.insert('affiliation', {
            candidate_id: candidateId,
            organization_id: source.id,
            type: 'employment',
            started_on: '2020-01-01',
          });
          const { body } = await member.post<{ items: { candidacyId: string }[] }>(
            `/api/v1/searches/${search.id}/candidacies`,
            { candidateIds: [candidateId] },
          );
          const url = `/api/v1/candidacies/${body.items[0]?.candidacyId}`;
          const counting = [0];
          for (const one of steps) {
            if (one !== 'undo') {
              const { status } = await member.post(`${url}/moves`, { stageId: search.stages[one.to] });
              if (status === 200) counting.push(one.to);
              continue;
            }
            const { items } = (await member.get<CandidacyHistory>(`${url}/history`)).body;
            const latest = items.find(({ voidedAt }) => voidedAt === null);
            const undone = await member.post(`/api/v1/history/${latest?.id}/voiding`);
            expect(undone.status).toBe(counting.length > 1 ? 200 : 409);
            if (undone.status === 200) counting.pop();
          }
          furthest.push(Math.max(...counting.map((index) => rankOf(groups[index] ?? ''))));
        }
        const { body } = await member.get<{ items: TargetRow[] }>(`/api/v1/searches/${search.id}/targets`);
        const reached = (group: string): number => furthest.filter((one) => one >= rankOf(group)).length;
        expect(body.items).toMatchObject([
          { identified: people.length, approached: reached('contacted'), interested: reached('qualified') },
        ]);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
