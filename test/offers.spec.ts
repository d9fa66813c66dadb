import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { clientRoles, rolePermissions, roles } from '@domain/access/roles.js';
import { addDays } from '@domain/day.js';
import { offerStates, type OfferState, rivalOfferStates } from '@domain/offers/offer.js';
import {
  offerTransitions,
  type OfferWay,
  rivalOfferTransitions,
  type RivalOfferWay,
} from '@domain/offers/offer.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Units } from '@platform/db/units.js';
import { OfferJob } from '../apps/api/src/offers/offer.job.js';
import type { OfferView, RivalOfferView } from '../apps/api/src/offers/offer.view.js';
import { offering, pay } from './support/offering.js';
import type { Refused } from './support/submitting.js';
import { World } from './support/world.js';

const paths: Partial<Record<OfferWay, string>> = {
  tell: 'telling',
  extend: 'extension',
  accept: 'acceptance',
  decline: 'decline',
  withdraw: 'withdrawal',
  revise: 'revision',
  renege: 'reneging',
  rescind: 'rescinding',
};
const rivalPaths: Record<RivalOfferWay, string> = {
  receive: 'receipt',
  refuse: 'refusal',
  accept: 'acceptance',
  lapse: 'lapse',
};
const code = ({ status, body }: { status: number; body: unknown }): [number, string | undefined] => [
  status,
  (body as Refused | null)?.type?.replace('urn:longlist:', ''),
];

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

