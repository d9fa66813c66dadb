import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { problemOf, refusalFor } from '@platform/http/problem.filter.js';
import { Units } from '@platform/db/units.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

type Problem = { type: string; title: string; status: number; errors?: { pointer: string; message: string }[] };

/** Words of the database that no answer may have. */
const inner =
  /organization_|funding_round|_fkey|_check|_key|_pkey|agency_id|violates|constraint|syntax|SELECT|insert into|longlist_|pg_/i;

let world: World;
let agency: Agency;
let owner: Member;
beforeAll(async () => {
  world = await World.open();
  agency = await world.agency();
  owner = await agency.as('owner');
});
afterAll(() => world.close());

/** The error of a statement that the application's own role runs inside the walls of the agency. */
async function provoked(work: (client: PoolClient) => Promise<unknown>): Promise<unknown> {
  const client = await world.app.get(Units).connect();
  client.on('error', () => {});
  let failure: unknown;
  try {
    await client.query('begin');
    await client.query(`select set_config('app.agency_id', $1, true)`, [agency.id]);
    await work(client);
  } catch (error) {
    failure = error;
  }
  await client.query('rollback').catch(() => {});
  client.release(true);
  return failure;
}

const sql =
  (...statements: string[]) =>
  async (client: PoolClient): Promise<void> => {
    for (const statement of statements) await client.query(statement);
  };

const organization = `insert into organization (kind, name) values ('company', 'Northstar')`;
const alias = (id: string): string =>
  `insert into organization_alias (organization_id, kind, value, value_key) values ('${id}', 'name', 'x', 'x')`;
const someId = '01900000-0000-7000-8000-00000000dead';

/** SQLSTATE → how it comes about, the status that the one who asks gets, and the field it speaks of. */
const table: [string, string, (client: PoolClient) => Promise<unknown>, number, string?][] = [
  [
    '22001',
    'a text longer than its column',
    sql('create temp table short (a varchar(1)) on commit drop', `insert into short values ('ab')`),
    400,
  ],
  ['22003', 'a number out of range', sql('select 2147483648::int'), 400],
  ['22007', 'a text that is no day', sql(`select 'x'::date`), 400],
  ['22008', 'a day that is none', sql(`select '2026-13-40'::date`), 400],
  ['22012', 'a division by zero', sql('select 1 / 0'), 400],
  ['22021', 'a NUL in a text', (client) => client.query('select $1::text', ['a\0b']), 400],
  ['22023', 'a bad argument', sql(`select to_char(now() at time zone 'Nowhere/None', 'x')`), 400],
  ['22025', 'a bad escape', sql(`select 'ab' like 'a\\'`), 400],
  ['2201B', 'a bad pattern', sql(`select 'a' ~ '('`), 400],
  ['22P02', 'a text that is no id', sql(`select 'x'::uuid`), 400],
  ['22P02', 'a text that is no JSON', sql(`select '{'::jsonb`), 400],
  ['22P05', 'a JSON text with NUL', sql(`select '{"a":"\\u0000"}'::jsonb ->> 'a'`), 400],
  ['23502', 'a value that is missing', sql(`insert into organization (kind) values ('company')`), 400, '/name'],
  [
    '23503',
    'a row that is not there',
    sql(`insert into organization (kind, name, parent_id) values ('lab', 'x', '${someId}')`),
    422,
    '/parentId',
  ],
  [
    '23503',
    'a row of the agency that is still used',
    async (client) => {
      const { rows } = await client.query<{ id: string }>(`${organization} returning id`);
      const id = rows[0]?.id ?? '';
      await client.query(`insert into organization (kind, name, parent_id) values ('lab', 'x', '${id}')`);
      await client.query(`delete from organization where id = '${id}'`);
    },
    409,
  ],
  [
    '23505',
    'a value that is there already',
    async (client) => {
      const { rows } = await client.query<{ id: string }>(`${organization} returning id`);
      await client.query(alias(rows[0]?.id ?? ''));
      await client.query(alias(rows[0]?.id ?? ''));
    },
    409,
  ],
  [
    '23514',
    'a word that the column does not know',
    sql(`insert into organization (kind, name) values ('bank', 'x')`),
    422,
    '/kind',
  ],
  ['23514', 'a value beyond its bounds', sql(`insert into organization (kind, name) values ('lab', '')`), 422, '/name'],
  [
    '23P01',
    'a span that overlaps another',
    sql(
      'create temp table spans (a int, exclude using btree (a with =)) on commit drop',
      'insert into spans values (1), (1)',
    ),
    422,
  ],
  ['40001', 'a change that another one made stale', sql(`do $$ begin raise serialization_failure; end $$`), 409],
  [
    '42501',
    'a row behind the wall',
    sql(`insert into organization (agency_id, kind, name) values ('${someId}', 'company', 'x')`),
    500,
  ],
  [
    '54000',
    'a key too long for its index',
    sql(
      'create temp table long (a text unique) on commit drop',
      `insert into long select string_agg(md5(n::text), '') from generate_series(1, 2000) n`,
    ),
    400,
  ],
  [
    '54001',
    'a statement nested too deep',
    sql(
      `create function pg_temp.down(n int) returns int language sql as 'select pg_temp.down(n + 1)'`,
      'select pg_temp.down(1)',
    ),
    400,
  ],
  [
    '55P03',
    'a row that another one holds',
    async (client) => {
      const { id } = await agency.organization();
      const other = await world.owner.connect();
      try {
        await other.query('begin');
        await other.query('select from organization where id = $1 for update', [id]);
        await client.query('select from organization where id = $1 for update nowait', [id]);
      } finally {
        await other.query('rollback');
        other.release();
      }
    },
    503,
  ],
  ['57014', 'a statement that takes too long', sql('set local statement_timeout = 1', 'select pg_sleep(5)'), 503],
  [
    '57P01',
    'a connection that the database ends',
    sql('set role none', 'select pg_terminate_backend(pg_backend_pid())'),
    503,
  ],
  [
    '25P03',
    'a transaction that stood idle',
    async (client) => {
      await client.query('set local idle_in_transaction_session_timeout = 1');
      await new Promise((done) => client.once('error', done));
      await client.query('select 1');
    },
    503,
  ],
];

