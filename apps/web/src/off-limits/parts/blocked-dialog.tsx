import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Blocked, closeBlocked } from './blocked.js';
import { OverrideDialog } from './override-dialog.js';
import { useWhy } from './use-why.js';

/** Why something was refused by off-limits: who may override it does so here, anyone else is told who may. */
export function BlockedDialog({ blocked }: { blocked: Blocked }) {
  const { t } = useTranslation();
  const words = useWhy();
  const { candidateId, name, searchId, why, mayOverride, again } = blocked;
  const reasons = (
    <Alert
      color="red"
      variant="light"
      icon={<IconLock size={18} aria-hidden />}
      title={t('offLimits.blocked.title', { name })}
      role="alert"
    >
      {why.map((one) => (
        <Text key={one.source + one.policyId} size="sm">
          {words(one)}
        </Text>
      ))}
      <Text size="sm" mt={4}>
        {t('offLimits.lifts')}
      </Text>
    </Alert>
  );
  if (mayOverride) {
    return (
      <OverrideDialog candidateId={candidateId} name={name} searchId={searchId} again={again} onClose={closeBlocked}>
        {reasons}
      </OverrideDialog>
    );
  }
  return (
    <Modal
      opened
      onClose={closeBlocked}
      title={t('offLimits.block')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {reasons}
      <Text mt="md">{t('offLimits.blocked.ask')}</Text>
      <Group justify="flex-end" mt="md">
        <Button data-autofocus onClick={closeBlocked}>
          {t('offLimits.blocked.close')}
        </Button>
      </Group>
    </Modal>
  );
}