describe('an offer', () => {
  it('goes from draft to the first day, and takes candidacy and placement along', async () => {
    const { agency, candidacyId, candidateId, draft, step, standing, member, searchId } = await offering(world);
    await agency.insert('stage', { search_id: searchId, name: 'Offer', stage_group: 'offer', position: 9 });
    const offer = await draft({ startsOn: '2027-01-04', note: 'As agreed' });
    expect(offer).toMatchObject({
      candidacyId,
      candidateId,
      number: 1,
      state: 'draft',
      annualCash: { amount: '1440000.00', currency: 'CNY' },
      package: { guaranteedCash: { amount: '1080000.00', currency: 'CNY' }, oneOffs: [{ kind: 'inducement' }] },
      abilities: ['edit', 'approve', 'tell', 'extend', 'withdraw', 'revise'],
    });
    expect((await step(offer.id, 'client-approval', { approvedBy: 'Wei Lin' })).body.approvedBy).toBe('Wei Lin');
    expect((await step(offer.id, 'telling')).body.state).toBe('verbal');
    expect(await standing()).toEqual({ group: 'offer', reason: null, placement: null });
    expect((await step(offer.id, 'extension')).body.state).toBe('extended');
    const accepted = await step(offer.id, 'acceptance', { reasons: ['compute', 'pay'] });
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      reasons: ['compute', 'pay'],
      abilities: ['date', 'renege', 'rescind', 'summarize'],
    });
    expect(accepted.body.steps.map(({ to }) => to)).toEqual(['accepted', 'extended', 'verbal', 'draft']);
    expect(await standing()).toEqual({ group: 'accepted', reason: null, placement: 'awaiting_start' });
    const today = new Date().toISOString().slice(0, 10);
    const days = { resignedOn: addDays(today, -1), resignationConfirmedOn: today, lastDayOn: addDays(today, 30) };
    const dated = await member.patch<OfferView>(`/api/v1/offers/${offer.id}`, accepted.body.version, days);
    expect([dated.status, dated.body]).toMatchObject([200, days]);
    const later = await member.patch<OfferView>(`/api/v1/offers/${offer.id}`, dated.body.version, {
      startsOn: '2027-02-01',
    });
    expect([later.status, later.body.startsOn]).toEqual([200, '2027-02-01']);
    const { rows: waiting } = await world.owner.query<{ day: string }>(
      'select starts_on::text as day from placement where candidacy_id = $1',
      [candidacyId],
    );
    expect(waiting).toEqual([{ day: '2027-02-01' }]);
    const { rows } = await world.owner.query('select type from event where subject_id = $1 order by id', [offer.id]);
    expect(rows.map(({ type }: { type: string }) => type)).toEqual([
      'offer.made',
      'offer.approved',
      'offer.told',
      'offer.extended',
      'offer.accepted',
      'offer.changed',
      'offer.changed',
    ]);
  });

  it('is one at a time on a candidacy; a new version supersedes the former', async () => {
    const { candidacyId, draft, step, member, counts } = await offering(world);
    const first = await draft();
    const before = await counts();
    expect(code(await member.post(`/api/v1/candidacies/${candidacyId}/offers`, { package: pay }))).toEqual([
      409,
      'offer.open',
    ]);
    expect(await counts()).toEqual(before);
    await step(first.id, 'extension');
    const revised = await step(first.id, 'revision', { package: { ...pay, baseAmount: '95000' } });
    expect([revised.status, revised.body]).toMatchObject([
      201,
      { number: 2, state: 'draft', annualCash: { amount: '1520000.00' } },
    ]);
    const list = await member.get<{ items: { number: number; state: string }[] }>(
      `/api/v1/candidacies/${candidacyId}/offers`,
    );
    expect(list.body.items.map(({ number, state }) => [number, state]).sort()).toEqual([
      [1, 'superseded'],
      [2, 'draft'],
    ]);
  });

  it('begun twice at once is begun once', async () => {
    const { candidacyId, member, counts } = await offering(world);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => member.post(`/api/v1/candidacies/${candidacyId}/offers`, { package: pay })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await counts()).toMatchObject({ offers: ['draft'], packages: 1, steps: 1 });
  });

  it('stays as it is once it is out, and its days follow each other', async () => {
    const { draft, step, member } = await offering(world);
    const offer = await draft();
    const patch = (version: number, values: object) =>
      member.patch<OfferView & Refused>(`/api/v1/offers/${offer.id}`, version, values);
    const cheaper = await patch(1, { package: { ...pay, baseAmount: '80000' } });
    expect(cheaper.body.annualCash?.amount).toBe('1280000.00');
    expect(code(await patch(cheaper.body.version, { package: null }))).toEqual([400, 'request.invalid']);
    expect(code(await patch(cheaper.body.version, { resignedOn: '2026-01-01' }))).toEqual([409, 'offer.state']);
    const out = await step(offer.id, 'extension');
    for (const values of [{ package: pay }, { expiresOn: '2027-01-01' }, { note: 'x' }, { startsOn: '2027-01-01' }]) {
      expect(code(await patch(out.body.version, values))).toEqual([409, 'offer.fixed']);
    }
    const { body } = await step(offer.id, 'acceptance');
    const wrong = await patch(body.version, {
      resignationConfirmedOn: '2026-01-01',
      lastDayOn: '2026-02-01',
      startsOn: '2026-02-01',
    });
    expect(wrong.body.errors?.map(({ pointer }) => pointer)).toEqual(['/resignedOn', '/startsOn']);
    const later = addDays(new Date().toISOString().slice(0, 10), 2);
    expect(code(await patch(body.version, { resignedOn: later }))).toEqual([422, 'offer.days']);
  });

  it('refuses pay that cannot be, by its field, and writes nothing', async () => {
    const { candidacyId, member, counts } = await offering(world);
    const before = await counts();
    const grant = { kind: 'rsu', units: '100', vestSplit: [25, 25, 25, 20] };
    const bad: [object, number, string][] = [
      [{ ...pay, baseAmount: '-1' }, 400, '/package/baseAmount'],
      [{ ...pay, baseAmount: '9999999999999999' }, 400, '/package/baseAmount'],
      [{ ...pay, currency: 'yuan' }, 400, '/package/currency'],
      [{ ...pay, months: null }, 422, '/package/months'],
      [{ ...pay, bonusAmount: '360000' }, 409, '/package/bonusAmount'],
      [{ ...pay, grants: [grant] }, 422, '/package/grants/0/vestSplit'],
      [
        { ...pay, oneOffs: [{ kind: 'retention', amount: '1', clawBack: 'full' }] },
        422,
        '/package/oneOffs/0/clawBackMonths',
      ],
    ];
    for (const [one, status, pointer] of bad) {
      const refused = await member.post<Refused>(`/api/v1/candidacies/${candidacyId}/offers`, { package: one });
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
    }
    expect(code(await member.post(`/api/v1/candidacies/${candidacyId}/offers`, {}))).toEqual([400, 'request.invalid']);
    expect(await counts()).toEqual(before);
  });

  it('is not made to who is out of the pipeline, and steps come in the order in which they happened', async () => {
    const { candidacyId, draft, step, member } = await offering(world);
    const offer = await draft();
    const ahead = new Date(Date.now() + 86_400_000).toISOString();
    expect(code(await step(offer.id, 'extension', { occurredAt: ahead }))).toEqual([422, 'offer.occurred']);
    expect(code(await step(offer.id, 'extension', { occurredAt: '2020-01-01T00:00:00Z' }))).toEqual([
      422,
      'offer.occurred',
    ]);
    await member.post(`/api/v1/candidacies/${candidacyId}/exit`, { party: 'candidate', reason: 'pay' });
    for (const way of ['telling', 'extension']) {
      expect(code(await step(offer.id, way))).toEqual([409, 'candidacy.exited']);
    }
    await step(offer.id, 'withdrawal');
    expect(code(await member.post(`/api/v1/candidacies/${candidacyId}/offers`, { package: pay }))).toEqual([
      409,
      'candidacy.exited',
    ]);
  });

  it('that is reneged or rescinded before the start ends placement and candidacy; after the start neither can be', async () => {
    for (const [way, reason] of [
      ['reneging', 'reneged'],
      ['rescinding', 'offer_rescinded'],
    ] as const) {
      const { draft, step, standing } = await offering(world);
      const { id } = await draft({ startsOn: '2027-01-04' });
      await step(id, 'extension');
      await step(id, 'acceptance');
      expect((await step(id, way, { reasons: ['pay'] })).status).toBe(200);
      expect(await standing()).toMatchObject({ reason, placement: 'no_show' });
    }
    const { agency, candidacyId, draft, step, member } = await offering(world);
    const { id } = await draft({ startsOn: '2026-01-05' });
    await step(id, 'extension');
    await step(id, 'acceptance');
    const { rows } = await world.owner.query<{ id: string }>('select id from placement where candidacy_id = $1', [
      candidacyId,
    ]);
    expect((await member.post(`/api/v1/placements/${rows[0]?.id}/start`, { startedOn: '2026-01-05' })).status).toBe(
      200,
    );
    const before = await world.owner.query('select count(*) from event where agency_id = $1', [agency.id]);
    expect(code(await step(id, 'reneging'))).toEqual([409, 'offer.started']);
    expect(code(await step(id, 'rescinding'))).toEqual([409, 'offer.started']);
    expect((await world.owner.query('select count(*) from event where agency_id = $1', [agency.id])).rows).toEqual(
      before.rows,
    );
    const view = await member.get<OfferView>(`/api/v1/offers/${id}`);
    expect(view.body.abilities).toEqual([]);
  });

  it('expires by the clock when its last day is over, and cannot be accepted then', async () => {
    const { agency, draft, step, member } = await offering(world);
    const today = new Date().toISOString().slice(0, 10);
    const { id } = await draft({ expiresOn: addDays(today, 1) });
    await step(id, 'extension');
    const job = world.app.get(OfferJob);
    const units = world.app.get(Units);
    await expired(units, job, agency.id);
    expect((await member.get<OfferView>(`/api/v1/offers/${id}`)).body.state).toBe('extended');
    const clock = world.app.get(Clock);
    const now = jest.spyOn(clock, 'now').mockImplementation(() => new Date(Date.now() + 3 * 86_400_000));
    try {
      expect(code(await step(id, 'acceptance'))).toEqual([409, 'offer.over']);
      await expired(units, job, agency.id);
    } finally {
      now.mockRestore();
    }
    const { body } = await member.get<OfferView>(`/api/v1/offers/${id}`);
    expect([body.state, body.steps[0]?.memberName]).toEqual(['expired', null]);
    expect(code(await step(id, 'acceptance'))).toEqual([409, 'offer.state']);
  });
});

