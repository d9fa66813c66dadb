import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Member } from './support/agency.js';
import { sessionCookie } from './support/client.js';
import { World } from './support/world.js';

type Message = { event: string; type: string; ids: string[] };

/** An open stream over the network, as a browser has it. */
class Listening {
  readonly messages: Message[] = [];
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>;
  private heard: () => void = () => {};

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {
    this.ended = this.read().catch(() => {});
  }

  static async open(url: string, headers: Record<string, string>): Promise<Listening> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/v1/stream`, { headers, signal: abort.signal });
    return new Listening(response, abort);
  }

  /** The first message for which this holds, heard already or to come. */
  async until(holds: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(holds);
      if (found) return found;
      await new Promise<void>((resolve) => (this.heard = resolve));
    }
  }

  close(): Promise<void> {
    this.abort.abort();
    return this.ended;
  }

  private async read(): Promise<void> {
    let text = '';
    for await (const chunk of this.response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data === undefined) continue;
        const event = /^event: (.*)$/m.exec(block)?.[1] ?? 'message';
        this.messages.push({ event, ...(JSON.parse(data) as { type: string; ids: string[] }) });
      }
      this.heard();
    }
  }
}

const listenOn = async (world: World): Promise<string> => {
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  return world.app.getUrl();
};

describe('the live stream', () => {
  let world: World;
  let other: World;
  let url: string;
  let otherUrl: string;
  beforeAll(async () => {
    world = await World.open();
    other = await World.open();
    url = await listenOn(world);
    otherUrl = await listenOn(other);
  });
  afterAll(async () => {
    await world.close();
    await other.close();
  });

  const hear = async (member: Member, at = url): Promise<Listening> => {
    const stream = await Listening.open(at, member.headers);
    await stream.until(({ event }) => event === 'hello');
    return stream;
  };
  const add = async (member: Member, name: string): Promise<string> =>
    (await member.post<{ id: string }>('/api/v1/organizations', { kind: 'company', name })).body.id;
  const makeKey = async (owner: Member): Promise<void> => {
    const made = await owner.post('/api/v1/api-keys', { name: 'A key', permissions: ['me.read'] });
    expect(made.status).toBe(201);
  };
  const note = async (member: Member, subjectId: string, visibility: string): Promise<string> => {
    const values = { subjectType: 'candidate', subjectId, visibility, body: 'Canary' };
    return (await member.post<{ id: string }>('/api/v1/notes', values)).body.id;
  };

  it('says hello, then what happens, by ids alone and from any process', async () => {
    const agency = await world.agency();
    const researcher = await agency.as('researcher');
    const headhunter = await agency.as('headhunter');
    const streams = [await hear(researcher), await hear(researcher, otherUrl)];
    const id = await add(headhunter, 'Canary 4471');
    for (const stream of streams) {
      const { event, type, ids } = await stream.until((message) => message.ids.includes(id));
      expect([event, type, ids]).toEqual(['message', 'organization.created', [id]]);
      expect(stream.messages.filter(({ type: one }) => one === 'hello')).toHaveLength(1);
      expect(JSON.stringify(stream.messages)).not.toContain('Canary');
      expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
      expect(stream.response.headers.get('cache-control')).toBe('no-store');
      await stream.close();
    }
  });

  it('tells many things of one kind in one message', async () => {
    const agency = await world.agency();
    const headhunter = await agency.as('headhunter');
    const stream = await hear(await agency.as('owner'));
    const { id: subjectId } = await agency.candidate();
    const ids = await Promise.all(Array.from({ length: 30 }, () => note(headhunter, subjectId, 'agency')));
    for (const id of ids) await stream.until((message) => message.ids.includes(id));
    expect(stream.messages.length).toBeLessThan(30);
    await stream.close();
  });

  it('tells nobody what they may not know: other agencies, hidden types, private notes', async () => {
    const agency = await world.agency();
    const author = await agency.member('headhunter');
    const { id: subjectId } = await agency.candidate();
    const own = await hear(author);
    const colleague = await hear(await agency.as('owner'));
    const researcher = await hear(await agency.as('researcher'));
    const stranger = await hear(await (await world.agency()).as('owner'));
    const secret = await note(author, subjectId, 'private');
    await makeKey(await agency.as('owner'));
    const open = await note(author, subjectId, 'agency');
    expect((await own.until(({ ids }) => ids.includes(secret))).type).toBe('note.written');
    for (const stream of [colleague, researcher]) {
      await stream.until(({ ids }) => ids.includes(open));
      expect(JSON.stringify(stream.messages)).not.toContain(secret);
    }
    expect(colleague.messages.map(({ type }) => type)).toContain('api-key.made');
    expect(researcher.messages.map(({ type }) => type)).not.toContain('api-key.made');
    expect(stranger.messages).toHaveLength(1);
    for (const stream of [own, colleague, researcher, stranger]) await stream.close();
  });

  it('ends at once for a user who is suspended, and goes on for colleagues', async () => {
    const agency = await world.agency();
    const owner = await agency.as('owner');
    const member = await agency.member('headhunter');
    const [gone, stays] = [await hear(member, otherUrl), await hear(owner)];
    expect((await owner.post(`/api/v1/users/${member.id}/suspension`)).status).toBe(200);
    await gone.ended;
    const id = await add(owner, 'After');
    await stays.until(({ ids }) => ids.includes(id));
    expect(JSON.stringify(gone.messages)).not.toContain(id);
    await stays.close();
  });

  it('ends for a session that was signed out elsewhere, without an event', async () => {
    const agency = await world.agency();
    const member = await agency.member('headhunter');
    const stream = await hear(member);
    await world.auth.query('delete from auth.session where token = $1', [member.token]);
    await stream.ended;
    expect(stream.messages).toHaveLength(1);
  }, 20_000);

  it('hears with new rights as soon as the role changes', async () => {
    const agency = await world.agency();
    const member = await agency.member('owner');
    const stream = await hear(member);
    const owner = await agency.as('owner');
    expect((await owner.patch(`/api/v1/users/${member.id}`, 1, { role: 'researcher' })).status).toBe(200);
    await makeKey(owner);
    const id = await add(await agency.as('headhunter'), 'After');
    await stream.until(({ ids }) => ids.includes(id));
    expect(stream.messages.map(({ type }) => type)).not.toContain('api-key.made');
    await stream.close();
  });

  it('begins anew when something may have been missed', async () => {
    const agency = await world.agency();
    const stream = await hear(await agency.as('owner'));
    const login = new Client({ connectionString: world.urls.app });
    await login.connect();
    await login.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ~ '^(listen |select pg_notify)'`);
    await login.end();
    await stream.ended;
    const again = await hear(await agency.as('owner'));
    const id = await add(await agency.as('headhunter'), 'After');
    await again.until(({ ids }) => ids.includes(id));
    await again.close();
  }, 20_000);

  it('leaves nothing behind when the browser goes, and one member cannot open them without end', async () => {
    const agency = await world.agency();
    const owner = await agency.as('owner');
    const streams = [];
    for (let index = 0; index < 20; index += 1) streams.push(await hear(owner));
    expect((await fetch(`${url}/api/v1/stream`, { headers: owner.headers })).status).toBe(429);
    for (const stream of streams) await stream.close();
    const status = async (): Promise<number> => {
      const stream = await Listening.open(url, owner.headers);
      await stream.close();
      return stream.response.status;
    };
    while ((await status()) !== 200) await setTimeout(20);
  });

  it('is for the staff alone', async () => {
    const agency = await world.agency();
    for (const role of ['client_hr', 'hiring_manager'] as const) {
      expect((await (await agency.as(role)).get('/api/v1/stream')).status).toBe(403);
    }
    expect((await world.anonymous.get('/api/v1/stream')).status).toBe(401);
    const forged = { cookie: sessionCookie('nobody', world.config.secret) };
    expect((await fetch(`${url}/api/v1/stream`, { headers: forged })).status).toBe(401);
  });

  it('ends cleanly when the process stops, and a connection that asked nothing holds nobody up', async () => {
    const stopping = await World.open();
    const at = await listenOn(stopping);
    const silent = connect(Number(new URL(at).port), '127.0.0.1');
    await once(silent, 'connect');
    const agency = await stopping.agency();
    const stream = await Listening.open(at, (await agency.as('owner')).headers);
    await stream.until(({ event }) => event === 'hello');
    await stopping.close();
    await stream.ended;
    expect(stream.messages.map(({ event }) => event)).toEqual(['hello']);
  });
});
