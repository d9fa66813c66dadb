import type { Day } from '../day.js';
import { type Fault, Refusal } from '../refusal.js';
import type { FeeBasis, FeeKind, InstalmentTrigger } from './search.js';

/** What is agreed about the fee. Rates and shares are per cent with at most 3 decimals; amounts are decimal texts. */
export type Terms = {
  readonly fee: {
    readonly kind: FeeKind;
    readonly rate?: number | null;
    readonly basis?: FeeBasis | null;
    readonly amount?: string | null;
    readonly minimum?: string | null;
    readonly currency?: string | null;
  } | null;
  readonly instalments: readonly {
    readonly trigger: InstalmentTrigger;
    readonly share: number;
    readonly dueOn?: Day | null;
  }[];
  readonly credits: readonly { readonly memberId: string; readonly share: number }[];
};

/** Why these terms do not hold together: what a kind of fee needs, instalments and credits of 100 % each, a day where one is due. */
export function whyNotTerms({ fee, instalments, credits }: Terms): Refusal | undefined {
  const errors: Fault[] = [
    ...(fee ? faultsOfFee(fee) : []),
    ...instalments.flatMap(({ trigger, dueOn }, index) => {
      const pointer = `/instalments/${index}/dueOn`;
      if (trigger === 'day') return dueOn ? [] : [{ pointer, message: 'must be the day on which it is due' }];
      return dueOn ? [{ pointer, message: 'stands only where the trigger is day' }] : [];
    }),
    ...faultsOfShares('/instalments', instalments),
    ...faultsOfShares('/credits', credits),
    ...credits.flatMap(({ memberId }, index) =>
      credits.findIndex((credit) => credit.memberId === memberId) < index
        ? [{ pointer: `/credits/${index}/memberId`, message: 'must be named once' }]
        : [],
    ),
  ];
  return errors.length === 0 ? undefined : new Refusal('search.terms', undefined, { errors });
}

function faultsOfFee(fee: NonNullable<Terms['fee']>): Fault[] {
  const needed = fee.kind === 'rate' ? (['rate', 'basis'] as const) : (['amount', 'currency'] as const);
  const stray = fee.kind === 'rate' ? (['amount'] as const) : (['rate', 'basis', 'minimum'] as const);
  return [
    ...needed
      .filter((name) => fee[name] === undefined || fee[name] === null)
      .map((name) => ({ pointer: `/fee/${name}`, message: `must be given with a ${fee.kind} fee` })),
    ...stray
      .filter((name) => fee[name] !== undefined && fee[name] !== null)
      .map((name) => ({ pointer: `/fee/${name}`, message: `does not go with a ${fee.kind} fee` })),
    ...(fee.kind === 'rate' && fee.minimum && !fee.currency
      ? [{ pointer: '/fee/currency', message: 'must be given with a minimum' }]
      : []),
  ];
}

function faultsOfShares(pointer: string, parts: readonly { readonly share: number }[]): Fault[] {
  const thousandths = parts.reduce((sum, { share }) => sum + Math.round(share * 1000), 0);
  return parts.length === 0 || thousandths === 100_000
    ? []
    : [{ pointer, message: `must sum to 100, not ${thousandths / 1000}` }];
}
