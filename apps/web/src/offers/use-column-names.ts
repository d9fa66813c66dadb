import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Compared, Comparison } from './use-comparison.js';

/** What a column is, in words: staying, an offer with its version, a counteroffer, a competing offer. */
export function useKindWords(): (column: Pick<Compared, 'kind' | 'number'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, number }) =>
      kind === 'offer' && number !== null && number > 1
        ? t('comparison.kind.version', { number })
        : t(`comparison.kind.${kind}`),
    [t],
  );
}

/** The name of each column by its id: what it is and whose; a second one of the same name is numbered. */
export function useColumnNames(comparison: Comparison): (id: string) => string {
  const { t } = useTranslation();
  const kindWords = useKindWords();
  const names = useMemo(() => {
    const taken = new Map<string, number>();
    return new Map(
      comparison.columns.map((column) => {
        const kind = kindWords(column);
        const name = column.name ? t('comparison.named', { kind, name: column.name }) : kind;
        const number = (taken.get(name) ?? 0) + 1;
        taken.set(name, number);
        return [column.id, number === 1 ? name : t('comparison.again', { name, number })];
      }),
    );
  }, [comparison, kindWords, t]);
  return useCallback((id) => names.get(id) ?? '', [names]);
}

/** Whether our offer stays ahead of staying, in one sentence; nothing where there is no offer or nothing to hold it against. */
export function useResult(
  comparison: Comparison,
): { words: string; month: number | null; offerId: string } | undefined {
  const { t } = useTranslation();
  const name = useColumnNames(comparison);
  const stay = comparison.columns.find(({ kind }) => kind === 'stay');
  const offer = latestOffer(comparison);
  const against = offer?.against.find(({ id }) => id === stay?.id);
  if (!offer || !against) return undefined;
  const whose = { offer: name(offer.id), other: name(against.id) };
  const words =
    against.lasting === null
      ? t('comparison.result.never', whose)
      : t('comparison.result.from', { ...whose, month: against.lasting });
  return { words, month: against.lasting, offerId: offer.id };
}

const over = new Set(['declined', 'expired', 'reneged', 'rescinded']);

/** Our offer that stands, or else the latest of those that are over. */
function latestOffer({ columns }: Comparison): Compared | undefined {
  const offers = columns.filter(({ kind }) => kind === 'offer');
  return offers.find(({ state }) => state !== null && !over.has(state)) ?? offers.at(-1);
}