/** One run of the job in the agency, as the worker does it. */
async function expired(units: Units, job: OfferJob, agencyId: string): Promise<void> {
  await units.run(units.systemActor(agencyId), () => job.run(agencyId));
}

/** Removes the other versions of an offer. */
async function others({ id, candidacyId }: OfferView): Promise<void> {
  const versions = 'select id from offer where candidacy_id = $1 and id <> $2';
  await world.owner.query(`delete from package where offer_id in (${versions})`, [candidacyId, id]);
  await world.owner.query(`delete from offer_step where offer_id in (${versions})`, [candidacyId, id]);
  await world.owner.query('delete from offer where candidacy_id = $1 and id <> $2', [candidacyId, id]);
}

describe('every state, way and role', () => {
  it('of an offer', async () => {
    const { agency, draft, stages } = await offering(world);
    const offer = await draft();
    const set = (state: OfferState): Promise<unknown> =>
      world.owner.query(
        `with a as (update candidacy set exited_at = null, exit_party = null, exit_reason = null, stage_id = $3 where id = $4),
           b as (delete from placement where candidacy_id = $4)
         update offer set state = $2, stepped_at = now() - interval '1 hour' where id = $1`,
        [offer.id, state, stages[3], offer.candidacyId],
      );
    const met: string[] = [];
    for (const role of roles.filter((one) => !clientRoles.includes(one))) {
      const caller = await agency.as(role);
      for (const state of offerStates) {
        for (const [way, { from, needs }] of Object.entries(offerTransitions)) {
          const path = paths[way as OfferWay];
          if (!path) continue;
          await others(offer);
          await set(state);
          const { status } = await caller.post(
            `/api/v1/offers/${offer.id}/${path}`,
            way === 'revise' ? { package: pay } : {},
          );
          const wanted = !rolePermissions[role].has(needs)
            ? 403
            : (from as readonly OfferState[]).includes(state)
              ? way === 'revise'
                ? 201
                : 200
              : 409;
          if (status !== wanted) met.push(`${role} ${state} ${way}: ${status}, not ${wanted}`);
        }
      }
    }
    expect(met).toEqual([]);
  }, 120_000);

  it('of a counteroffer and of a competing offer', async () => {
    const { agency, rival, stages, candidacyId } = await offering(world);
    const met: string[] = [];
    for (const kind of ['counteroffers', 'competing-offers'] as const) {
      const { id } = await rival(kind);
      for (const role of roles.filter((one) => !clientRoles.includes(one))) {
        const caller = await agency.as(role);
        for (const state of rivalOfferStates) {
          for (const [way, { from, needs }] of Object.entries(rivalOfferTransitions)) {
            await world.owner.query(
              `with a as (update candidacy set exited_at = null, exit_party = null, exit_reason = null, stage_id = $3 where id = $4)
               update rival_offer set state = $2, stepped_at = now() - interval '1 hour' where id = $1`,
              [id, state, stages[3], candidacyId],
            );
            const { status } = await caller.post(`/api/v1/${kind}/${id}/${rivalPaths[way as RivalOfferWay]}`, {});
            const wanted = !rolePermissions[role].has(needs)
              ? 403
              : (from as readonly string[]).includes(state)
                ? 200
                : 409;
            if (status !== wanted) met.push(`${kind} ${role} ${state} ${way}: ${status}, not ${wanted}`);
          }
        }
      }
    }
    expect(met).toEqual([]);
  }, 120_000);
});

