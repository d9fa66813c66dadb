import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.js';
import { later } from '../../ui/later.js';
import { useVerdict } from './use-verdict.js';
import { useWhy } from './use-why.js';

const OverrideDialog = later(async () => (await import('./override-dialog.js')).OverrideDialog);

type Props = { candidateId: string; name: string; searchId?: string | null };

/** Tells before anything is written that somebody is off-limits: why, until when, and what would lift it. */
export function OffLimitsBanner({ candidateId, name, searchId = null }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useWhy();
  const verdict = useVerdict(candidateId, searchId);
  const [asking, setAsking] = useState(false);
  if (!verdict || verdict.level === 'none') return null;
  const { level, why } = verdict;
  const isBlocked = level === 'block';
  const Icon = isBlocked ? IconLock : IconAlertTriangle;
  return (
    <Alert
      color={isBlocked ? 'red' : 'yellow'}
      variant="light"
      icon={<Icon size={18} aria-hidden />}
      title={t(`offLimits.${level}Banner`)}
      p="xs"
      mb={4}
    >
      {why.map((one) => (
        <Text key={one.source + one.policyId} size="sm">
          {words(one)}
        </Text>
      ))}
      {isBlocked && (
        <Text size="sm" mt={4}>
          {t('offLimits.lifts')}
        </Text>
      )}
      {isBlocked && may('off-limits.override') && (
        <Button mt={6} size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t('offLimits.override.do')}
        </Button>
      )}
      <Suspense>
        {asking && (
          <OverrideDialog candidateId={candidateId} name={name} searchId={searchId} onClose={() => setAsking(false)} />
        )}
      </Suspense>
    </Alert>
  );
}
