import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { DatabaseUrls } from '../db/database-urls.js';
import type { Announcement } from '../db/unit.js';
import { Units } from '../db/units.js';

type Listener = (announcement: Announcement) => void;

const channel = 'longlist_live';
const largest = 7_500;
const mostWaiting = 10_000;

/** Tells all processes what was committed: ids only, by one connection, batched. A lost message is harmless: who reconnects reads anew. */
@Injectable()
export class Live implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('live');
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly waiting: Announcement[] = [];
  private readonly gaps = new Set<() => void>();
  private connection: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly urls: DatabaseUrls,
    private readonly units: Units,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.units.onCommit((announcements) => this.announce(announcements));
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.flush();
    await this.connection?.end().catch(() => {});
  }

  /** Calls `listener` for each announcement of the agency, from any process, until the answered function is called. */
  listen(agencyId: string, listener: Listener): () => void {
    const listeners = this.listeners.get(agencyId) ?? new Set();
    this.listeners.set(agencyId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(agencyId);
    };
  }

  /** As `listen`, for all agencies: for the worker alone. */
  listenAll(listener: Listener): () => void {
    return this.listen('*', listener);
  }

  /** Calls `listener` each time that announcements may have been missed: what was read before may be stale. */
  onGap(listener: () => void): void {
    this.gaps.add(listener);
  }

  private announce(announcements: readonly Announcement[]): void {
    this.waiting.push(...announcements);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, 10);
  }

  private async flush(): Promise<void> {
    if (!this.connection) {
      this.waiting.splice(0, this.waiting.length - mostWaiting);
      return;
    }
    const batches: string[] = [];
    let batch: string[] = [];
    let size = 0;
    for (const { ids, ...announcement } of this.waiting.splice(0)) {
      const text = JSON.stringify({ ...announcement, ids: ids.slice(0, 100) });
      if (size + text.length > largest && batch.length > 0) {
        batches.push(`[${batch.join(',')}]`);
        [batch, size] = [[], 0];
      }
      batch.push(text);
      size += text.length + 1;
    }
    if (batch.length > 0) batches.push(`[${batch.join(',')}]`);
    if (batches.length === 0) return;
    try {
      await this.connection.query({
        name: 'notify',
        text: 'select pg_notify($1, payload) from unnest($2::text[]) as payload',
        values: [channel, batches],
      });
    } catch {
      this.log.warn('an announcement was lost; streams read anew when they reconnect');
    }
  }

  private async connect(again = false): Promise<void> {
    const client = new Client({ connectionString: this.urls.app, options: '-c role=longlist_app' });
    client.on('notification', ({ payload }) => this.deliver(payload ?? '[]'));
    client.on('error', () => {});
    client.on('end', () => {
      if (this.stopped || client !== this.connection) return;
      this.connection = undefined;
      setTimeout(() => void this.connect(true), 500).unref();
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.connection = client;
      if (again) for (const listener of this.gaps) listener();
      await this.flush();
    } catch {
      if (!this.stopped) setTimeout(() => void this.connect(true), 500).unref();
    }
  }

  private deliver(payload: string): void {
    for (const announcement of JSON.parse(payload) as Announcement[]) {
      for (const listener of this.listeners.get(announcement.agencyId) ?? []) listener(announcement);
      for (const listener of this.listeners.get('*') ?? []) listener(announcement);
    }
  }
}
