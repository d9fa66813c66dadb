import { Badge } from '@mantine/core';
import type { AttemptState } from '@domain/poaching/attempt.js';
import { useTranslation } from 'react-i18next';

const colors: Record<AttemptState, string> = {
  planned: 'gray',
  approached: 'blue',
  in_conversation: 'teal',
  won: 'green',
  not_now: 'yellow',
  declined: 'red',
  no_response: 'gray',
  withdrawn: 'gray',
};

/** How a try to win somebody stands, in words and color. */
export function AttemptBadge({ state }: { state: AttemptState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colors[state]} tt="none">
      {t(`words.attemptState.${state}`)}
    </Badge>
  );
}
