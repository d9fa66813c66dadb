import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultsOf } from '@domain/agencies/defaults.js';
import { FoundAgency } from '../apps/api/src/agencies/found-agency.js';
import type { LadderView } from '../apps/api/src/agencies/ladder.view.js';
import type { PackagesView } from '../apps/api/src/candidates/package.view.js';
import type { LevelMatches, LevelView, OrganizationLevels } from '../apps/api/src/organizations/level.view.js';
import { begin, ladderUrl, levelsUrl, stepNames } from './support/levels.js';
import { Visitor } from './support/visitor.js';
import type { Refused } from './support/submitting.js';
import { World } from './support/world.js';

type Values = Record<string, unknown>;

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const spanOf = ({ code, fromStep, toStep }: LevelView): string => `${code} ${fromStep.name}–${toStep.name}`;
const said = ({ levels }: LevelMatches): string[] =>
  levels.flatMap(({ matches }) => matches.map(({ code, organizationName }) => `${code} ${organizationName}`));
const code = ({ status, body }: { status: number; body: Refused }): unknown[] => [
  status,
  body.type.replace('urn:longlist:', ''),
  ...(body.errors ?? []).map(({ pointer }) => pointer),
];

describe('the ladder of an agency', () => {
  it.each(['en', 'zh', 'de'] as const)('is founded with steps in its language (%s)', async (locale) => {
    const email = `ladder-${locale}@example.com`;
    const password = 'a long enough password';
    const owner = { name: 'Olga', email, password };
    await world.app.get(FoundAgency).found({ name: `Ladder ${locale}`, locale, owner });
    const visitor = new Visitor(world);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    const { body } = await visitor.get<LadderView>(ladderUrl);
    expect(body.steps.map(({ name, position }) => [name, position])).toEqual(
      defaultsOf(locale).ladder.map((name, position) => [name, position]),
    );
    expect(body.steps).toHaveLength(7);
  });

  it('is renamed, ordered, extended and shortened at once; steps keep their ids', async () => {
    const ground = await begin(world);
    const { agency, owner } = ground;
    const step = (name: string): string => ground.step(name);
    const steps = [
      { id: step('Mid'), name: 'Professional' },
      { name: 'Lead' },
      { id: step('Junior'), name: 'Mid' },
      { id: step('Senior'), name: 'Senior' },
    ];
    const { status, body } = await owner.put<LadderView>(ladderUrl, { steps });
    expect(status).toBe(200);
    expect(body.steps.map(({ name, position }) => `${position} ${name}`)).toEqual([
      '0 Professional',
      '1 Lead',
      '2 Mid',
      '3 Senior',
    ]);
    expect([body.steps[0]?.id, body.steps[2]?.id, body.steps[3]?.id]).toEqual(
      ['Mid', 'Junior', 'Senior'].map((name) => step(name)),
    );
    expect((await owner.get<LadderView>(ladderUrl)).body).toEqual(body);
    const { rows } = await world.owner.query(
      "select data from event where agency_id = $1 and type = 'ladder.changed'",
      [agency.id],
    );
    expect(rows).toEqual([{ data: {} }, { data: {} }]);
  });

  it('refuses what is no ladder, and then stays as it is', async () => {
    const ground = await begin(world);
    const before = (await ground.owner.get<LadderView>(ladderUrl)).body;
    const other = await begin(world);
    const bad: [unknown, unknown[]][] = [
      [[], [422, 'ladder.steps', '/steps']],
      [
        [{ name: 'Mid' }, { name: ' mid' }],
        [422, 'ladder.steps', '/steps/1/name'],
      ],
      [
        [{ name: 'Mid' }, { id: other.step('Mid'), name: 'X' }],
        [422, 'reference.unknown', '/steps/1/id'],
      ],
      [
        [
          { id: ground.step('Mid'), name: 'X' },
          { id: ground.step('Mid'), name: 'Y' },
        ],
        [422, 'reference.unknown', '/steps/1/id'],
      ],
      [Array.from({ length: 21 }, (_, index) => ({ name: `S${index}` })), [400, 'request.invalid', '/steps']],
      [[{ name: 'x'.repeat(81) }], [400, 'request.invalid', '/steps/0/name']],
    ];
    for (const [steps, expected] of bad) {
      expect(code(await ground.owner.put<Refused>(ladderUrl, { steps }))).toEqual(expected);
    }
    expect((await ground.owner.get<LadderView>(ladderUrl)).body).toEqual(before);
  });

  it('keeps a step on which levels stand, and tells whose; and turns no span of theirs round', async () => {
    const ground = await begin(world);
    const id = await ground.organization('Northstar AI', [
      ground.level('P6', 'Senior'),
      ground.level('P7', 'Senior', 'Principal'),
    ]);
    const named = (...names: string[]): Values[] => names.map((name) => ({ id: ground.step(name), name }));
    const gone = await ground.owner.put<Refused & Values>(ladderUrl, { steps: named('Junior', 'Senior', 'Staff') });
    expect(code(gone)).toEqual([409, 'ladder.step-used', '/steps']);
    expect([gone.body['heldBy'], gone.body['heldByCount']]).toEqual([
      [{ organizationId: id, organizationName: 'Northstar AI', level: 'P7' }],
      1,
    ]);
    const turned = await ground.owner.put<Refused>(ladderUrl, { steps: named('Principal', 'Senior', 'Staff') });
    expect(code(turned)).toEqual([409, 'ladder.order', '/steps']);
    const without = await ground.owner.put<LadderView>(ladderUrl, { steps: named('Senior', 'Principal') });
    expect(without.body.steps.map(({ name }) => name)).toEqual(['Senior', 'Principal']);
    expect((await ground.at(id)).levels.map(spanOf)).toEqual(['P6 Senior–Senior', 'P7 Senior–Principal']);
  });

  it('is written over by nobody who has not seen how it stands', async () => {
    const ground = await begin(world);
    const { version } = (await ground.owner.get<LadderView>(ladderUrl)).body;
    const write = (name: string) =>
      ground.owner.put<LadderView>(ladderUrl, { steps: [{ name }] }, { headers: { 'if-match': `"${version}"` } });
    const answers = await Promise.all([write('One'), write('Other'), write('Third')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect((await ground.owner.get<LadderView>(ladderUrl)).body).toEqual(won);
    expect(won?.steps).toHaveLength(1);
  });

  it('is read by all colleagues and changed by who changes settings', async () => {
    const { agency } = await begin(world);
    for (const [role, status] of [
      ['headhunter', 403],
      ['hr', 403],
      ['admin', 200],
    ] as const) {
      const member = await agency.as(role);
      expect((await member.get<LadderView>(ladderUrl)).body.abilities).toEqual(status === 200 ? ['edit'] : []);
      expect((await member.put(ladderUrl, { steps: [{ name: 'Only' }] })).status).toBe(status);
    }
  });
});

describe('the levels of an organization', () => {
  it('stand in their order on the ladder, each on a step or on several', async () => {
    const ground = await begin(world);
    const id = await ground.organization('Northstar AI', []);
    const levels = [
      { ...ground.level('P5', 'Mid'), title: 'Engineer', track: 'engineering' },
      ground.level('P6', 'Senior'),
      { ...ground.level('M1', 'Senior', 'Staff'), track: 'management', title: null },
    ];
    const { status, body } = await ground.put(id, levels);
    expect([status, body.organizationId, body.organizationName, body.abilities]).toEqual([
      200,
      id,
      'Northstar AI',
      ['edit'],
    ]);
    expect(body.levels.map(spanOf)).toEqual(['P5 Mid–Mid', 'P6 Senior–Senior', 'M1 Senior–Staff']);
    expect(body.levels.map(({ title, track }) => [title, track])).toEqual([
      ['Engineer', 'engineering'],
      [null, null],
      [null, 'management'],
    ]);
    expect(body.levels[2]?.toStep).toEqual({ id: ground.step('Staff'), name: 'Staff', position: 3 });
    expect(await ground.at(id)).toEqual(body);
    const turned = await ground.put(id, [...levels].reverse());
    expect(turned.body.levels.map((one) => one.code)).toEqual(['M1', 'P6', 'P5']);
    const { rows } = await world.owner.query(
      "select organization_id from event where agency_id = $1 and type = 'organization.levels-changed'",
      [ground.agency.id],
    );
    expect(rows).toEqual([{ organization_id: id }, { organization_id: id }]);
  });

  it('come from the nearest one above that has some, until it has its own', async () => {
    const ground = await begin(world);
    const company = await ground.organization('Northstar AI', [ground.level('P6', 'Senior')]);
    const lab = await ground.organization('Lab', [], { kind: 'lab', parent_id: company });
    const team = await ground.organization('Team', [], { kind: 'lab', parent_id: lab });
    const alone = await ground.organization('Alone', []);
    const seen = async (id: string) => {
      const { organizationName, levels } = await ground.at(id);
      return [organizationName, levels.map((one) => one.code)];
    };
    expect(await seen(team)).toEqual(['Northstar AI', ['P6']]);
    expect(await seen(alone)).toEqual([null, []]);
    await ground.put(lab, [ground.level('R1', 'Staff')]);
    expect([await seen(team), await seen(lab), await seen(company)]).toEqual([
      ['Lab', ['R1']],
      ['Lab', ['R1']],
      ['Northstar AI', ['P6']],
    ]);
    const cleared = await ground.put(lab, []);
    expect(cleared.body).toMatchObject({ organizationId: company, levels: [{ code: 'P6' }] });
  });

  it('are refused as a whole, by the field', async () => {
    const ground = await begin(world);
    const other = await begin(world);
    const id = await ground.organization('Northstar AI', [ground.level('P6', 'Senior')]);
    const good = ground.level('P7', 'Staff');
    const bad: [Values[], unknown[]][] = [
      [
        [good, ground.level('p 7', 'Mid')],
        [422, 'organization.levels', '/levels/1/code'],
      ],
      [
        [good, ground.level('P8', 'Staff', 'Mid')],
        [422, 'organization.levels', '/levels/1/toStepId'],
      ],
      [
        [good, { code: 'P8', fromStepId: other.step('Mid') }],
        [422, 'reference.unknown', '/levels/1/fromStepId'],
      ],
      [
        [good, { ...ground.level('P8', 'Mid'), toStepId: other.step('Staff') }],
        [422, 'reference.unknown', '/levels/1/toStepId'],
      ],
      [
        [good, { code: 'P8' }],
        [400, 'request.invalid', '/levels/1/fromStepId'],
      ],
      [[ground.level('P'.repeat(41), 'Mid')], [400, 'request.invalid', '/levels/0/code']],
      [[{ ...good, track: 'sales' }], [400, 'request.invalid', '/levels/0/track']],
      [Array.from({ length: 61 }, (_, index) => ground.level(`P${index}`, 'Mid')), [400, 'request.invalid', '/levels']],
    ];
    for (const [levels, expected] of bad) expect(code(await ground.put<Refused>(id, levels))).toEqual(expected);
    expect((await ground.at(id)).levels.map(spanOf)).toEqual(['P6 Senior–Senior']);
    const most = Array.from({ length: 60 }, (_, index) => ground.level(`P${index}`, 'Mid'));
    expect((await ground.put(id, most)).body.levels).toHaveLength(60);
  });

  it('are changed by who changes the organization, and not once it is archived', async () => {
    const ground = await begin(world);
    const id = await ground.organization('Northstar AI', []);
    const levels = [ground.level('P6', 'Senior')];
    for (const [role, status] of [
      ['researcher', 200],
      ['hr', 403],
    ] as const) {
      const member = await ground.agency.as(role);
      expect((await member.put(levelsUrl(id), { levels })).status).toBe(status);
      const { body } = await member.get<OrganizationLevels>(levelsUrl(id));
      expect([body.levels.length, body.abilities]).toEqual([1, status === 200 ? ['edit'] : []]);
    }
    await ground.owner.post(`/api/v1/organizations/${id}/archival`);
    expect(code(await ground.put<Refused>(id, []))).toEqual([409, 'organization.archived']);
    expect((await ground.at(id)).abilities).toEqual([]);
  });

  it('are written over by nobody who has not seen how they stand', async () => {
    const ground = await begin(world);
    const id = await ground.organization('Northstar AI', [ground.level('P6', 'Senior')]);
    const { version } = await ground.at(id);
    const codes = ['P1', 'P2', 'P3'];
    const answers = await Promise.all(
      codes.map((one) => ground.put(id, [ground.level(one, 'Mid')], { 'if-match': `"${version}"` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const { levels } = await ground.at(id);
    expect(levels.map((one) => one.code)).toEqual([codes[answers.findIndex(({ status }) => status === 200)]]);
  });

  it('of another agency are not there', async () => {
    const [ours, theirs] = [await begin(world), await begin(world)];
    const id = await theirs.organization('Northstar AI', [theirs.level('P6', 'Senior')]);
    const own = await ours.organization('Southstar AI', [ours.level('L4', 'Senior')]);
    for (const url of [levelsUrl(id), `${levelsUrl(id)}/matches?level=P6`]) {
      expect((await ours.owner.get(url)).status).toBe(404);
    }
    expect((await ours.put(id, [])).status).toBe(404);
    expect(said(await ours.matches(own, 'L4'))).toEqual([]);
    expect((await theirs.at(id)).levels).toHaveLength(1);
  });
});

describe('levels elsewhere', () => {
  it('correspond where they share a step, whichever way one writes them', async () => {
    const ground = await begin(world);
    const id = await ground.organization('Northstar AI', [
      ground.level('P6', 'Senior'),
      ground.level('P7', 'Senior', 'Staff'),
    ]);
    await ground.organization('Borealis', [
      ground.level('T9', 'Mid', 'Senior'),
      ground.level('T10', 'Staff', 'Principal'),
      ground.level('T12', 'Principal'),
    ]);
    await ground.organization('Austral', [ground.level('L5', 'Staff')]);
    const away = await ground.organization('Zephyr', [ground.level('E5', 'Staff')]);
    await ground.owner.post(`/api/v1/organizations/${away}/archival`);
    const found = await ground.matches(id, ' p 7');
    expect([found.organizationId, found.levels.map(spanOf)]).toEqual([id, ['P7 Senior–Staff']]);
    expect(said(found)).toEqual(['L5 Austral', 'T9 Borealis', 'T10 Borealis']);
    expect(said(await ground.matches(id, 'P6'))).toEqual(['T9 Borealis']);
    expect(await ground.matches(id, 'P77')).toEqual({
      organizationId: id,
      organizationName: 'Northstar AI',
      levels: [],
    });
    const all = (await ground.matches(id)).levels.map((level) => [level.code, level.matches.map((one) => one.code)]);
    expect(all).toEqual([
      ['P6', ['T9']],
      ['P7', ['L5', 'T9', 'T10']],
    ]);
    const child = await ground.organization('Northstar Lab', [], { kind: 'lab', parent_id: id });
    expect(said(await ground.matches(child, 'P6'))).toEqual(['T9 Borealis']);
    const nowhere = await ground.organization('Alone', []);
    expect(await ground.matches(nowhere, 'P6')).toEqual({ organizationId: null, organizationName: null, levels: [] });
  });

  it('correspond both ways, as a naive count of shared steps says', async () => {
    const ground = await begin(world);
    const span = fc.tuple(fc.nat(4), fc.nat(4)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
    const ids = [await ground.organization('One', []), await ground.organization('Other', [])];
    await fc.assert(
      fc.asyncProperty(fc.tuple(fc.array(span, { maxLength: 4 }), fc.array(span, { maxLength: 4 })), async (spans) => {
        for (const [side, id] of ids.entries()) {
          const levels = (spans[side] ?? []).map(([from, to], index) =>
            ground.level(`S${index}`, stepNames[from ?? 0] ?? '', stepNames[to ?? 0]),
          );
          expect((await ground.put(id, levels)).status).toBe(200);
        }
        for (const [side, id] of ids.entries()) {
          const shared = (spans[side] ?? []).map(([from = 0, to = 0]) =>
            (spans[1 - side] ?? []).flatMap(([low = 0, high = 0], other) =>
              stepNames.some((_, at) => at >= from && at <= to && at >= low && at <= high) ? [`S${other}`] : [],
            ),
          );
          const { levels } = await ground.matches(id);
          expect(levels.map(({ matches }) => matches.map((one) => one.code))).toEqual(shared);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the level that pay is for', () => {
  it('is kept as it is written, known or not', async () => {
    const { agency, owner } = await begin(world);
    const { id } = await agency.candidate();
    const url = `/api/v1/candidates/${id}/package`;
    const current = { currency: 'CNY', baseAmount: '900000', basePer: 'year', source: 'volunteered' };
    const { body } = await owner.put<PackagesView>(url, {
      current: { ...current, level: ' P7 ' },
      expected: { ...current, level: null },
    });
    expect([body.current?.level, body.expected?.level]).toEqual(['P7', null]);
    const cleared = await owner.put<PackagesView>(url, { current });
    expect(cleared.body.current?.level).toBeNull();
    const long = await owner.put<Refused>(url, { current: { ...current, level: 'x'.repeat(41) } });
    expect(code(long)).toEqual([400, 'request.invalid', '/current/level']);
  });
});
