import { Badge } from '@mantine/core';
import type { SearchState } from '@domain/searches/search.js';
import { useTranslation } from 'react-i18next';

const colors: Record<SearchState, string> = { open: 'green', on_hold: 'yellow', filled: 'violet', closed: 'gray' };

/** The state of a search, in words and color. */
export function StateBadge({ state }: { state: SearchState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colors[state]}>
      {t(`words.searchState.${state}`)}
    </Badge>
  );
}
