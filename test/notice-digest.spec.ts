import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NoticeChoice } from '@domain/notices/notice.js';
import { Clock } from '@platform/clock/clock.js';
import { Units } from '@platform/db/units.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { Mail } from '@platform/mail/mail.js';
import type { NoticeRow } from '../apps/api/src/notices/notice.view.js';
import type { Agency, Member } from './support/agency.js';
import { mailsTo } from './support/visitor.js';
import { World } from './support/world.js';

type Digest = { id: string; day: string; member_id: string; sent_at: string | null };

let world: World;
let agency: Agency;
let author: Member;
let reader: Member;
let email: string;

/** The clockwork at this moment; answers the digests that the agency has. */
async function tick(at: string, on = world): Promise<Digest[]> {
  on.app.get(Clock).now = () => new Date(at);
  const units = on.app.get(Units);
  await units.run(units.systemActor(agency.id), async () =>
    on.app.get(Reactions).clockworks.get('notices.digest')?.run(agency.id),
  );
  return digests();
}

async function digests(): Promise<Digest[]> {
  const { rows } = await world.owner.query<Digest>(
    'select id, day::text, member_id, sent_at from notice_digest where agency_id = $1 order by day, id',
    [agency.id],
  );
  return rows;
}

/** The work that sends one digest, as its job runs it. */
async function send(digest: Digest | undefined, on = world): Promise<void> {
  const event = { agencyId: agency.id, subjectId: digest?.id ?? null } as RecordedEvent;
  await on.app.get(Reactions).works.get('notices.digest-mail')?.run(event, new AbortController().signal);
}

async function sendAll(on = world): Promise<void> {
  for (const digest of await digests()) if (digest.sent_at === null) await send(digest, on);
}

const choose = (choice: Partial<NoticeChoice>, member = reader) =>
  member.put<{ items: NoticeChoice[] }>('/api/v1/notices/choices', {
    kind: 'mention',
    inApp: true,
    mail: 'digest',
    ...choice,
  });

/** A notice of a mention in a note of the author's, made at this moment. */
async function told(at: string, values: Record<string, unknown> = {}, body = 'Please ring back'): Promise<string> {
  const candidate = await agency.candidate({ display_name: 'Zhao Hong' });
  const note = await agency.insert('note', {
    candidate_id: candidate.id,
    author_id: author.id,
    visibility: 'agency',
    body,
  });
  const { id } = await agency.insert('notice', {
    member_id: reader.id,
    kind: 'mention',
    key: `note:${randomUUID()}`,
    actor_id: author.id,
    candidate_id: candidate.id,
    note_id: note.id,
    created_at: at,
    mail: true,
    ...values,
  });
  return id;
}

const mails = () => mailsTo(world, email);

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  agency = await world.agency();
  author = await agency.member('headhunter');
  reader = await agency.member('researcher');
  const { rows } = await world.owner.query<{ email: string }>('select email from member where id = $1', [reader.id]);
  email = rows[0]?.email ?? '';
});

describe('the choice of a member', () => {
  it('is kept for each kind; without one a kind is told in the app and not mailed', async () => {
    const before = (await reader.get<{ items: NoticeChoice[] }>('/api/v1/notices/choices')).body.items;
    expect(before).toHaveLength(5);
    expect(before.every(({ inApp, mail }) => inApp && mail === 'off')).toBe(true);
    await choose({ inApp: false });
    const after = (await choose({ kind: 'exit', mail: 'off', inApp: false })).body.items;
    expect(after.filter(({ inApp }) => !inApp)).toEqual([
      { kind: 'mention', inApp: false, mail: 'digest' },
      { kind: 'exit', inApp: false, mail: 'off' },
    ]);
    expect((await author.get('/api/v1/notices/choices')).body).toEqual({ items: before });
    expect((await choose({ mail: 'hourly' as 'off' })).status).toBe(400);
  });

  it('says where a notice goes: the inbox, the mail, both, or nowhere', async () => {
    const due = async (member: Member, title: string) =>
      agency.insert('task', { title, assignee_id: member.id, due_on: '2026-03-02' });
    const [mailed, both, neither] = [reader, author, await agency.member('hr')];
    await choose({ kind: 'task_due', inApp: false }, mailed);
    await choose({ kind: 'task_due' }, both);
    await choose({ kind: 'task_due', inApp: false, mail: 'off' }, neither);
    for (const member of [mailed, both, neither]) await due(member, `Of ${member.role}`);
    world.app.get(Clock).now = () => new Date('2026-03-02T03:00:00Z');
    const units = world.app.get(Units);
    await units.run(units.systemActor(agency.id), async () =>
      world.app.get(Reactions).clockworks.get('notices.tasks-due')?.run(agency.id),
    );
    const inbox = async (member: Member) =>
      (await member.get<{ items: NoticeRow[] }>('/api/v1/notices?unread=true')).body.items.length;
    expect([await inbox(mailed), await inbox(both), await inbox(neither)]).toEqual([0, 1, 0]);
    const { rows } = await world.owner.query<{ member_id: string; mail: boolean }>(
      'select member_id, mail from notice where agency_id = $1',
      [agency.id],
    );
    expect(new Map(rows.map(({ member_id, mail }) => [member_id, mail]))).toEqual(
      new Map([
        [mailed.id, true],
        [both.id, true],
      ]),
    );
    expect((await mailed.post('/api/v1/notices/reading', {})).body).toEqual({ count: 1 });
  });
});

