import { afterAll, describe, expect, it } from '@jest/globals';
import { allPermissions, type Permission } from '@domain/access/permissions.js';
import type { Role } from '@domain/access/roles.js';
import type { Member } from './support/agency.js';
import type { Answer } from './support/client.js';
import { readCatalogue } from './support/catalogue.js';
import { adjusted, Examples, send } from './support/examples.js';
import { tableOf } from './support/fixture-world.js';
import { allBut, allowed, callersOf, keyOf, success } from './support/matrix.js';
import { handlersOf, operationsOf, routesOf } from './support/openapi.js';
import { World } from './support/world.js';

const missing = '01900000-0000-7000-8000-00000000dead';

/** Operations that answer without a permission: sign-in, which is for those who have none yet. */
const open = [
  'GET /api/auth/get-session',
  'GET /api/auth/invitation',
  'POST /api/auth/invitation',
  'POST /api/auth/welcome',
  'POST /api/auth/change-password',
  'POST /api/auth/request-password-reset',
  'POST /api/auth/reset-password',
  'POST /api/auth/revoke-sessions',
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'POST /api/auth/two-factor/disable',
  'POST /api/auth/two-factor/enable',
  'POST /api/auth/two-factor/generate-backup-codes',
  'POST /api/auth/two-factor/get-totp-uri',
  'POST /api/auth/two-factor/verify-backup-code',
  'POST /api/auth/two-factor/verify-totp',
];

/** Operations that change something and that one who only reads may use: what is theirs alone. */
const ownAffairs = [
  'PATCH /api/v1/me',
  // Tells who is off-limits and writes nothing; the ids are too many for a URL.
  'POST /api/v1/off-limits/check',
  // Compares under other assumptions and writes nothing; they are too many for a URL.
  'POST /api/v1/candidacies/{id}/comparison',
  'POST /api/v1/saved-views',
  'PATCH /api/v1/saved-views/{id}',
  'POST /api/v1/exports',
  'POST /api/v1/notices/reading',
  'PUT /api/v1/notices/choices',
  'POST /api/v1/notices/{id}/reading',
  'POST /api/v1/exports/{id}/cancellation',
  'DELETE /api/v1/saved-views/{id}',
  'POST /api/v1/saved-views/{id}/pin',
  'DELETE /api/v1/saved-views/{id}/pin',
];

/** Operations that change something beside the row of their path, so that its version says nothing. */
const beside = ['POST /api/v1/saved-views/{id}/pin', 'DELETE /api/v1/saved-views/{id}/pin'];

/** Operations whose example needs more of a key than to be let in. */
const broadKeys: Readonly<Record<string, Permission[]>> = {
  'POST /api/v1/api-keys': ['candidate.read'],
  'POST /api/v1/contact-log': ['task.write'],
  'POST /api/v1/exports': ['candidate.read'],
  'GET /api/v1/exports/{id}/file': ['candidate.read'],
  'POST /api/v1/offers/{id}/reneging': ['candidacy.move'],
  'POST /api/v1/offers/{id}/rescinding': ['candidacy.move'],
  'POST /api/v1/counteroffers/{id}/acceptance': ['candidacy.move'],
  'POST /api/v1/competing-offers/{id}/acceptance': ['candidacy.move'],
  'POST /api/v1/searches/{id}/stages/{stageId}/removal': ['candidacy.move'],
  'POST /api/v1/stage-removals/{id}/undo': ['candidacy.move'],
};

/** Routes that no controller answers: description, health, sign-in. */
const outside = /^\w+ (\/api\/(docs|openapi\.(json|yaml)|auth)(\/|\*|$)|\/(?!api\/))/;

const world = await World.open();
const operations = operationsOf(world.app);
const guarded = operations.filter((one) => one.handled && one.permission !== 'public');
const catalogue = await readCatalogue(world.owner);
const examples = new Examples(catalogue);
const mine = await world.agency();
const callers = await callersOf(mine);
const owner = await mine.as('owner');

/** A member of this role in an agency of its own. */
async function someone(role: Role = 'owner'): Promise<Member> {
  return (await world.agency()).as(role);
}

/** What two refusals must not differ in. */
function bytes({ status, text, headers }: Answer<unknown>): string {
  const { date: _, 'x-request-id': __, ...kept } = headers;
  return JSON.stringify({ status, text, headers: kept });
}

function type({ body }: Answer<unknown>): string {
  return String((body as { type?: string } | null)?.type).replace('urn:longlist:', '');
}

