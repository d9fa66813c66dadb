import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconClockOff,
  IconEyeCheck,
  IconEyeOff,
  IconSend,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Submission } from './use-submissions.js';

const looks = {
  protected: { color: 'green', Icon: IconShieldCheck },
  expired: { color: 'gray', Icon: IconClockOff },
  sent: { color: 'gray', Icon: IconSend },
  already_known: { color: 'yellow', Icon: IconEyeCheck },
  withdrawn: { color: 'gray', Icon: IconEyeOff },
  voided: { color: 'gray', Icon: IconArrowBackUp },
} as const;

/** How a submission stands, in text and icon; a hire that nobody told us of stands out. */
export function SubmissionState({ submission: { state, hireTaskId } }: { submission: Submission }) {
  const { t } = useTranslation();
  const hired = hireTaskId !== null && hireTaskId !== undefined;
  const { color, Icon } = hired ? { color: 'red', Icon: IconAlertTriangle } : looks[state];
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={13} aria-hidden />}>
      {hired ? t('portal.hire') : t(`portal.state.${state}`)}
    </Badge>
  );
}
