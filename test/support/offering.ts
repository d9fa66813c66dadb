import { addMonths } from '@domain/day.js';
import type { OfferView, RivalOfferView } from '../../apps/api/src/offers/offer.view.js';
import type { Agency, Member } from './agency.js';
import type { Answer } from './client.js';
import type { Refused } from './submitting.js';
import type { World } from './world.js';

/** 90,000 yuan × 16 and a sign-on. */
export const pay = {
  currency: 'CNY',
  baseAmount: '90000',
  basePer: 'month',
  months: 16,
  extraMonths: 'target',
  oneOffs: [{ kind: 'inducement', amount: '300000' }],
} as const;

type Ground = {
  agency: Agency;
  member: Member;
  candidacyId: string;
  candidateId: string;
  searchId: string;
  stages: string[];
  /** Begins an offer of the candidacy. */
  draft: (values?: object) => Promise<OfferView>;
  step: (id: string, way: string, values?: object) => Promise<Answer<OfferView & Refused>>;
  rival: (kind: 'counteroffers' | 'competing-offers', values?: object) => Promise<RivalOfferView>;
  /** Stage group, exit and placement of the candidacy. */
  standing: () => Promise<{ group: string; reason: string | null; placement: string | null }>;
  counts: () => Promise<unknown>;
};

/** Someone whom a client is about to make an offer. */
export async function offering(world: World, agency?: Agency): Promise<Ground> {
  const mine = agency ?? (await world.agency());
  const member = await mine.as('headhunter');
  const { id: searchId, stages } = await mine.search();
  const { id: employer } = await mine.organization();
  const { id: candidateId } = await mine.candidate({ current_organization_id: employer });
  const { id: candidacyId } = await mine.candidacy({
    search_id: searchId,
    candidate_id: candidateId,
    stage_id: stages[3],
  });
  return {
    agency: mine,
    member,
    candidacyId,
    candidateId,
    searchId,
    stages,
    draft: async (values = {}) => {
      const made = await member.post<OfferView>(`/api/v1/candidacies/${candidacyId}/offers`, {
        package: pay,
        ...values,
      });
      if (made.status !== 201) throw new Error(made.text);
      return made.body;
    },
    step: (id, way, values = {}) => member.post(`/api/v1/offers/${id}/${way}`, values),
    rival: async (kind, values = {}) => {
      const made = await member.post<RivalOfferView>(`/api/v1/candidacies/${candidacyId}/${kind}`, values);
      if (made.status !== 201) throw new Error(made.text);
      return made.body;
    },
    standing: async () => {
      const { rows } = await world.owner.query<{ group: string; reason: string | null; placement: string | null }>(
        `select s.stage_group as group, c.exit_reason as reason,
            (select l.state from placement l where l.agency_id = c.agency_id and l.candidacy_id = c.id) as placement
          from candidacy c join stage s on s.agency_id = c.agency_id and s.id = c.stage_id where c.id = $1`,
        [candidacyId],
      );
      if (!rows[0]) throw new Error('the candidacy is gone');
      return rows[0];
    },
    counts: async () => {
      const { rows } = await world.owner.query(
        `select (select json_agg(o.state order by o.number) from offer o where o.agency_id = $1) as offers,
          (select count(*) from offer_step where agency_id = $1) as steps,
          (select count(*) from package where agency_id = $1) as packages,
          (select count(*) from rival_offer where agency_id = $1) as rivals,
          (select count(*) from event where agency_id = $1) as events`,
        [mine.id],
      );
      return rows[0];
    },
  };
}

/** The last day employed of example 10. */
export const lastDay = '2026-08-31';
const inMonth = (month: number): string => addMonths('2026-09-01', month);
/** A plan in money of a new or an old employer. */
export const plan = (amount: string, values: object = {}) => ({
  kind: 'cash_plan',
  amount,
  grantor: 'Northstar AI',
  ...values,
});

/** Example 10 of `pay.md`, entered as a headhunter enters it. */
export async function exampleTen(world: World, agency?: Agency) {
  const ground = await offering(world, agency);
  const { member, candidateId, candidacyId, draft, rival } = ground;
  const kept = [6, 18].map((month) =>
    plan('600000', { vestStart: addMonths(inMonth(month), -12), vestMonths: 12, vestEveryMonths: 12 }),
  );
  const current = {
    ...pay,
    baseAmount: '60000',
    source: 'volunteered',
    grants: kept,
    oneOffs: [{ kind: 'inducement', amount: '100000', paidOn: '2026-08-01', clawBack: 'full', clawBackMonths: 24 }],
  };
  const put = await member.put(`/api/v1/candidates/${candidateId}/package`, { current });
  if (put.status !== 200) throw new Error(put.text);
  const offer = await draft({
    package: { ...pay, grants: [plan('2400000', { vestMonths: 48, vestEveryMonths: 12 })] },
  });
  const counter = await rival('counteroffers', {
    package: {
      ...pay,
      baseAmount: '72000',
      oneOffs: [{ kind: 'retention', amount: '500000', paidOn: inMonth(12) }],
      grants: [plan('400000', { vestMonths: 24, vestEveryMonths: 12 })],
    },
  });
  const url = `/api/v1/candidacies/${candidacyId}/comparison`;
  return { ...ground, url, offer, counter };
}
