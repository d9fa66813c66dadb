import { PassThrough, type Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { type EventName, eventType } from '@domain/events.js';
import { Refusal } from '@domain/refusal.js';
import { Actors } from '../access/actors.js';
import type { ActorRequest } from '../access/allows.js';
import { type Credentials, credentialsOf } from '../access/credentials.js';
import { Config } from '../config/config.js';
import type { Announcement } from '../db/unit.js';
import { Live } from './live.js';

const settleMs = 100;
const recheckMs = 5_000;
const heartbeatMs = 15_000;
const mostOfOneMember = 20;
const largestBacklog = 1_048_576;
const idsOfOneMessage = 500;

/** Events after which what someone may hear is asked anew at once. */
const revoking: ReadonlySet<EventName> = new Set<EventName>(['member.suspended', 'member.changed', 'api-key.revoked']);

type Stream = {
  readonly credentials: Credentials;
  readonly out: PassThrough;
  readonly waiting: Map<EventName, Set<string>>;
  actor: Actor;
  checking: Promise<void>;
  timer: NodeJS.Timeout | undefined;
};

/** The open streams of this process (server-sent events): each tells its user what they may know of what happens in the agency. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private readonly timers: NodeJS.Timeout[];
  private stopping = false;

  constructor(
    private readonly live: Live,
    private readonly actors: Actors,
    private readonly config: Config,
  ) {
    this.timers = [
      setInterval(() => void this.recheck([...this.streams]), recheckMs),
      setInterval(() => this.streams.forEach((stream) => this.write(stream, ': still here\n\n')), heartbeatMs),
    ];
    for (const timer of this.timers) timer.unref();
    live.onGap(() => this.streams.forEach(({ out }) => out.end()));
  }

  /** Opens a stream for the actor: `hello` first, then `{ type, ids }` a message, until either side ends it or the credentials are no longer good. */
  open(actor: Actor, request: ActorRequest): Readable {
    const credentials = credentialsOf(request, this.config.secret);
    if (this.stopping || !credentials) throw new Refusal('service.unavailable');
    const own = [...this.streams].filter((stream) => stream.actor.memberId === actor.memberId);
    if (own.length >= mostOfOneMember) throw new Refusal('rate.exceeded', undefined, { retryAfter: 10 });
    const out = new PassThrough();
    const checking = Promise.resolve();
    const stream: Stream = { actor, credentials, out, waiting: new Map(), checking, timer: undefined };
    const stop = this.live.listen(actor.agencyId, (announcement) => this.hear(stream, announcement));
    this.streams.add(stream);
    out.once('close', () => {
      stop();
      clearTimeout(stream.timer);
      this.streams.delete(stream);
    });
    out.write('retry: 1000\nevent: hello\ndata: {"type":"hello","ids":[]}\n\n');
    return out;
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    for (const { out } of this.streams) out.end();
  }

  private hear(stream: Stream, { type, ids, only }: Announcement): void {
    if (revoking.has(type)) void this.recheck([stream]);
    if (only !== undefined && only !== stream.actor.memberId) return;
    const waiting = stream.waiting.get(type) ?? new Set();
    for (const id of ids) waiting.add(id);
    stream.waiting.set(type, waiting);
    stream.timer ??= setTimeout(() => void this.push(stream), settleMs);
  }

  private async push(stream: Stream): Promise<void> {
    await stream.checking;
    stream.timer = undefined;
    const waiting = [...stream.waiting];
    stream.waiting.clear();
    for (const [type, ids] of waiting) {
      if (!may(stream.actor, eventType(type).needs)) continue;
      const all = [...ids];
      for (let from = 0; from < all.length; from += idsOfOneMessage) {
        const message = JSON.stringify({ type, ids: all.slice(from, from + idsOfOneMessage) });
        this.write(stream, `data: ${message}\n\n`);
      }
    }
  }

  /** Asks again who the streams speak to. One whose credentials are no longer good, or speak for another, ends. */
  private async recheck(streams: readonly Stream[]): Promise<void> {
    if (streams.length === 0) return;
    const asked = this.actors.standing(streams.map(({ credentials }) => credentials)).catch(() => []);
    const checked = asked.then((actors) => {
      streams.forEach((stream, index) => {
        const actor = actors[index];
        const good = actor?.memberId === stream.actor.memberId && may(actor, 'stream.read');
        if (good) stream.actor = actor;
        else this.end(stream);
      });
    });
    for (const stream of streams) stream.checking = Promise.all([stream.checking, checked]).then(() => {});
    await checked;
  }

  private end(stream: Stream): void {
    stream.waiting.clear();
    stream.out.end();
  }

  private write({ out }: Stream, text: string): void {
    if (out.writableEnded) return;
    if (out.writableLength + out.readableLength > largestBacklog) out.destroy();
    else out.write(text);
  }
}
