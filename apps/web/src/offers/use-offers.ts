import type { Permission } from '@domain/access/permissions.js';
import type { RivalOfferKind } from '@domain/offers/offer.js';
import { type OfferWay, rivalOfferTransitions, type RivalOfferWay } from '@domain/offers/offer.rules.js';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';

export type Offer = Schemas['OfferRow'];
export type OfferDetail = Schemas['OfferView'];

/** A step that somebody records; `expire` is the clock, `revise` a new version. */
export type OfferStep = Exclude<OfferWay, 'expire' | 'revise'>;
export type RivalOfferAction = 'steps' | 'edit' | 'answer' | RivalOfferWay;

/** What a change of an offer or of a bid against it makes stale. */
export const offerStale = [
  '/offers',
  '/counteroffers',
  '/competing-offers',
  '/candidacies',
  '/placements',
  '/searches',
  '/timeline',
  '/candidates',
  '/fees',
] as const;

type May = (permission: Permission) => boolean;

const rivalWays = Object.keys(rivalOfferTransitions) as RivalOfferWay[];

/** What can be done with a counteroffer or a competing offer as it stands. */
export function rivalOfferActions({ state }: Schemas['RivalOfferRow'], may: May): RivalOfferAction[] {
  return [
    'steps',
    ...(may('offer.edit') ? (['edit', 'answer'] as const) : []),
    ...rivalWays.filter((way) => {
      const { from, needs } = rivalOfferTransitions[way];
      return may(needs) && from.some((one) => one === state);
    }),
  ];
}

export type RivalOffer = Schemas['RivalOfferRow'];

const stepPaths = {
  tell: '/api/v1/offers/{id}/telling',
  extend: '/api/v1/offers/{id}/extension',
  accept: '/api/v1/offers/{id}/acceptance',
  decline: '/api/v1/offers/{id}/decline',
  withdraw: '/api/v1/offers/{id}/withdrawal',
  renege: '/api/v1/offers/{id}/reneging',
  rescind: '/api/v1/offers/{id}/rescinding',
} as const satisfies Record<OfferStep, string>;

type Made = { candidacyId: string; name: string; body: Schemas['MakeOffer']; key: string };

