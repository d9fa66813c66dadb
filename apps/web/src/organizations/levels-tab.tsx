import { Button, Group, Table, Text } from '@mantine/core';
import { IconStairs } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { LinesSkeleton } from '../ui/page.js';
import { WideTable } from '../ui/wide-table.js';
import { LevelsDialog } from './levels-dialog.js';
import { useLevels, useLevelWords } from './parts/use-level-words.js';

/** The levels of an organization in their order, the step of each, and what it is elsewhere. */
export function LevelsTab({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/organizations/{id}/levels', {
    params: { path: { id } },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={6} />;
  const { levels, organizationId: sourceId, organizationName } = data;
  const isInherited = sourceId !== null && sourceId !== id;
  const words = levels.length === 0 ? 'enter' : isInherited ? 'makeOwn' : 'change';
  const change = data.abilities.includes('edit')
    ? { label: t(`levels.${words}`), run: () => setChanging(true) }
    : undefined;
  return (
    <>
      {levels.length === 0 ? (
        <EmptyState icon={IconStairs} title={t('levels.none')} hint={t('levels.noneHint')} action={change} />
      ) : (
        <>
          <Group justify="space-between" mb="xs">
            <Text size="sm" c="dimmed" maw="36rem">
              {isInherited ? (
                <>
                  {t('levels.inherited')}{' '}
                  <Link to="/organizations/$id" params={{ id: sourceId }} search={{ tab: 'levels' }}>
                    {organizationName}
                  </Link>
                </>
              ) : (
                t('levels.hint')
              )}
            </Text>
            {change && (
              <Button variant="default" onClick={change.run}>
                {change.label}
              </Button>
            )}
          </Group>
          <Levels id={id} levels={levels} />
        </>
      )}
      {changing && <LevelsDialog id={id} name={name} known={data} onClose={() => setChanging(false)} />}
    </>
  );
}

function Levels({ id, levels }: { id: string; levels: readonly Schemas['LevelView'][] }) {
  const { t } = useTranslation();
  const { stepOf, elsewhere } = useLevelWords();
  const { data: matched } = useLevels(id);
  const elsewhereOf = (code: string) => {
    const found = matched?.levels.find((one) => one.code === code);
    return found && (found.matches.length === 0 ? t('levels.nowhere') : elsewhere(found));
  };
  return (
    <WideTable label={t('organizations.tab.levels')} least={340}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('levels.code')}</Table.Th>
          <Table.Th>{t('levels.step')}</Table.Th>
          <Table.Th>{t('levels.elsewhere')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {levels.map((level) => (
          <Table.Tr key={level.code}>
            <Table.Td>
              <Text fw={550}>{level.code}</Text>
              <Text size="sm" c="dimmed">
                {[level.title, level.track && t(`levels.tracks.${level.track}`)].filter(Boolean).join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td>{stepOf(level)}</Table.Td>
            <Table.Td>
              <Text size="sm">{elsewhereOf(level.code)}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
