import { Injectable } from '@nestjs/common';
import type { EventName } from '@domain/events.js';
import { reactTo } from '../events/events.js';

/** An event as reactions get it. */
export type RecordedEvent = {
  readonly agencyId: string;
  readonly id: string;
  readonly type: EventName;
  readonly at: string;
  readonly actorId: string | null;
  readonly candidateId: string | null;
  readonly organizationId: string | null;
  readonly searchId: string | null;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

export type Reaction = (event: RecordedEvent) => Promise<void>;

/** Long work: opens units of its own, keeps its progress in its own row, and can begin again where it was. Stops when `signal` says so. */
export type Work = (event: RecordedEvent, signal: AbortSignal) => Promise<void>;

/** Work by the clock, once an agency. */
export type Clockwork = { readonly cron: string; readonly run: (agencyId: string) => Promise<void> };

/** What happens because of an event: the whole causality of the product is registered here, by the features' modules. */
@Injectable()
export class Reactions {
  readonly reactions = new Map<string, { type: EventName; run: Reaction }>();
  readonly works = new Map<string, { type: EventName; run: Work }>();
  readonly clockworks = new Map<string, Clockwork>();

  /** Runs `run` after each event of the type: in a unit of work of the event's agency, once. */
  on(type: EventName, name: string, run: Reaction): void {
    reactTo(type);
    this.reactions.set(name, { type, run });
  }

  /** Starts long work after each event of the type. */
  start(type: EventName, name: string, run: Work): void {
    reactTo(type);
    this.works.set(name, { type, run });
  }

  /** Runs `run` for each agency when the cron expression says so (in UTC), in a unit of work of the agency. */
  every(cron: string, name: string, run: Clockwork['run']): void {
    this.clockworks.set(name, { cron, run });
  }

  /** The names of what follows an event of this type. */
  following(type: string): { reactions: string[]; works: string[] } {
    const names = (registry: Map<string, { type: EventName }>): string[] =>
      [...registry].filter(([, { type: own }]) => own === type).map(([name]) => name);
    return { reactions: names(this.reactions), works: names(this.works) };
  }
}
