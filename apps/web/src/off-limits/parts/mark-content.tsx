import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './off-limits-mark.module.css';
import { useVerdict } from './use-verdict.js';
import { useWhy } from './use-why.js';

export type MarkProps = { candidateId: string; searchId?: string | null };

/** Whether somebody is off-limits, in words and icon, with why when pointed at; nothing where they are not. */
export function MarkContent({ candidateId, searchId = null }: MarkProps) {
  const { t } = useTranslation();
  const words = useWhy();
  const verdict = useVerdict(candidateId, searchId);
  if (!verdict || verdict.level === 'none') return null;
  const { level, why } = verdict;
  const Icon = level === 'block' ? IconLock : IconAlertTriangle;
  return (
    <span className={classes.mark} data-level={level} title={why.map(words).join('\n')}>
      <Icon size={14} aria-hidden />
      <span className={classes.words}>{t(`offLimits.${level}Short`)}</span>
    </span>
  );
}