describe('the mail of the day', () => {
  it('goes at 08:00 where the agency is, in summer time and out of it', async () => {
    await world.owner.query(`update agency set time_zone = 'Europe/Berlin' where id = $1`, [agency.id]);
    await choose({});
    await told('2026-03-28T08:00:00Z');
    expect(await tick('2026-03-29T05:59:00Z')).toEqual([]);
    expect(await tick('2026-03-29T06:00:00Z')).toMatchObject([{ day: '2026-03-29', member_id: reader.id }]);
    await told('2026-10-24T12:00:00Z');
    expect(await tick('2026-10-25T06:59:00Z')).toHaveLength(1);
    expect((await tick('2026-10-25T07:00:00Z')).map(({ day }) => day)).toEqual(['2026-03-29', '2026-10-25']);
  });

  it('has what is unread since the last one, by kind, with links, in the language of its reader', async () => {
    await world.owner.query(`update member set locale = 'de' where id = $1`, [reader.id]);
    await choose({});
    await choose({ kind: 'import_ended' });
    const read = await told('2026-05-04T10:00:00Z');
    await reader.post(`/api/v1/notices/${read}/reading`, {});
    await told('2026-05-04T11:00:00Z', {}, 'Bitte anrufen');
    await told('2026-05-04T11:30:00Z', { mail: false }, 'Not chosen then');
    await told('2026-05-05T08:30:00Z', {}, 'Too late for this one');
    await tick('2026-05-05T09:00:00Z');
    await sendAll();
    const [mail] = await mails();
    expect(await mails()).toHaveLength(1);
    expect(mail).not.toContain('Importe');
    for (const part of [
      'Erwähnungen',
      'A headhunter hat Sie erwähnt · Zhao Hong',
      'Bitte anrufen',
      '/settings/account',
    ])
      expect(mail).toContain(part);
    expect(mail).toMatch(/\/candidates\/[0-9a-f-]{36}/);
    for (const part of ['Not chosen then', 'Too late']) expect(mail).not.toContain(part);
    await tick('2026-05-06T08:00:00Z');
    await sendAll();
    expect((await mails()).join()).toContain('Too late for this one');
    expect(await mails()).toHaveLength(2);
  });

  it('catches up once with days that were missed, and comes once a day', async () => {
    await choose({});
    for (const day of ['01', '02', '03']) await told(`2026-06-${day}T12:00:00Z`);
    await tick('2026-06-05T06:00:00Z');
    await Promise.all([tick('2026-06-05T08:05:00Z'), tick('2026-06-05T08:05:00Z')]);
    await told('2026-06-05T08:30:00Z');
    expect((await tick('2026-06-05T09:00:00Z')).map(({ day }) => day)).toEqual(['2026-06-04']);
    await sendAll();
    expect(await mails()).toHaveLength(1);
    expect((await tick('2026-06-06T08:00:00Z')).map(({ day }) => day)).toEqual(['2026-06-04', '2026-06-06']);
  });

  it('goes to nobody who is suspended, chose otherwise since, or has read everything by then', async () => {
    await choose({});
    const first = await told('2026-06-01T12:00:00Z');
    await world.owner.query('update member set suspended_at = now() where id = $1', [reader.id]);
    expect(await tick('2026-06-02T08:00:00Z')).toEqual([]);
    await world.owner.query('update member set suspended_at = null where id = $1', [reader.id]);
    await choose({ mail: 'off' });
    expect(await tick('2026-06-02T08:05:00Z')).toEqual([]);
    await choose({});
    const [digest] = await tick('2026-06-02T08:10:00Z');
    await reader.post(`/api/v1/notices/${first}/reading`, {});
    await send(digest);
    expect(await digests()).toMatchObject([{ sent_at: expect.anything() as unknown }]);
    expect(await mails()).toEqual([]);
  });

  it('does not tell of a note that is private by now', async () => {
    await choose({});
    await told('2026-06-01T12:00:00Z');
    await world.owner.query(`update note set visibility = 'private' where agency_id = $1`, [agency.id]);
    expect(await tick('2026-06-02T08:00:00Z')).toEqual([]);
  });

  it('is one mail when its sender is killed after sending, and comes again after an hour when it was not sent', async () => {
    await choose({});
    await told('2026-06-01T12:00:00Z');
    const [digest] = await tick('2026-06-02T08:00:00Z');
    await send(digest);
    await world.owner.query('update notice_digest set sent_at = null where id = $1', [digest?.id]);
    await send(digest);
    await send(digest);
    expect(await mails()).toHaveLength(1);
    await world.owner.query('update notice_digest set sent_at = null where id = $1', [digest?.id]);
    const handed = async () =>
      (
        await world.owner.query<{ n: number }>(
          `select count(*)::int as n from event where agency_id = $1 and type = 'notice.digest-made'`,
          [agency.id],
        )
      ).rows[0]?.n;
    await tick('2026-06-02T08:30:00Z');
    expect(await handed()).toBe(1);
    await tick('2026-06-02T09:01:00Z');
    await tick('2026-06-02T09:05:00Z');
    expect(await handed()).toBe(2);
  });

  it('stays to be sent when the mail fails', async () => {
    await choose({});
    await told('2026-06-01T12:00:00Z');
    const [digest] = await tick('2026-06-02T08:00:00Z');
    const mail = world.app.get(Mail);
    const deliver = mail.deliver.bind(mail);
    mail.deliver = () => Promise.reject(new Error('no room'));
    await expect(send(digest)).rejects.toThrow('no room');
    mail.deliver = deliver;
    await send(digest);
    expect(await mails()).toHaveLength(1);
  });
});

