import type { StageGroup } from '@domain/agencies/pipeline.js';
import classes from './stage-mark.module.css';

/** The CSS color of a stage group. */
export const toneOf = (group: StageGroup): string => `var(--ll-stage-${group})`;

/** A stage by its name and the color of its group. */
export function StageMark({ group, name }: { group: StageGroup; name: string }) {
  return (
    <span className={classes.mark}>
      <span className={classes.dot} style={{ background: toneOf(group) }} aria-hidden />
      {name}
    </span>
  );
}
