import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds; fails after 20 seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (await holds()) return;
  throw new Error('it did not happen within 20 seconds');
}
