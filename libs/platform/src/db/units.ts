import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { permissionsOf, type Actor } from '@domain/access/policy.js';
import { type Announcement, type Unit, within } from './unit.js';

/** What hears of announcements after the commit. */
export type Announcer = (announcements: readonly Announcement[]) => void;

/** Opens, carries and ends units of work: one transaction, one actor, everything or nothing. */
@Injectable()
export class Units {
  private announcer: Announcer = () => {};
  private readonly known = new WeakSet<PoolClient>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Who hears what was committed; one listener. */
  onCommit(announcer: Announcer): void {
    this.announcer = announcer;
  }

  /** A connection of the application's pool. The caller releases it. One that is lost between two statements fails what it carries, never the process. */
  async connect(): Promise<PoolClient> {
    const client = await this.pool.connect();
    if (!this.known.has(client)) {
      this.known.add(client);
      client.on('error', () => {});
    }
    return client;
  }

  /** Runs `work` as the actor in a transaction of its own: for jobs, reactions, the command line and what a GET leaves behind. */
  async run<T>(
    actor: Actor,
    work: () => Promise<T>,
    options: { readOnly?: boolean; timeout?: number; terms?: Pick<Unit, 'ifMatch' | 'subjectId' | 'requestId'> } = {},
  ): Promise<T> {
    const client = await this.connect();
    const begun = [
      client.query(options.readOnly ? 'begin read only' : 'begin'),
      client.query({
        name: 'set_actor',
        text: `select set_config('app.agency_id', $1, true), set_config('app.member_id', $2, true),
          set_config('statement_timeout', $3, true)`,
        values: [actor.agencyId, actor.memberId ?? '', String(options.timeout ?? 10_000)],
      }),
    ];
    try {
      await Promise.all(begun);
    } catch (error) {
      client.release(true);
      throw error;
    }
    return this.carry(this.unitOf(client, actor, options.terms), work);
  }

  /** A unit around an already begun transaction. */
  unitOf(client: PoolClient, actor: Actor, request: Pick<Unit, 'ifMatch' | 'subjectId' | 'requestId'> = {}): Unit {
    return { client, actor, ...request, written: new Set(), announcements: [], afterCommit: [], recorded: 0 };
  }

  /** Runs `work` inside the unit and ends it: commits, or rolls back and throws. A write without an event is a fault. */
  async carry<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
    let result: T;
    try {
      result = await within(unit, work);
      if (unit.written.size > 0 && unit.recorded === 0) {
        throw new Error(`wrote ${[...unit.written].join(', ')} without an event`);
      }
      const { command } = await unit.client.query('commit');
      if (command !== 'COMMIT') throw new Error('a statement failed and its error was swallowed; nothing was kept');
    } catch (error) {
      await this.abandon(unit.client);
      throw error;
    }
    unit.client.release();
    if (unit.announcements.length > 0) this.announcer(unit.announcements);
    for (const act of unit.afterCommit) await act();
    return result;
  }

  /** Rolls back and gives the connection back; a broken one is closed. */
  async abandon(client: PoolClient): Promise<void> {
    try {
      await client.query('rollback');
      client.release();
    } catch {
      client.release(true);
    }
  }

  /** The actor that jobs of an agency act as: everything its owner may. */
  systemActor(agencyId: string, timeZone = 'UTC'): Actor {
    return {
      kind: 'system',
      agencyId,
      memberId: null,
      sessionId: null,
      name: 'Longlist',
      role: 'owner',
      clientId: null,
      timeZone,
      permissions: permissionsOf('owner', null),
    };
  }

  /** All agencies of this installation: for the worker alone. */
  async agencyIds(): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>({ name: 'agency_ids', text: 'select agency_ids() as id' });
    return rows.map(({ id }) => id);
  }

  /** Whether the database answers. */
  async ready(): Promise<boolean> {
    try {
      await this.pool.query('select 1');
      return true;
    } catch {
      return false;
    }
  }

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}
