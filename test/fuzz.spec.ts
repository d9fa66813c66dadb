import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Member } from './support/agency.js';
import { readCatalogue } from './support/catalogue.js';
import { Examples, send } from './support/examples.js';
import { idsFor, naughty, type Shot, shotsAt } from './support/fuzz.js';
import { operationsOf } from './support/openapi.js';
import { World } from './support/world.js';

const requests = 10_000;
const corpora = new URL('../../shared/data/badinput/', import.meta.url).pathname;
const leaks = /violates|constraint|relation |syntax error|longlist_|pg_catalog|node_modules|\.ts:\d|select .* from/i;

const world = await World.open();
const catalogue = await readCatalogue(world.owner);
const examples = new Examples(catalogue);
const operations = operationsOf(world.app).filter((one) => one.kind !== 'live');
/** So many to one operation that each kind of fault is among them. */
const each = Math.max(50, Math.ceil(requests / operations.length));
const [mine, theirs] = [await world.agency(), await world.agency()];
const theirOwner = await theirs.as('owner');
const seen = new Map<string, Map<number, number>>();

/** Sends one request and says what is wrong with its answer; an answer to be proud of says nothing. */
async function shoot(member: Member, shot: Shot, name: string): Promise<string | undefined> {
  const answer = await world.app.inject({ ...shot, headers: { ...member.headers, ...shot.headers } });
  const { statusCode: status, body } = answer;
  const statuses = seen.get(name) ?? new Map<number, number>();
  seen.set(name, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  if (status >= 500) return `${status} ${body}`;
  if (status < 400) return undefined;
  if (!String(answer.headers['content-type']).startsWith('application/problem+json'))
    return `${status} ${body.slice(0, 200)}`;
  const problem = JSON.parse(body) as {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    errors?: { message: string }[];
  };
  if (!problem.type?.startsWith('urn:longlist:') || problem.status !== status || !problem.title) return body;
  const words = [problem.title, problem.detail, ...(problem.errors ?? []).map(({ message }) => message)].join('\n');
  return leaks.test(words) ? words : undefined;
}

function count(name: string, wanted: (status: number) => boolean): number {
  return [...(seen.get(name) ?? [])].reduce((sum, [status, times]) => sum + (wanted(status) ? times : 0), 0);
}

afterAll(() => world.close());

describe('requests that nobody would write', () => {
  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s answers each of them below 500',
    async (name, operation) => {
      const member = await mine.member('owner');
      const own = [1, 2, 3, 4].map(() => examples.family(operation, member));
      const ids = await idsFor(operation, {
        own,
        foreign: examples.family(operation, theirOwner),
        examples,
        catalogue,
      });
      if (operation.permission !== 'public') {
        const good = await send(member, await examples.request(operation, examples.family(operation, member)));
        seen.set(name, new Map([[good.status, 1]]));
        if (operation.params.length > 0) {
          const nowhere = Object.fromEntries(
            operation.params.map((one) => [one, '01900000-0000-7000-8000-000000000000']),
          );
          const family = examples.family(operation, member);
          const lost = await send(member, await examples.request(operation, family, nowhere));
          seen.get(name)?.set(lost.status, (seen.get(name)?.get(lost.status) ?? 0) + 1);
        }
      }
      await fc.assert(
        fc.asyncProperty(shotsAt(operation, ids), async (shot) =>
          expect(await shoot(member, shot, name)).toBeUndefined(),
        ),
        { numRuns: each, seed: 20_261_124, endOnFailure: true },
      );
    },
  );

  it('have gone everywhere: past the shape check, into it, and to nothing', async () => {
    const guarded = operations.filter((one) => one.permission !== 'public');
    const names = guarded.map(({ name }) => name);
    const total = names.reduce((sum, name) => sum + count(name, () => true), 0);
    const past = names.reduce((sum, name) => sum + count(name, (status) => status !== 400 && status !== 415), 0);
    expect(operations.reduce((sum, { name }) => sum + count(name, () => true), 0)).toBeGreaterThanOrEqual(requests);
    expect(past / total).toBeGreaterThan(0.3);
    const without = (status: (one: number) => boolean, those: typeof guarded): string[] =>
      those.filter(({ name }) => count(name, status) === 0).map(({ name }) => name);
    expect(without((one) => one < 300, guarded)).toEqual([]);
    expect(
      without(
        (one) => one === 400,
        guarded.filter((one) => one.body || one.query.length > 0 || one.params.length > 0),
      ),
    ).toEqual([]);
    expect(
      without(
        (one) => one === 404,
        guarded.filter((one) => one.params.length > 0),
      ),
    ).toEqual([]);
  });
});

