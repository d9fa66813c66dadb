import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';

type Level = Schemas['LevelView'];

/** So many organizations stand in one line; the others are counted. */
const told = 8;

/** The levels of an organization with what they are elsewhere; nothing is asked while there is no organization. */
export function useLevels(organizationId: string | undefined) {
  const path = { id: organizationId ?? '' };
  const init = { params: { path } };
  const enabled = organizationId !== undefined;
  return $api.useQuery('get', '/api/v1/organizations/{id}/levels/matches', init, { enabled });
}

/** How levels are said: their step, what they are elsewhere, and both in one line. */
export function useLevelWords() {
  const { t } = useTranslation();
  const stepOf = ({ fromStep: from, toStep: to }: Level): string =>
    from.id === to.id ? from.name : t('levels.span', { from: from.name, to: to.name });
  const at = (code: string, name: string): string => t('levels.at', { code, name });
  const listOf = (levels: readonly string[], count = levels.length): string => {
    const shown = levels.slice(0, told);
    const rest = count - shown.length;
    return [...shown, ...(rest > 0 ? [t('levels.more', { count: rest })] : [])].join(t('levels.between'));
  };
  const elsewhere = ({ matches }: Schemas['MatchedLevel']): string =>
    listOf(
      [...Map.groupBy(matches, (match) => match.organizationId).values()].map((some) =>
        at(some.map(({ code }) => code).join('/'), some[0]?.organizationName ?? ''),
      ),
    );
  const line = (level: Schemas['MatchedLevel']): string => {
    const own = `${level.code} · ${stepOf(level)}`;
    return level.matches.length === 0 ? own : t('levels.corresponds', { level: own, others: elsewhere(level) });
  };
  return { stepOf, at, listOf, elsewhere, line };
}
