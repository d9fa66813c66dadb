import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import classes from './portal.module.css';
import type { Preview } from './use-preview.js';

type Gate = Preview['gates'][number];

/** What stands against a submission at one of its fields, and what lifts it. */
export function useGates(gates: readonly Gate[] | undefined): (...pointers: string[]) => React.ReactNode {
  const { t } = useTranslation();
  const words = ({ code }: Gate): string => {
    const key = `portal.gate.${code}`;
    return i18next.exists(key)
      ? t(key as 'portal.gate.submission.permission')
      : t(`problem.${code}` as 'problem.network');
  };
  return (...pointers) => {
    const here = (gates ?? []).filter(({ pointer }) => pointers.includes(pointer));
    if (here.length === 0) return null;
    return here.map((gate) => (
      <span key={gate.code} className={classes.gate}>
        <IconAlertTriangle size={14} aria-hidden />
        <span>{words(gate)}</span>
      </span>
    ));
  };
}
