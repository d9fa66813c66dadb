import type { StageGroup } from '@domain/agencies/pipeline.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';
import classes from './stage-bar.module.css';

type Stage = { id: string; name: string; group: StageGroup; count: number };

/** How many people stand in each stage, as one bar; its words are in its label. */
export function StageBar({ title, stages }: { title: string; stages: readonly Stage[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const there = stages.filter(({ count }) => count > 0);
  const words = there.map(({ name, count }) => `${name} ${format.number(count)}`);
  return (
    <div
      className={classes.bar}
      role="img"
      aria-label={[t('home.byStage', { title }), words.length > 0 ? format.list(words) : t('ui.none')].join(': ')}
    >
      {there.map(({ id, name, group, count }) => (
        <span
          key={id}
          title={`${name} · ${format.number(count)}`}
          style={{ flexGrow: count, background: `var(--ll-stage-${group})` }}
        />
      ))}
    </div>
  );
}
