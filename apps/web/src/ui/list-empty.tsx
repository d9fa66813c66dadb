import type { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.js';

/** The lists whose texts say what an empty one means: `nothing` where it is narrowed, `empty` where nothing is there. */
type ListName = 'candidates' | 'fees' | 'offers' | 'organizations' | 'poaching' | 'portal' | 'searches';

type Props = {
  of: ListName;
  icon: typeof IconInbox;
  narrowed: boolean;
  /** Shows all of it again. */
  onClear: () => void;
  /** What puts something there. */
  action: { label: string; run: () => void } | undefined;
};

/** A list without a row: nothing fits what was asked, or nothing is there yet. */
export function ListEmpty({ of, icon, narrowed, onClear, action }: Props) {
  const { t } = useTranslation();
  return narrowed ? (
    <EmptyState
      icon={icon}
      title={t(`${of}.nothing`)}
      hint={t(`${of}.nothingHint`)}
      action={{ label: t(`${of}.clear`), run: onClear }}
    />
  ) : (
    <EmptyState icon={icon} title={t(`${of}.empty`)} hint={t(`${of}.emptyHint`)} action={action} />
  );
}
