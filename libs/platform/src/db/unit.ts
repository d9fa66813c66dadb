import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { Actor } from '@domain/access/policy.js';
import type { EventName } from '@domain/events.js';

/** What is told to open streams after the commit: ids only. `only` names the one member who may hear of it. */
export type Announcement = { agencyId: string; type: EventName; ids: string[]; only?: string };

/** One unit of work: one transaction of one actor. */
export type Unit = {
  readonly client: PoolClient;
  readonly actor: Actor;
  /** The version that `If-Match` names, and the row of the URL that it speaks of. */
  readonly ifMatch?: number;
  readonly subjectId?: string;
  readonly requestId?: string;
  readonly written: Set<string>;
  readonly announcements: Announcement[];
  readonly afterCommit: (() => void | Promise<void>)[];
  recorded: number;
};

const current = new AsyncLocalStorage<Unit>();

/** The unit of work around the caller. Throws where there is none: a query outside of a transaction is a fault. */
export function unit(): Unit {
  const found = current.getStore();
  if (!found) throw new Error('no unit of work is open here');
  return found;
}

/** The unit of work around the caller, or none. */
export function unitOrNone(): Unit | undefined {
  return current.getStore();
}

/** Runs `work` inside the given unit. */
export function within<T>(opened: Unit, work: () => Promise<T>): Promise<T> {
  return current.run(opened, work);
}
