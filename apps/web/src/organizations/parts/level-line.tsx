import { Text } from '@mantine/core';
import { levelOf } from '@domain/organizations/level.rules.js';
import { useTranslation } from 'react-i18next';
import { useLevels, useLevelWords } from './use-level-words.js';

type Props = { organizationId: string; level: string };

/** On which step of the ladder a written level stands, and what it is elsewhere; nothing where no levels are known there. */
export function LevelLine({ organizationId, level }: Props) {
  const { t } = useTranslation();
  const { line } = useLevelWords();
  const { data } = useLevels(organizationId);
  const written = level.trim();
  if (!data || data.organizationName === null || written === '') return null;
  const known = levelOf(written, data.levels);
  return (
    <Text size="sm" c="dimmed">
      {known ? line(known) : t('levels.unknown', { level: written, name: data.organizationName })}
    </Text>
  );
}