describe('texts that have broken software before', () => {
  const lists = operations.filter((one) => one.params.length === 0 && one.query.some(({ name }) => name === 'q'));
  const lines = (file: string): string[] =>
    readFileSync(`${corpora}payloads/${file}`, 'utf8').split('\n').filter(Boolean);
  const known = existsSync(corpora)
    ? [
        ...(JSON.parse(gunzipSync(readFileSync(`${corpora}blns.json.gz`)).toString()) as string[]),
        ...readdirSync(`${corpora}payloads`)
          .filter((file) => file.endsWith('.txt'))
          .flatMap((file) => lines(file).slice(0, 150)),
      ]
    : [];
  if (known.length === 0) process.stdout.write('no corpus of bad input here: its synthetic twin runs alone\n');

  it.each([['ours', naughty], ...(known.length > 0 ? [['of the corpus', known] as const] : [])] as const)(
    'are names and questions like others: %s',
    async (_, texts) => {
      const owner = await mine.as('owner');
      for (const [index, text] of texts.entries()) {
        const body = { kind: 'company', name: text, description: text };
        const answer = await owner.post<{ name: string }>('/api/v1/organizations', body);
        const storable =
          text.trim() !== '' && [...text.trim()].length <= 300 && !text.includes('\0') && text.isWellFormed();
        expect({ text, status: answer.status }).toEqual({ text, status: storable ? 201 : 400 });
        if (storable) expect(answer.body.name).toBe(text.trim());
        const list = lists[index % lists.length];
        const asked = await owner.get(`${list?.path}?q=${encodeURIComponent(text.toWellFormed())}`);
        expect({ text, path: list?.path, ok: asked.status === 200 || asked.status === 400 }).toMatchObject({
          ok: true,
        });
      }
    },
  );
});

describe('bodies that are JSON, and bodies that are none', () => {
  const folder = `${corpora}json-parsing/`;
  const suite = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file): [string, Buffer] => [file, readFileSync(folder + file)])
    : [];
  const twin: [string, Buffer][] = [
    ...[
      '{}',
      '[]',
      'null',
      '1',
      '"x"',
      ' {"name":"\\u0041\\uD834\\uDD1E"} ',
      '{"a":1,"a":2}',
      '[1e5,-0,0.1]',
      '{"":0}',
    ].map((body, index): [string, Buffer] => [`y_${index}`, Buffer.from(body)]),
    ...[
      '',
      '{',
      '[1,]',
      "{'a':1}",
      '{"a"}',
      '[01]',
      '[.5]',
      'nul',
      '{"a":1}}',
      '["\u0001"]',
      '["\\x"]',
      '[NaN]',
      '\ufeff',
      '['.repeat(100_000),
    ].map((body, index): [string, Buffer] => [`n_${index}`, Buffer.from(body)]),
  ];

  it.each([['ours', twin], ...(suite.length > 0 ? [['of the suite', suite] as const] : [])] as const)(
    'are told apart: %s',
    async (_, files) => {
      const owner = await mine.as('owner');
      const wrong: string[] = [];
      for (const [name, payload] of files) {
        const headers = { 'content-type': 'application/json' };
        const { status, body } = await owner.send<{ type: string }>('POST', '/api/v1/organizations', {
          payload,
          headers,
        });
        const malformed = body.type === 'urn:longlist:request.malformed';
        if (status >= 500 || (name.startsWith('n_') && !malformed) || (name.startsWith('y_') && malformed)) {
          wrong.push(`${name}: ${status} ${body.type}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
