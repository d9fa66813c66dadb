import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Formatter, useFormat } from '../../app/format.js';
import type { Why } from './use-verdict.js';

function wordsOf(t: TFunction, format: Formatter, why: Why): string {
  const { reason, cover, throughName, organizationName, searchTitle, until, whileThere, relief } = why;
  const name = throughName ?? organizationName ?? '';
  return [
    t(`offLimits.reason.${reason}`),
    cover === null ? t('offLimits.through.person') : t(`offLimits.through.${cover}`, { name }),
    organizationName !== null && organizationName !== name && t('offLimits.on', { name: organizationName }),
    searchTitle && t('offLimits.bySearch', { title: searchTitle }),
    until &&
      (whileThere
        ? t('offLimits.atLeast', { day: format.day(until) })
        : t('offLimits.until', { day: format.day(until) })),
    whileThere && t('offLimits.whileThere'),
    relief && t(`offLimits.relief.${relief}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A policy that holds for somebody, in words: why, through whom, until when, and what softens it. */
export function useWhy(): (why: Why) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (why) => wordsOf(t, format, why);
}
