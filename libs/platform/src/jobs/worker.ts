import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Db as BossDb, type Job, type JobResult, PgBoss } from 'pg-boss';
import { Config } from '../config/config.js';
import { DatabaseUrls } from '../db/database-urls.js';
import { Db } from '../db/db.js';
import { unit } from '../db/unit.js';
import { Units } from '../db/units.js';
import { Live } from '../events/live.js';
import { jobSchema, queues } from './install.js';
import { Reactions, type RecordedEvent } from './reactions.js';

type Task = { name: string; event: RecordedEvent };

const batch = 200;

/** So many reactions are taken from the queue at once; while there are as many, without a pause. */
const reactionsAtOnce = 20;

/** Turns the outbox into jobs and runs them. Several processes may do so at once; a killed one's work comes again. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('worker');
  private readonly due = new Set<string>();
  private boss: PgBoss | undefined;
  private unlisten: (() => void) | undefined;
  private sweeping: NodeJS.Timeout | undefined;
  private draining: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly urls: DatabaseUrls,
    private readonly units: Units,
    private readonly db: Db,
    private readonly live: Live,
    private readonly reactions: Reactions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.worker) await this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.unlisten?.();
    clearInterval(this.sweeping);
    await this.draining;
    await this.boss?.stop({ graceful: true, timeout: 5_000 });
  }

  /** Begins to work: at once for what is announced, every two seconds for what was missed. */
  async start(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.urls.app,
      options: '-c role=longlist_app',
      schema: jobSchema,
      max: 4,
      migrate: false,
      createSchema: false,
      superviseIntervalSeconds: 15,
      monitorIntervalSeconds: 15,
      cronWorkerIntervalSeconds: 5,
      cronMonitorIntervalSeconds: 15,
    });
    boss.on('error', () => this.log.warn('the job queue met an error; it tries again'));
    await boss.start();
    this.boss = boss;
    const polling = { pollingIntervalSeconds: 0.5 };
    const many = {
      batchSize: reactionsAtOnce,
      burstWhenBatchFull: true,
      perJobResults: true,
      localConcurrency: 2,
    } as const;
    await boss.work<Task, JobResult[], typeof many & typeof polling>(queues.reaction, { ...polling, ...many }, (jobs) =>
      this.reactAll(jobs),
    );
    await boss.work<Task>(
      queues.work,
      { ...polling, batchSize: 1, localConcurrency: 2, heartbeatRefreshSeconds: 3 },
      ([job]) => this.work(job),
    );
    await boss.work<{ name: string }>(queues.clockwork, { pollingIntervalSeconds: 2 }, ([job]) => this.tick(job));
    for (const [name, { cron }] of this.reactions.clockworks) {
      await boss.schedule(queues.clockwork, cron, { name }, { key: name, tz: 'UTC' });
    }
    this.unlisten = this.live.listenAll(({ agencyId }) => {
      this.due.add(agencyId);
      this.wake();
    });
    this.sweeping = setInterval(() => void this.sweep(), 2_000);
    await this.sweep();
  }

  private async sweep(): Promise<void> {
    try {
      for (const id of await this.units.agencyIds()) this.due.add(id);
      this.wake();
    } catch {
      this.log.warn('the database did not answer; the outbox is looked at again');
    }
  }

  private wake(): void {
    this.draining ??= this.drain().finally(() => {
      this.draining = undefined;
      if (this.due.size > 0 && !this.stopped) this.wake();
    });
  }

  private async drain(): Promise<void> {
    const [agencyId] = this.due;
    if (agencyId === undefined || this.stopped) return;
    this.due.delete(agencyId);
    try {
      const actor = this.units.systemActor(agencyId);
      const taken = await this.units.run(actor, async () => this.handOver());
      if (taken === batch) this.due.add(agencyId);
    } catch {
      this.log.warn({ agencyId, message: 'the outbox could not be emptied; it is tried again' });
    }
  }

  /** Takes rows of the outbox and makes their jobs, in one transaction: a row becomes jobs once. */
  private async handOver(): Promise<number> {
    const events = await this.db.rows<RecordedEvent>(
      'outbox_take',
      `with taken as (
        delete from outbox where event_id in (select event_id from outbox order by event_id limit ${batch} for update skip locked)
        returning event_id)
      select e.agency_id as "agencyId", e.id, e.type, e.at, e.actor_id as "actorId", e.candidate_id as "candidateId",
        e.organization_id as "organizationId", e.search_id as "searchId", e.subject_id as "subjectId", e.data
      from taken join event e on e.id = taken.event_id order by e.id`,
    );
    const { client } = unit();
    const db: BossDb = { executeSql: (text, values) => client.query(text, values) };
    const tasks = { reaction: [] as { data: Task }[], work: [] as { data: Task }[] };
    for (const event of events) {
      const { reactions, works } = this.reactions.following(event.type);
      tasks.reaction.push(...reactions.map((name) => ({ data: { name, event } })));
      tasks.work.push(...works.map((name) => ({ data: { name, event } })));
    }
    if (tasks.reaction.length > 0) await this.boss?.insert(queues.reaction, tasks.reaction, { db });
    if (tasks.work.length > 0) await this.boss?.insert(queues.work, tasks.work, { db });
    return events.length;
  }

  /** Runs reactions one after the other, each in a transaction of its own: one that fails is tried again without the others. */
  private async reactAll(jobs: readonly Job<Task>[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const { id, data } of jobs) {
      try {
        await this.react(data);
        results.push({ id, status: 'completed' });
      } catch (error) {
        results.push({ id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } });
      }
    }
    return results;
  }

  private async react({ name, event }: Task): Promise<void> {
    const reaction = this.reactions.reactions.get(name);
    if (!reaction) return;
    await this.units.run(this.units.systemActor(event.agencyId), async () => {
      const first = await this.db.rows(
        'reaction_once',
        'insert into reaction_done (event_id, reaction) values ($1, $2) on conflict do nothing returning event_id',
        [event.id, name],
      );
      if (first.length > 0) await reaction.run(event);
    });
  }

  private async work(job: Job<Task> | undefined): Promise<void> {
    if (!job) return;
    const work = this.reactions.works.get(job.data.name);
    await work?.run(job.data.event, job.signal);
  }

  private async tick(job: Job<{ name: string }> | undefined): Promise<void> {
    const clockwork = this.reactions.clockworks.get(job?.data.name ?? '');
    if (!clockwork) return;
    for (const agencyId of await this.units.agencyIds()) {
      await this.units.run(this.units.systemActor(agencyId), () => clockwork.run(agencyId), { timeout: 60_000 });
    }
  }
}
