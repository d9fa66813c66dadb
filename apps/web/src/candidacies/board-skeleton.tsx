import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cardHeight } from '../ui/theme/tokens.js';
import classes from './board-skeleton.module.css';

const most = 6;
const cards = 3;

/** Holds the place of a board while it is loading. */
export function BoardSkeleton({ columns }: { columns: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.board} role="status" aria-busy aria-label={t('ui.loading')}>
      {Array.from({ length: Math.min(most, Math.max(1, columns)) }, (_, column) => (
        <div key={column} className={classes.column}>
          <Skeleton height={16} width="50%" />
          {Array.from({ length: Math.max(1, cards - column) }, (__, card) => (
            <Skeleton key={card} height={cardHeight} />
          ))}
        </div>
      ))}
    </div>
  );
}
