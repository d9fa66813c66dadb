import { BlockedDialog } from './blocked-dialog.js';
import { useBlocked } from './blocked.js';

/** Where a refusal by off-limits is told, on whatever page it happens. */
export function BlockedPlace() {
  const blocked = useBlocked();
  return blocked && <BlockedDialog blocked={blocked} />;
}
