import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfferView, RivalOfferView } from '../apps/api/src/offers/offer.view.js';
import { offering, pay } from './support/offering.js';
import type { Refused } from './support/submitting.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

type Ground = Awaited<ReturnType<typeof offering>>;
type Bid = OfferView | RivalOfferView;

let world: World;
beforeAll(async () => {
  world = await World.open({ WORKER: 'on' });
});
afterAll(() => world.close());

const code = ({ status, body }: { status: number; body: Partial<Refused> }): [number, string | undefined] => [
  status,
  body.type?.replace('urn:longlist:', ''),
];

/** Everything that a step may change: offers, bids, candidacy, the log of stages that counts, placements, search. */
async function all({ agency }: Ground): Promise<unknown> {
  const { rows } = await world.owner.query(
    `select (select json_agg(json_build_array(o.number, o.state, o.reasons, o.stepped_at, o.starts_on) order by o.number) from offer o
        where o.agency_id = $1) as offers,
      (select json_agg(json_build_array(r.kind, r.state, r.reasons, r.stepped_at) order by r.id) from rival_offer r where r.agency_id = $1) as rivals,
      (select json_agg(json_build_array(c.stage_id, c.exited_at, c.exit_reason, c.entered_stage_at)) from candidacy c where c.agency_id = $1) as candidacies,
      (select json_agg(e.id order by e.id) from stage_entry e where e.agency_id = $1 and e.voided_at is null) as log,
      (select json_agg(json_build_array(l.state, l.starts_on)) from placement l where l.agency_id = $1) as placements,
      (select json_agg(s.state) from search s where s.agency_id = $1) as searches`,
    [agency.id],
  );
  return rows[0];
}

const last = ({ steps }: Bid): string => steps.find(({ voidedAt }) => voidedAt === null)?.id ?? '';
const offered = (one: Bid): boolean => one.takesBack === last(one);
const take = ({ member }: Ground, stepId: string) =>
  member.post<Partial<Refused> & { state?: string }>(`/api/v1/offer-steps/${stepId}/voiding`);
const offerOf = async ({ member }: Ground, id: string): Promise<OfferView> =>
  (await member.get<OfferView>(`/api/v1/offers/${id}`)).body;

/** Someone with stages on the way, whose log of stages begins as that of anybody who was added. */
async function ground(): Promise<Ground> {
  const one = await offering(world);
  const { agency, candidacyId, candidateId, searchId, stages } = one;
  await agency.insert('stage', { search_id: searchId, name: 'Offer', stage_group: 'offer', position: 9 });
  await agency.insert('stage_entry', {
    candidacy_id: candidacyId,
    candidate_id: candidateId,
    search_id: searchId,
    kind: 'added',
    to_stage_id: stages[3],
    occurred_at: '2026-01-01T00:00:00Z',
  });
  await world.owner.query('update candidacy set entered_stage_at = $2 where id = $1', [
    candidacyId,
    '2026-01-01T00:00:00Z',
  ]);
  return one;
}

