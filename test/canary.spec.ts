import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rolePermissions, roles } from '@domain/access/roles.js';
import type { Agency } from './support/agency.js';
import { type Catalogue, isTenant, readCatalogue } from './support/catalogue.js';
import { Examples, send } from './support/examples.js';
import { Family } from './support/fixture-world.js';
import { type Operation, operationsOf } from './support/openapi.js';
import { World } from './support/world.js';

const foreign = 'canaryforeign4471';
const hidden = 'canaryhidden4471';
const own = 'canaryown4471';

/** Texts that take a few words alone. */
const narrow = [
  'attempt_word.asked_currency',
  'candidacy.exit_reason',
  'candidate.do_not_contact_reason',
  'contact_log.asked_currency',
  'covenant.currency',
  'exchange_rate.from_currency',
  'exchange_rate.to_currency',
  'fee.currency',
  'funding_round.currency',
  'off_limits_policy.covers',
  'package.currency',
  'poaching_attempt.asked_currency',
  'search.band_currency',
  'search.fee_currency',
  'stage_entry.exit_reason',
];

/** Tables whose texts are keys of the machine, not something that a user wrote. */
const machines = ['idempotency', 'outbox', 'reaction_done'];

describe('canaries', () => {
  const logged: string[] = [];
  let missed: string[];
  let world: World;
  let catalogue: Catalogue;
  let operations: Operation[];
  let examples: Examples;
  let mine: Agency;

  /** Puts the token into each text of the agency; answers the columns that do not take it. */
  async function paint(agency: Agency, token: string): Promise<string[]> {
    const missed: string[] = [];
    for (const table of [...catalogue.values()].filter(isTenant).filter(({ name }) => !machines.includes(name))) {
      const keys = new Set([...table.primaryKey, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
      for (const { name, type, words, generated } of table.columns) {
        const value =
          type === 'text'
            ? `'${token}' || substr(md5(ctid::text), 1, 6)`
            : type === 'text[]'
              ? `array['${token}']`
              : undefined;
        if (value === undefined || words.length > 0 || generated || keys.has(name)) continue;
        const done = await world.owner
          .query(`update ${table.name} set ${name} = ${value} where agency_id = $1`, [agency.id])
          .catch(() => undefined);
        if (!done?.rowCount) missed.push(`${table.name}.${name}`);
      }
    }
    return missed.sort();
  }

  /** An agency with a row in each table. */
  async function full(): Promise<Agency> {
    const agency = await world.agency();
    const owner = await agency.as('owner');
    const family = new Family(agency, owner, catalogue);
    for (const table of [...catalogue.values()].filter(isTenant).filter(({ name }) => !machines.includes(name))) {
      await family.row(table.name).catch(() => undefined);
    }
    return agency;
  }

  beforeAll(async () => {
    world = await World.open({ LOG_LEVEL: 'trace' }, { write: (line) => void logged.push(line) });
    catalogue = await readCatalogue(world.owner);
    operations = operationsOf(world.app).filter((one) => one.handled && one.permission !== 'public');
    examples = new Examples(catalogue);
    const theirs = await full();
    missed = await paint(theirs, foreign);
    mine = await full();
    await paint(mine, own);
    const secret = await mine.as('admin');
    const { id: candidate_id } = await mine.candidate();
    await mine.insert('note', { author_id: secret.id, candidate_id, visibility: 'private', body: hidden });
    await world.owner.query('update package set note = $2 where agency_id = $1', [mine.id, hidden]);
    await world.owner.query('update package_grant set grantor = $2 where agency_id = $1', [mine.id, hidden]);
    await world.owner.query('update placement set left_reason = $2 where agency_id = $1', [mine.id, hidden]);
  }, 60_000);
  afterAll(() => world.close());

  it('stand in every text of another agency that takes one', () => {
    expect(missed).toEqual(narrow);
  });

  it('of another agency are in no answer to anyone, whatever is asked for', async () => {
    for (const role of roles) {
      const member = await mine.as(role);
      for (const operation of operations) {
        const request = await examples.request(operation, examples.family(operation, member));
        const asked = [request];
        if (operation.query.some(({ name }) => name === 'q')) {
          asked.push(
            { ...request, url: `${request.url}?q=${foreign}` },
            { ...request, url: `${request.url}?q=canary` },
          );
        }
        if (operation.method !== 'GET' && role !== 'owner') continue;
        for (const one of asked) {
          const answer = await send(member, one);
          expect([operation.name, role, JSON.stringify([answer.text, answer.headers]).includes(foreign)]).toEqual([
            operation.name,
            role,
            false,
          ]);
        }
      }
    }
  }, 120_000);

  it('of private notes and of fields that a role does not see are in no answer to it', async () => {
    let seen = 0;
    for (const role of roles) {
      const member = await mine.as(role);
      const may = rolePermissions[role];
      for (const operation of operations.filter(({ method }) => method === 'GET')) {
        const rows = new Map<string, string>();
        for (const { param, table } of examples.tablesOf(operation)) {
          const name = catalogue.has(table) ? table : 'setting';
          const { rows: found } = await world.owner.query<{ id: string }>(
            `select id from ${name} where agency_id = $1 order by id limit 1`,
            [mine.id],
          );
          if (found[0]) rows.set(param, found[0].id);
        }
        const request = await examples.request(operation, examples.family(operation, member), Object.fromEntries(rows));
        const { text } = await send(member, request);
        const shown = text.includes(hidden);
        if (shown) seen += 1;
        const lawful = may.has('package.read') || may.has('placement.read') || role === 'admin';
        expect([operation.name, role, shown && !lawful]).toEqual([operation.name, role, false]);
        if (role !== 'admin' && /notes|timeline/.test(operation.path)) {
          expect([operation.name, role, shown]).toEqual([operation.name, role, false]);
        }
      }
    }
    expect(seen).toBeGreaterThan(0);
  }, 120_000);

  it('are in no line of the log, in no event, and in no file of the data folder', async () => {
    const lines = logged.join('');
    expect(lines).toContain('"status":200');
    for (const token of [foreign, own, hidden]) expect(lines).not.toContain(token);
    const { rows } = await world.owner.query('select from event where data::text like $1', ['%canary%']);
    expect(rows).toHaveLength(0);
    const files = (await readdir(world.config.dataDir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files) {
      expect(await readFile(join(parentPath, name), 'latin1')).not.toContain(foreign);
    }
  });
});