describe('by a server of mail', () => {
  let server: Server;
  let taken: string[];
  /** What the server does when it has the whole message. */
  let then: (socket: Socket) => void;
  let other: World;

  beforeAll(async () => {
    server = createServer((socket) => {
      let text: string | undefined;
      socket.on('error', () => {});
      socket.write('220 here\r\n');
      socket.on('data', (piece) => {
        if (text === undefined) {
          const line = piece.toString();
          if (line.startsWith('DATA')) text = '';
          socket.write(line.startsWith('DATA') ? '354 go on\r\n' : '250 ok\r\n');
          return;
        }
        text += piece.toString();
        if (!text.endsWith('\r\n.\r\n')) return;
        taken.push(text);
        text = undefined;
        then(socket);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    other = await World.open({ DATABASE_URL: world.urls.owner, SMTP_URL: `smtp://127.0.0.1:${port}` });
  });
  afterAll(async () => {
    await other.close();
    await new Promise((done) => server.close(done));
  });
  beforeEach(() => {
    taken = [];
  });

  it('is sent once, with an id of its own', async () => {
    then = (socket) => socket.write('250 kept\r\n');
    await choose({});
    await told('2026-06-01T12:00:00Z');
    const [digest] = await tick('2026-06-02T08:00:00Z', other);
    await Promise.all([send(digest, other), send(digest, other)]);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain(`digest-${digest?.id}@`);
    expect(await digests()).toMatchObject([{ sent_at: expect.anything() as unknown }]);
  });

  it('that says no is asked again; one that took the mail and fell silent is not', async () => {
    then = (socket) => socket.write('451 later\r\n');
    await choose({});
    await told('2026-06-01T12:00:00Z');
    const [digest] = await tick('2026-06-02T08:00:00Z', other);
    await expect(send(digest, other)).rejects.toThrow('451');
    then = (socket) => socket.destroy();
    await send(digest, other);
    expect(taken).toHaveLength(2);
    await send(digest, other);
    await tick('2026-06-02T12:00:00Z', other);
    expect(taken).toHaveLength(2);
  });
});
