import { Alert, Badge, Group, Text } from '@mantine/core';
import { channelKinds, type IdentifierKind } from '@domain/candidates/candidate.js';
import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';

const colors = { sure: 'red', likely: 'yellow', maybe: 'gray' } as const;

type Props = { matches: readonly Schemas['PossibleMatch'][]; onOpen: () => void };

/** Who may be the person at hand, and why; nobody is joined by it. */
export function Matches({ matches, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (matches.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="yellow"
      icon={<IconUsers size={18} aria-hidden />}
      title={t('quickAdd.matches')}
      role="status"
    >
      {matches.map(({ id, displayName, nativeName, currentTitle, currentOrganizationName, strength, by }) => (
        <Group key={id} gap="xs" mih="1.75rem">
          <Link to="/candidates/$id" params={{ id }} onClick={onOpen}>
            {format.names(displayName, nativeName).filter(Boolean).join(' ')}
          </Link>
          <Text size="sm">{[currentTitle, currentOrganizationName].filter(Boolean).join(' · ')}</Text>
          <Badge variant="light" color={colors[strength]} tt="none">
            {t(`quickAdd.strength.${strength}`)}
          </Badge>
          <OffLimitsMark candidateId={id} />
          <Text size="sm" c="dimmed">
            <Shared by={by} />
          </Text>
        </Group>
      ))}
    </Alert>
  );
}

/** What both have, in words. */
function Shared({ by }: { by: string | null }) {
  const { t } = useTranslation();
  if (by === null) return <>{t('quickAdd.byName')}</>;
  const channel = channelKinds.find((kind) => kind === by);
  const what = channel ? t(`words.channel.${channel}`) : t(`words.identifier.${by as IdentifierKind}`);
  return <>{t('quickAdd.by', { what })}</>;
}
