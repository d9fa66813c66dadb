import { Suspense } from 'react';
import { later } from '../../ui/later.js';
import type { MarkProps } from './mark-content.js';

const Content = later(async () => (await import('./mark-content.js')).MarkContent);

/** Whether somebody is off-limits, in words and icon; its code comes when the page rests, and nothing stands in its place until then. */
export function OffLimitsMark(props: MarkProps) {
  return (
    <Suspense fallback={null}>
      <Content {...props} />
    </Suspense>
  );
}