describe('a bid against ours', () => {
  it('is rehearsed, received, answered by a version of our offer and refused', async () => {
    const { draft, step, rival, member } = await offering(world);
    const offer = await draft();
    await step(offer.id, 'extension');
    const expected = await rival('counteroffers', { note: 'A retention bonus' });
    expect(expected).toMatchObject({
      kind: 'counteroffer',
      state: 'expected',
      annualCash: null,
      organizationId: expect.any(String),
    });
    const received = await member.post<RivalOfferView>(`/api/v1/counteroffers/${expected.id}/receipt`, {});
    const linked = await member.patch<RivalOfferView>(`/api/v1/counteroffers/${expected.id}`, received.body.version, {
      package: { ...pay, baseAmount: '72000' },
      answerOfferId: offer.id,
    });
    expect(linked.body).toMatchObject({ answerOfferId: offer.id, annualCash: { amount: '1152000.00' } });
    const refused = await member.post<RivalOfferView>(`/api/v1/counteroffers/${expected.id}/refusal`, {
      reasons: ['trust'],
    });
    expect(refused.body).toMatchObject({ state: 'refused', reasons: ['trust'] });
    expect((await member.get(`/api/v1/competing-offers/${expected.id}`)).status).toBe(404);
    const other = await offering(world);
    const foreign = await other.draft();
    const elsewhere = await offering(world, other.agency);
    const theirs = await elsewhere.rival('competing-offers');
    expect(
      code(await other.member.patch(`/api/v1/competing-offers/${theirs.id}`, 1, { answerOfferId: foreign.id })),
    ).toEqual([422, 'rival-offer.answer']);
  });

  it.each([
    ['counteroffers', 'counteroffer_accepted'],
    ['competing-offers', 'competing_offer_accepted'],
  ] as const)(
    'accepted (%s) ends our offer as far as it was, and the candidacy with that reason',
    async (kind, reason) => {
      for (const [steps, state, placement] of [
        [[], 'withdrawn', null],
        [['telling'], 'declined', null],
        [['extension'], 'declined', null],
        [['extension', 'acceptance'], 'reneged', 'no_show'],
      ] as const) {
        const { draft, step, rival, member, standing } = await offering(world);
        const offer = await draft({ startsOn: '2027-01-04' });
        for (const one of steps) await step(offer.id, one);
        const bid = await rival(kind, { state: 'received' });
        const lost = await member.post(`/api/v1/${kind}/${bid.id}/acceptance`, { reasons: ['pay'] });
        expect(lost.status).toBe(200);
        expect((await member.get<OfferView>(`/api/v1/offers/${offer.id}`)).body.state).toBe(state);
        expect(await standing()).toMatchObject({ reason, placement });
      }
    },
  );

  it('stands where there is no offer of ours', async () => {
    const { rival, member, standing } = await offering(world);
    const bid = await rival('competing-offers', { state: 'received' });
    expect((await member.post(`/api/v1/competing-offers/${bid.id}/acceptance`, {})).status).toBe(200);
    expect(await standing()).toMatchObject({ reason: 'competing_offer_accepted' });
  });
});