describe('a step that is taken back', () => {
  it('leaves all as it was before, step by step to the draft', async () => {
    for (const end of ['reneging', 'rescinding']) {
      const one = await ground();
      const { id } = await one.draft({ startsOn: '2027-01-04' });
      const before: unknown[] = [];
      for (const way of ['telling', 'extension', 'acceptance', end]) {
        before.push(await all(one));
        expect(
          (await one.step(id, way, ['telling', 'extension'].includes(way) ? {} : { reasons: ['team'] })).status,
        ).toBe(200);
      }
      for (const was of before.toReversed()) {
        const now = await offerOf(one, id);
        expect(now.takesBack).toBe(last(now));
        const { status, body } = await take(one, last(now));
        expect([status, body.type]).toEqual([200, undefined]);
        expect(await all(one)).toEqual(was);
      }
      const { steps, takesBack } = await offerOf(one, id);
      expect(takesBack).toBeNull();
      expect(steps.map(({ to, voidedAt }) => [to, voidedAt !== null])).toEqual([
        [end === 'reneging' ? 'reneged' : 'rescinded', true],
        ['accepted', true],
        ['extended', true],
        ['verbal', true],
        ['draft', false],
      ]);
      expect(code(await take(one, steps.at(-1)?.id ?? ''))).toEqual([409, 'offer-step.first']);
      expect(code(await take(one, steps[0]?.id ?? ''))).toEqual([409, 'offer-step.voided']);
    }
  });

  it('of another bid brings back what its acceptance ended', async () => {
    for (const way of ['extension', 'acceptance']) {
      const one = await ground();
      const { id } = await one.draft({ startsOn: '2027-01-04' });
      await one.step(id, 'extension');
      if (way === 'acceptance') await one.step(id, 'acceptance');
      const bid = await one.rival('counteroffers', { state: 'received' });
      const before = await all(one);
      const lost = await one.member.post<RivalOfferView>(`/api/v1/counteroffers/${bid.id}/acceptance`, {
        reasons: ['pay'],
      });
      expect([lost.status, offered(lost.body)]).toEqual([200, true]);
      expect((await offerOf(one, id)).takesBack).toBeNull();
      expect(code(await take(one, last(await offerOf(one, id))))).toEqual([409, 'offer-step.follows']);
      expect((await take(one, last(lost.body))).body).toMatchObject({ rivalOfferId: bid.id, state: 'received' });
      expect(await all(one)).toEqual(before);
    }
    const one = await ground();
    const bid = await one.rival('competing-offers', { state: 'received' });
    const before = await all(one);
    const lost = await one.member.post<RivalOfferView>(`/api/v1/competing-offers/${bid.id}/acceptance`, {});
    expect((await one.standing()).reason).toBe('competing_offer_accepted');
    expect((await take(one, last(lost.body))).status).toBe(200);
    expect(await all(one)).toEqual(before);
  });

  it('is the latest one, and not where others have gone on since', async () => {
    const one = await ground();
    const { member } = one;
    const { id } = await one.draft({ startsOn: '2026-01-05' });
    await one.step(id, 'telling');
    const told = last(await offerOf(one, id));
    await one.step(id, 'extension');
    expect(code(await take(one, told))).toEqual([409, 'offer-step.not-latest']);
    await one.step(id, 'acceptance');
    const accepted = last(await offerOf(one, id));
    const { rows } = await world.owner.query<{ id: string }>('select id from placement where candidacy_id = $1', [
      one.candidacyId,
    ]);
    await member.post(`/api/v1/placements/${rows[0]?.id}/start`, { startedOn: '2026-01-05' });
    const before = await all(one);
    expect(code(await take(one, accepted))).toEqual([409, 'offer.started']);
    expect(await all(one)).toEqual(before);

    const other = await ground();
    const offer = await other.draft();
    await other.step(offer.id, 'extension');
    await other.step(offer.id, 'decline');
    const declined = last(await offerOf(other, offer.id));
    await other.draft();
    expect(code(await take(other, declined))).toEqual([409, 'offer.open']);
    const revised = await ground();
    const first = await revised.draft();
    await revised.step(first.id, 'revision', { package: pay });
    expect(code(await take(revised, last(await offerOf(revised, first.id))))).toEqual([409, 'offer-step.revised']);
  });

  it('is taken back by who made it, or by who may undo what colleagues did; by two at once it is taken back once', async () => {
    const one = await ground();
    const { id } = await one.draft();
    await one.step(id, 'telling');
    const step = last(await offerOf(one, id));
    const colleague = await one.agency.member('headhunter');
    expect((await colleague.get<OfferView>(`/api/v1/offers/${id}`)).body.takesBack).toBeNull();
    expect(code(await colleague.post(`/api/v1/offer-steps/${step}/voiding`))).toEqual([403, 'access.denied']);
    const elsewhere = await (await world.agency()).as('owner');
    expect(code(await elsewhere.post(`/api/v1/offer-steps/${step}/voiding`))).toEqual([404, 'resource.not-found']);
    const answers = await Promise.all([1, 2, 3].map(() => take(one, step)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const owner = await one.agency.as('owner');
    await one.step(id, 'telling');
    const again = last(await offerOf(one, id));
    expect((await owner.post(`/api/v1/offer-steps/${again}/voiding`)).status).toBe(200);
  });
});

describe('an exit by hand', () => {
  it('ends the open offer by who left, and brings it back when it is taken back', async () => {
    for (const [party, reason, ways, state] of [
      ['candidate', 'pay', ['extension'], 'declined'],
      ['client', 'opening_gone', ['extension'], 'withdrawn'],
      ['candidate', 'pay', [], 'withdrawn'],
      ['candidate', 'pay', ['extension', 'acceptance'], 'reneged'],
    ] as const) {
      const one = await ground();
      const { id } = await one.draft();
      for (const way of ways) await one.step(id, way);
      const before = await all(one);
      const exited = await one.member.post(`/api/v1/candidacies/${one.candidacyId}/exit`, { party, reason });
      expect(exited.status).toBe(200);
      await until(async () => (await offerOf(one, id)).state === state);
      const follows = last(await offerOf(one, id));
      const owner = await one.agency.as('owner');
      expect(code(await owner.post(`/api/v1/offer-steps/${follows}/voiding`))).toEqual([409, 'offer-step.follows']);
      const history = await one.member.get<{ items: { id: string }[] }>(
        `/api/v1/candidacies/${one.candidacyId}/history`,
      );
      expect((await one.member.post(`/api/v1/history/${history.body.items[0]?.id}/voiding`)).status).toBe(200);
      await until(async () => (await offerOf(one, id)).state !== state);
      expect(await all(one)).toEqual(before);
    }
  }, 60_000);
});