describe('errors of PostgreSQL', () => {
  it.each(table)('%s: %s', async (code, _, work, status, ...[pointer]) => {
    const failure = await provoked(work);
    const problem = problemOf(refusalFor(failure)) as Problem;
    if (code !== '25P03') expect((failure as { code: string }).code).toBe(code);
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toMatch(inner);
    if (pointer !== undefined) expect(problem.errors?.map((one) => one.pointer)).toEqual([pointer]);
  });

  it('40P01: two that wait for each other', async () => {
    const [one, two] = [await agency.organization(), await agency.organization()];
    const hold = (id: string): string => `select from organization where id = '${id}' for update`;
    const failures = await Promise.all([
      provoked(async (client) => {
        await client.query(hold(one.id));
        await client.query('select pg_sleep(0.2)');
        await client.query(hold(two.id));
      }),
      provoked(async (client) => {
        await client.query(hold(two.id));
        await client.query('select pg_sleep(0.2)');
        await client.query(hold(one.id));
      }),
    ]);
    const failure = failures.find((found) => found !== undefined);
    expect(failure).toMatchObject({ code: '40P01' });
    expect(refusalFor(failure)).toMatchObject({ status: 409, code: 'rule.conflict' });
  });

  it('leave the process alone when a connection is lost between two statements', async () => {
    const client = await world.app.get(Units).connect();
    await client.query('begin');
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((done) => client.once('end', done));
    await world.owner.query(`set role none; select pg_terminate_backend(${rows[0]?.pid}); reset role`);
    await ended;
    const failure = await client.query('select 1').catch((error: unknown) => error);
    expect(refusalFor(failure)).toMatchObject({ code: 'service.unavailable' });
    client.release(true);
    expect((await owner.get('/api/v1/organizations?limit=1')).status).toBe(200);
  });

  it('reach those who ask as problems with a pointer, and leave nothing half-written', async () => {
    const before = await world.owner.query('select from organization where agency_id = $1', [agency.id]);
    const unknown = await owner.post<Problem>('/api/v1/organizations', { kind: 'company', name: 'x', ownerId: someId });
    expect(unknown.status).toBe(422);
    expect(unknown.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(unknown.body).toMatchObject({ type: 'urn:longlist:reference.unknown', errors: [{ pointer: '/ownerId' }] });
    expect(unknown.text).not.toMatch(inner);
    const after = await world.owner.query('select from organization where agency_id = $1', [agency.id]);
    expect(after.rowCount).toBe(before.rowCount);
  });
});

describe('requests that cannot be read', () => {
  const path = '/api/v1/organizations';
  const json = { 'content-type': 'application/json' };
  const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  it.each<[string, string, string, Record<string, string>, string | undefined, number[]]>([
    ['an address that is none', 'GET', '/api/v1/organizations/%', {}, undefined, [400]],
    ['an address with a broken letter', 'GET', '/api/v1/organizations/%E0%A4%A', {}, undefined, [400]],
    ['an address with NUL', 'GET', '/api/v1/organizations/%00', {}, undefined, [404]],
    ['an address beyond the tree', 'GET', '/api/v1/../../../etc/passwd', {}, undefined, [404]],
    ['an address that is too long', 'GET', `/api/v1/organizations/${'x'.repeat(3_000)}`, {}, undefined, [404, 414]],
    ['an address of nothing', 'GET', '/api/v1/nothing', {}, undefined, [404]],
    ['a method that is not known there', 'PUT', path, json, '{}', [404, 405]],
    ['a method of other worlds', 'PROPFIND', path, {}, undefined, [404, 405]],
    ['a body of text', 'POST', path, { 'content-type': 'text/plain' }, 'x', [415]],
    ['a body of a form', 'POST', path, { 'content-type': 'application/x-www-form-urlencoded' }, 'kind=company', [415]],
    ['a body without a type', 'POST', path, {}, 'x', [400, 415]],
    ['a body that is no JSON', 'POST', path, json, '{"a"', [400]],
    ['a body that is a list', 'POST', path, json, '[]', [400]],
    ['no body', 'POST', path, {}, undefined, [400]],
    ['a body over a megabyte', 'POST', path, json, JSON.stringify({ name: 'x'.repeat(1_100_000) }), [413]],
    ['a body as deep as is allowed', 'POST', path, json, nested(30), [400]],
    ['a body deeper than that', 'POST', path, json, nested(40), [400]],
    ['a body deeper than any stack', 'POST', path, json, nested(200_000), [400]],
    [
      'a body with a prototype',
      'POST',
      path,
      json,
      '{"kind":"company","name":"x","__proto__":{"role":"owner"}}',
      [400],
    ],
    [
      'a body with a constructor',
      'POST',
      path,
      json,
      '{"kind":"company","name":"x","constructor":{"prototype":{}}}',
      [400],
    ],
    [
      'a key that is no key',
      'POST',
      path,
      { ...json, 'idempotency-key': 'a b' },
      '{"kind":"company","name":"x"}',
      [400],
    ],
    ['a parameter given twice', 'GET', `${path}?limit=1&limit=2`, {}, undefined, [400]],
    ['a parameter of another form', 'GET', `${path}?limit[a]=1`, {}, undefined, [400]],
    ['a cursor that was made up', 'GET', `${path}?cursor=WzEsMl0.abc`, {}, undefined, [400]],
    ['a token that is none', 'GET', path, { authorization: 'Bearer nothing', cookie: '' }, undefined, [401]],
    ['a cookie that is none', 'GET', path, { cookie: 'longlist.session_token=%E0%A4%A.x' }, undefined, [401]],
  ])('%s', async (_, method, url, headers, payload, statuses) => {
    const answer = await owner.send<Problem>(method, url, { headers, payload });
    expect(statuses).toContain(answer.status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status: answer.status, title: expect.any(String) });
    expect(answer.text).not.toMatch(inner);
    expect((await owner.get('/api/v1/organizations?limit=1')).status).toBe(200);
  });
});

describe('what is not even HTTP', () => {
  let port: number;
  beforeAll(async () => {
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    port = (world.app.getHttpServer() as { address(): AddressInfo }).address().port;
  });

  /** What the server answers to these bytes, until it hangs up. */
  async function spoken(bytes: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    let heard = '';
    socket.on('data', (piece: Buffer) => (heard += piece.toString())).on('error', () => {});
    socket.write(bytes);
    await Promise.race([once(socket, 'close'), new Promise((done) => setTimeout(done, 2_000).unref())]);
    socket.destroy();
    return heard;
  }

  it.each<[string, string, number]>([
    ['a line that is none', 'nonsense\r\n\r\n', 400],
    ['a version that is none', 'GET / HTTP/9.9\r\n\r\n', 400],
    ['a header that is none', 'GET /healthz HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n', 400],
    ['headers over the limit', `GET /healthz HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    [
      'two lengths of one body',
      'POST /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
      400,
    ],
    [
      'a length and pieces',
      'POST /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s', async (_, bytes, status) => {
    const answer = await spoken(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect((await owner.get('/api/v1/organizations?limit=1')).status).toBe(200);
  });
});