describe('the access matrix', () => {
  afterAll(() => world.close());

  it('knows every route, and every route of the API says whom it lets in', () => {
    const described = new Set(operations.map(({ name }) => name.replace(/\{\w+\}/g, ':')));
    const routes = routesOf(world.app);
    expect(routes.length).toBeGreaterThan(10);
    const unnamed = (route: string): string => route.replace(/:[\w|:]+/g, ':');
    expect(routes.filter((route) => !outside.test(route) && !described.has(unnamed(route)))).toEqual([]);
    expect([...handlersOf(world.app)].filter(([, { permission }]) => permission === undefined)).toEqual([]);
    const found = operations.filter((one) => one.handled && one.permission === 'public');
    expect(found.map((one) => one.name).sort()).toEqual(open.sort());
  });

  it('lets hr of the agency, which only reads, change nothing but its own affairs', () => {
    const changing = guarded.filter((one) => one.method !== 'GET' && allowed(one.permission, 'hr'));
    expect(changing.map((one) => one.name).sort()).toEqual(ownAffairs.sort());
  });

  it('knows every permission, and adjusts no operation that is gone', () => {
    const used = new Set(guarded.map(({ permission }) => permission));
    expect([...used].filter((one) => !allPermissions.includes(one as Permission))).toEqual([]);
    const names = operations.map(({ name }) => name);
    expect(adjusted.filter((name) => !names.includes(name))).toEqual([]);
  });

  describe.each(guarded.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
    it('lets in exactly those whose role has its permission', async () => {
      const idle = await examples.request(operation, examples.family(operation, owner));
      for (const { name: caller, client, role, expected } of callers) {
        const wanted = expected(operation);
        if (wanted === 'through') {
          const member = await someone(role);
          const answer = await send(member, await examples.request(operation, examples.family(operation, member)));
          expect({ caller, answer: success(answer) }).toEqual({ caller, answer: 'success' });
        } else {
          expect({ caller, status: (await send(client, idle)).status }).toEqual({ caller, status: wanted });
        }
      }
    });

    it('lets a key do what it names and nothing else', async () => {
      const permission = operation.permission as Permission;
      const member = await someone();
      const request = await examples.request(operation, examples.family(operation, member));
      const others = await keyOf(member, allBut(permission));
      expect((await send(others, request)).status).toBe(403);
      const narrow = await keyOf(member, [permission, ...(broadKeys[name] ?? [])]);
      expect(success(await send(narrow, request))).toBe('success');
    });

    for (const param of operation.params)
      it(`answers a foreign {${param}} as one that is not there, and leaves it alone`, async () => {
        const them = await someone();
        const foreign = examples.family(operation, them);
        const good = await examples.request(operation, foreign);
        const foreignIds = await examples.params(operation, foreign);
        const before = await examples.snapshot(foreign);
        const own = examples.family(operation, owner);
        const asked = await send(owner, await examples.request(operation, own, { [param]: foreignIds[param] ?? '' }));
        const nothing = await send(owner, await examples.request(operation, own, { [param]: missing }));
        expect(asked.status).toBe(404);
        expect(bytes(asked)).toBe(bytes(nothing));
        expect(await examples.snapshot(foreign)).toBe(before);
        expect(success(await send(them, good))).toBe('success');
      });

    for (const place of examples.references(operation))
      it(`takes a foreign ${place.name} for one that is not there`, async () => {
        const foreign = examples.family(operation, await someone());
        const id = await foreign.id(place.table);
        const before = await examples.snapshot(foreign);
        const ask = async (value: string): Promise<string> => {
          const request = place.put(await examples.request(operation, examples.family(operation, owner)), value);
          const answer = await send(owner, request);
          expect({ place: place.name, status: answer.status }).not.toMatchObject({ status: 500 });
          return bytes(answer).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id');
        };
        expect(await ask(id)).toBe(await ask(missing));
        expect(await examples.snapshot(foreign)).toBe(before);
      });

    it('refuses in the one order: 401, 403, 428, 400, 404, 412', async () => {
      const own = examples.family(operation, owner);
      const good = await examples.request(operation, own);
      const lost = await examples.request(
        operation,
        own,
        Object.fromEntries(operation.params.map((one) => [one, missing])),
      );
      const broken = operation.body && operation.media === 'application/json' ? { 'not known here': 1 } : undefined;
      const bare = { ...lost, body: broken, headers: lost.payload === undefined ? {} : lost.headers };
      expect((await send(world.anonymous, bare)).status).toBe(401);
      expect((await send(await mine.as('hiring_manager'), bare)).status).toBe(403);
      if (operation.method === 'PATCH') expect((await send(owner, bare)).status).toBe(428);
      if (broken) expect(type(await send(owner, { ...lost, body: broken }))).toBe('request.invalid');
      if (operation.params.length === 0) return;
      expect((await send(owner, { ...lost, headers: { ...lost.headers, 'if-match': '"77"' } })).status).toBe(404);
      if (beside.includes(name)) return;
      const versioned = catalogue
        .get(tableOf(examples.tablesOf(operation)[0]?.table ?? ''))
        ?.columns.some((one) => one.name === 'version');
      if (versioned && operation.params[0] === 'id' && operation.method !== 'GET') {
        const stale = await send(owner, { ...good, headers: { ...good.headers, 'if-match': '"77"' } });
        expect({ status: stale.status, text: stale.text }).toMatchObject({ status: 412 });
      }
    });
  });
});