/** Begins an offer as a draft; what is refused is left to the form that asked. */
export function useMakeOffer(): (made: Made) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Made, unknown>({
    send: ({ candidacyId, body, key }) =>
      api.POST('/api/v1/candidacies/{id}/offers', {
        params: { path: { id: candidacyId } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    stale: offerStale,
    said: ({ name }) => ({ title: t('offers.done.make', { name }) }),
    failed: () => true,
  });
}

type Revised = { offer: Offer; body: Schemas['MakeOffer']; key: string };

/** Puts a new version in the place of an offer. */
export function useReviseOffer(): (revised: Revised) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Revised, Schemas['OfferView'] | undefined>({
    send: async ({ offer: { id }, body, key }) => {
      const { data } = await api.POST('/api/v1/offers/{id}/revision', {
        params: { path: { id } },
        body,
        headers: { 'Idempotency-Key': key },
      });
      return data;
    },
    stale: offerStale,
    said: ({ offer }, made) => ({
      title: t('offers.done.revise', { name: offer.candidateName, number: made?.number ?? offer.number + 1 }),
    }),
    failed: () => true,
  });
}

type Patched = { offer: Offer; body: Schemas['PatchOffer']; before: Schemas['PatchOffer']; key: string };

/** Changes an offer, and offers to write back what was there. */
export function usePatchOffer(): (patched: Patched) => Promise<unknown> {
  const { t } = useTranslation();
  const patch = async (id: string, version: number, body: Schemas['PatchOffer'], key?: string) => {
    const { data } = await api.PATCH('/api/v1/offers/{id}', {
      params: { path: { id } },
      body,
      headers: { ...ifMatch(version), ...(key && { 'Idempotency-Key': key }) },
    });
    return data;
  };
  return useChange<Patched, Schemas['OfferView'] | undefined>({
    send: ({ offer: { id, version }, body, key }) => patch(id, version, body, key),
    stale: offerStale,
    said: ({ offer, before }, view) => ({
      title: t('offers.done.edit', { name: offer.candidateName }),
      ...(view && { undo: async () => void (await patch(offer.id, view.version, before)) }),
    }),
    failed: () => true,
  });
}

type Approved = { offer: Offer; body: Schemas['ApproveOffer']; key: string };

/** Keeps that the client approved an offer. */
export function useApproveOffer(): (approved: Approved) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Approved, unknown>({
    send: ({ offer: { id }, body, key }) =>
      api.POST('/api/v1/offers/{id}/client-approval', {
        params: { path: { id } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    stale: offerStale,
    said: ({ offer: { candidateName: name } }) => ({ title: t('offers.done.approve', { name }) }),
    failed: () => true,
  });
}

/** Takes back the latest step of an offer or of a bid against it. */
export async function takeBackStep(id: string): Promise<void> {
  await api.POST('/api/v1/offer-steps/{id}/voiding', { params: { path: { id } } });
}

/** What takes back the step that led to this answer, where it can be. */
const undoOf = (view: { takesBack: string | null } | undefined): { undo?: () => Promise<void> } => {
  const step = view?.takesBack;
  return step ? { undo: () => takeBackStep(step) } : {};
};

type Stepped = { offer: Offer; step: OfferStep; body: Schemas['AcceptOffer']; key: string };

/** Records a step of an offer; what is refused is left to the dialog. */
export function useStepOffer(): (stepped: Stepped) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Stepped, Schemas['OfferView'] | undefined>({
    send: async ({ offer: { id }, step, body, key }) => {
      const asked = { params: { path: { id } }, body, headers: { 'Idempotency-Key': key } };
      return (await api.POST(stepPaths[step], asked)).data;
    },
    stale: offerStale,
    said: ({ offer: { candidateName: name }, step }, view) => ({
      title: t(`offers.done.${step}`, { name }),
      ...undoOf(view),
    }),
    failed: () => true,
  });
}

const rivalPaths = {
  counteroffer: {
    list: '/api/v1/candidacies/{id}/counteroffers',
    one: '/api/v1/counteroffers/{id}',
    receive: '/api/v1/counteroffers/{id}/receipt',
    refuse: '/api/v1/counteroffers/{id}/refusal',
    accept: '/api/v1/counteroffers/{id}/acceptance',
    lapse: '/api/v1/counteroffers/{id}/lapse',
  },
  competing_offer: {
    list: '/api/v1/candidacies/{id}/competing-offers',
    one: '/api/v1/competing-offers/{id}',
    receive: '/api/v1/competing-offers/{id}/receipt',
    refuse: '/api/v1/competing-offers/{id}/refusal',
    accept: '/api/v1/competing-offers/{id}/acceptance',
    lapse: '/api/v1/competing-offers/{id}/lapse',
  },
} as const satisfies Record<RivalOfferKind, Record<'list' | 'one' | RivalOfferWay, string>>;

/** One bid with its pay and its steps, fresh; nothing is asked for without one. */
export function useRivalOffer(kind: RivalOfferKind, id: string | undefined) {
  const asked = { params: { path: { id: id ?? '' } } };
  return $api.useQuery('get', rivalPaths[kind].one, asked, { enabled: id !== undefined, staleTime: 0 });
}

type Noted = {
  kind: RivalOfferKind;
  candidacyId: string;
  name: string;
  body: Schemas['NoteRivalOffer'];
  key: string;
};

/** Notes a bid against our offer: expected, or received. */
export function useNoteRivalOffer(): (noted: Noted) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<Noted, unknown>({
    send: ({ kind, candidacyId, body, key }) =>
      api.POST(rivalPaths[kind].list, {
        params: { path: { id: candidacyId } },
        body,
        headers: { 'Idempotency-Key': key },
      }),
    stale: offerStale,
    said: ({ kind, name }) => ({ title: t(`offers.rivalDone.note.${kind}`, { name }) }),
    failed: () => true,
  });
}

type RivalPatched = {
  rival: RivalOffer;
  body: Schemas['PatchRivalOffer'];
  before: Schemas['PatchRivalOffer'];
  key: string;
};

/** Changes a bid or links its answer, and offers to write back what was there. */
export function usePatchRivalOffer(): (patched: RivalPatched) => Promise<unknown> {
  const { t } = useTranslation();
  const patch = async (rival: RivalOffer, version: number, body: Schemas['PatchRivalOffer'], key?: string) => {
    const { data } = await api.PATCH(rivalPaths[rival.kind].one, {
      params: { path: { id: rival.id } },
      body,
      headers: { ...ifMatch(version), ...(key && { 'Idempotency-Key': key }) },
    });
    return data;
  };
  return useChange<RivalPatched, Schemas['RivalOfferView'] | undefined>({
    send: ({ rival, body, key }) => patch(rival, rival.version, body, key),
    stale: offerStale,
    said: ({ rival, before }, view) => ({
      title: t(`offers.rivalDone.edit.${rival.kind}`, { name: rival.candidateName }),
      ...(view && { undo: async () => void (await patch(rival, view.version, before)) }),
    }),
    failed: () => true,
  });
}

type RivalStepped = { rival: RivalOffer; way: RivalOfferWay; body: Schemas['DecideOffer']; key: string };

/** Records how a bid went on; what is refused is left to the dialog. */
export function useStepRivalOffer(): (stepped: RivalStepped) => Promise<unknown> {
  const { t } = useTranslation();
  return useChange<RivalStepped, Schemas['RivalOfferView'] | undefined>({
    send: async ({ rival: { id, kind }, way, body, key }) => {
      const asked = { params: { path: { id } }, body, headers: { 'Idempotency-Key': key } };
      return (await api.POST(rivalPaths[kind][way], asked)).data;
    },
    stale: offerStale,
    said: ({ rival: { candidateName: name }, way }, view) => ({
      title: t(`offers.rivalDone.${way}`, { name }),
      ...undoOf(view),
    }),
    failed: () => true,
  });
}
