import { addDays } from '@domain/day.js';
import type { CandidacyFeeView, FeeInstalmentRow } from '../../apps/api/src/offers/fee.view.js';
import type { Agency } from './agency.js';
import { offering } from './offering.js';
import type { World } from './world.js';

type Terms = { fee?: object; instalments?: object[]; guarantee?: object; agency?: Agency };
export type Rows = { items: FeeInstalmentRow[] };

/** A hire for 25 % of annual cash of 1,440,000 yuan, in thirds, credited to two colleagues. */
export async function hiring(world: World, { fee, instalments, guarantee, agency: own }: Terms = {}) {
  const today = dayOfNow();
  const ground = await offering(world, own);
  const { agency, member, candidacyId, searchId } = ground;
  const colleague = await agency.member('headhunter');
  const values = {
    opened_on: addDays(today, -60),
    guarantee_days: 90,
    guarantee_kind: 'refund_pro_rata',
    ...guarantee,
  };
  const names = Object.keys(values);
  await world.owner.query(
    `update search set ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} where id = $1`,
    [searchId, ...Object.values(values)],
  );
  const agree = async (more: object = {}) => {
    const put = await member.put(`/api/v1/searches/${searchId}/terms`, {
      fee: fee ?? { kind: 'rate', rate: 25, basis: 'annual_cash', currency: 'CNY' },
      instalments: instalments ?? [
        { trigger: 'start', share: 33.333 },
        { trigger: 'accepted', share: 33.333 },
        { trigger: 'guarantee_passed', share: 33.334 },
      ],
      credits: [
        { memberId: member.id, share: 60 },
        { memberId: colleague.id, share: 40 },
      ],
      ...more,
    });
    if (put.status !== 200) throw new Error(put.text);
  };
  const read = async (): Promise<CandidacyFeeView> => {
    const answer = await member.get<CandidacyFeeView>(`/api/v1/candidacies/${candidacyId}/fee`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  const accept = async (values: object = {}, offer: object = {}) => {
    const { id } = await ground.draft({ startsOn: addDays(today, 30), ...offer });
    await ground.step(id, 'extension');
    const accepted = await ground.step(id, 'acceptance', values);
    if (accepted.status !== 200) throw new Error(accepted.text);
    return accepted.body;
  };
  const placement = async (way: string, values: object = {}) => {
    const { rows } = await world.owner.query<{ id: string }>('select id from placement where candidacy_id = $1', [
      candidacyId,
    ]);
    const answer = await member.post(`/api/v1/placements/${rows.at(-1)?.id}/${way}`, values);
    if (answer.status !== 200) throw new Error(answer.text);
  };
  const rows = async (query = ''): Promise<FeeInstalmentRow[]> =>
    (await member.get<Rows>(`/api/v1/fees?searchId=${searchId}${query}`)).body.items;
  const stands = async () =>
    (await rows()).map(({ trigger, state, amount }) => `${trigger} ${state} ${amount?.amount ?? '–'}`);
  return { ...ground, colleague, agree, read, accept, placement, rows, stands };
}
/** The day it is in UTC, where agencies of tests work. */
export const dayOfNow = (): string => new Date().toISOString().slice(0, 10);

/** What each instalment waits for, how it stands, its day and what it comes to. */
export const instalmentLines = ({ instalments }: CandidacyFeeView): string[] =>
  instalments.map(
    ({ trigger, state, dueOn, amount }) => `${trigger} ${state} ${dueOn ?? '–'} ${amount?.amount ?? '–'}`,
  );
