import fc from 'fast-check';
import { type Catalogue } from './catalogue.js';
import type { Examples } from './examples.js';
import type { Family, Values } from './fixture-world.js';
import type { Operation, Schema } from './openapi.js';

/** A request as it goes out, whatever it is made of. */
export type Shot = {
  method: 'GET';
  url: string;
  headers: Record<string, string>;
  payload: string | Buffer | undefined;
};

/** Ids that requests may name: those that are there, those of others, those of nothing. */
export type Ids = { readonly params: Record<string, string>[]; readonly rows: ReadonlyMap<string, readonly string[]> };

const nothing = '01900000-0000-7000-8000-00000000dead';

/** Strings that have broken software before; the two last are none that PostgreSQL can keep. */
export const naughty = [
  '',
  ' ',
  '\t\n',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  '１２３',
  '١٢٣',
  '%',
  '%_\\',
  "'; drop table candidate; --",
  '" or ""="',
  '<script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  '赵宏',
  'ﷺ',
  'Ω≈ç√∫',
  '👩‍👩‍👧‍👦',
  '‮text',
  '​',
  '﻿',
  'İstanbul',
  'ﬀ',
  'e\u0301\u0301\u0301',
  '__proto__',
  'constructor',
  'toString',
  '=1+1',
  '\r\nSet-Cookie: a=b',
  'x'.repeat(5_000),
  'a\u0000b',
  '\ud800',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...naughty) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 50, max: 30_000 }).map((length) => '长'.repeat(length)) },
);

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 31,
    -(2 ** 31) - 1,
    [],
    {},
    [[]],
    [null],
    { a: 1 },
    { length: 1e9 },
  ),
  text,
  fc.array(text, { maxLength: 4 }),
  fc.integer({ min: 20, max: 60 }).map(deep),
  fc.dictionary(fc.constantFrom(...naughty, 'id', 'agencyId', 'agency_id'), fc.constantFrom<unknown>(1, 'x', null, [])),
);

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

const day = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '1000-01-01',
      '9999-12-31',
      '2024-02-29',
      '2023-02-29',
      '2026-13-01',
      '0000-00-00',
      '10000-01-01',
      'today',
    ),
  },
);

const moment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString()),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '9999-12-31T23:59:59Z',
      '1000-01-01T00:00:00+14:00',
      '2026-03-31T24:00:00Z',
      '2026-03-31T23:59:60Z',
      '2026-03-31T09:30:00+99:99',
      '2026-03-31',
      '2026-03-31T09',
      '2026-03-31T1:2:3',
      '2026-03-31T09:30:00.123456789Z',
      'now',
      'infinity',
      'epoch',
    ),
  },
);

/** Values of a schema: of the right shape, at and beyond its bounds. */
export function valueOf(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const known = ids.rows.get(schema['x-refers'] ?? '') ?? [];
  const nullable = Array.isArray(schema.type) && schema.type.includes('null');
  const value = plainValue(schema, fc.constantFrom(...known, ...known, nothing, nothing.toUpperCase()), ids);
  return nullable ? fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }) : value;
}

function plainValue(schema: Schema, id: fc.Arbitrary<string>, ids: Ids): fc.Arbitrary<unknown> {
  const type = [schema.type].flat().find((one) => one !== 'null');
  const example = schema.example === undefined ? [] : [{ weight: 4, arbitrary: fc.constant(schema.example) }];
  const { minimum = -(2 ** 31), maximum = 2 ** 31 - 1 } = schema;
  if (type === 'array') {
    const item = schema['x-refers'] === undefined ? valueOf(schema.items ?? {}, ids) : id;
    return fc.array(item, { maxLength: Math.min((schema.maxItems ?? 5) + 1, 6) });
  }
  if (schema['x-refers'] !== undefined || schema.format === 'uuid') return id;
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties) return objectOf(schema, ids);
  if (type === 'integer')
    return fc.oneof(
      ...example,
      { weight: 2, arbitrary: fc.integer({ min: minimum, max: maximum }) },
      { weight: 1, arbitrary: fc.constantFrom(minimum, maximum, maximum + 1) },
    );
  if (type === 'number')
    return fc.oneof(
      ...example,
      { weight: 2, arbitrary: fc.double({ min: minimum, max: maximum, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) },
    );
  if (type === 'boolean') return fc.boolean();
  if (type === 'object')
    return fc.oneof(...example, { weight: 1, arbitrary: fc.dictionary(text, junk, { maxKeys: 3 }) });
  if (schema.format === 'date') return day;
  if (schema.format === 'date-time') return moment;
  const { minLength = 0, maxLength = 200 } = schema;
  const fitting = text.map((one) => [...one].slice(0, maxLength).join('').padEnd(minLength, 'x'));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(schema.example ?? 'A text') },
    { weight: schema.pattern || schema.format ? 1 : 3, arbitrary: fitting },
  );
}

function objectOf(schema: Schema, ids: Ids): fc.Arbitrary<Values> {
  const properties = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valueOf(one, ids)] as const);
  return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] });
}

/** Bodies of which something is wrong: a value, a name, the whole. */
function brokenBody(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const names = Object.keys(schema.properties ?? {});
  const replaced = fc
    .tuple(objectOf(schema, ids), fc.constantFrom(...names, ...naughty.slice(-10), 'agencyId', 'version'), junk)
    .map(([body, name, value]) => Object.fromEntries([...Object.entries(body), [name, value]]));
  return fc.oneof({ weight: 5, arbitrary: replaced }, { weight: 1, arbitrary: junk });
}

const raw: fc.Arbitrary<{ payload: string | Buffer; type: string }> = fc.record({
  payload: fc.constantFrom<string | Buffer>(
    '',
    '{',
    '{"name":',
    '{"a":1}garbage',
    '[1,]',
    "{'a':1}",
    '\u0000',
    '﻿{}',
    'null',
    '1',
    '"x"',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"name":"a","name":"b"}',
    '{"name":"\\ud800"}',
    `{"name":${'['.repeat(5_000)}`,
    Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]),
    '--x\r\n\r\n',
    'a=1&b=2',
    '<xml/>',
  ),
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'nonsense',
    '',
  ),
});

const ifMatch = fc.constantFrom(
  '"1"',
  '"1"',
  '"1"',
  '*',
  'W/"1"',
  '1',
  '"2"',
  '"-1"',
  '"99999999999999999999"',
  'abc',
  '',
  '"1", "2"',
);

const headers: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'idempotency-key': fc.constantFrom('', 'a', 'x'.repeat(300), 'é', 'a b', "'--", '0'.repeat(36)),
    'accept-language': fc.constantFrom('zh', '*', 'xx-' + 'y'.repeat(500)),
    'x-forwarded-for': fc.constantFrom('1.2.3.4', "'", '::1, ::2'),
    'x-http-method-override': fc.constantFrom('DELETE', 'nonsense'),
    origin: fc.constantFrom('null', 'https://evil.example', 'nonsense'),
    accept: fc.constantFrom('text/html', 'application/xml', '*/*;q=0'),
    range: fc.constantFrom('bytes=0-1', 'bytes=-1', 'nonsense'),
  },
  { requiredKeys: [] },
);

const segment = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%00',
    '%2e%2e%2f',
    '%E0%A4%A',
    '%',
    'null',
    '{id}',
    '0',
    nothing,
    nothing.toUpperCase(),
    `${nothing}0`,
    'x'.repeat(250),
    '1%3Bdrop',
  ),
  text.map((one) => encodeURIComponent(one.toWellFormed()).slice(0, 180).replace(/%.?$/, '')),
);

/** Requests to one operation: most of them meant well, many of them wrong somewhere. */
export function shotsAt(operation: Operation, ids: Ids): fc.Arbitrary<Shot> {
  const good = fc.constantFrom(...ids.params);
  const bad = fc
    .tuple(good, fc.constantFrom(...operation.params, ''), segment)
    .map(([params, name, value]) => ({ ...params, [name]: value }));
  const body = operation.body;
  return fc
    .record({
      params: fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: bad }),
      query: fc.oneof(
        { weight: 6, arbitrary: queryOf(operation, ids) },
        { weight: 1, arbitrary: strayQuery(operation) },
      ),
      body: body
        ? fc.oneof(
            { weight: 7, arbitrary: objectOf(body, ids).map((value) => ({ value })) },
            { weight: 4, arbitrary: brokenBody(body, ids).map((value) => ({ value })) },
            { weight: 1, arbitrary: raw },
          )
        : fc.oneof(
            { weight: 12, arbitrary: fc.constant(undefined) },
            { weight: operation.method === 'GET' ? 0 : 1, arbitrary: raw },
          ),
      headers: fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
      ifMatch:
        operation.method === 'PATCH'
          ? fc.option(ifMatch, { freq: 12, nil: undefined })
          : fc.option(ifMatch, { freq: 1, nil: undefined }),
    })
    .map((parts) => {
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => parts.params[name] ?? '');
      const sent: { payload: string | Buffer | undefined; type: string } =
        parts.body === undefined
          ? { payload: undefined, type: '' }
          : 'value' in parts.body
            ? { payload: JSON.stringify(parts.body.value), type: 'application/json' }
            : parts.body;
      return {
        method: operation.method as 'GET',
        url: parts.query === '' ? path : `${path}?${parts.query}`,
        payload: sent.payload,
        headers: {
          ...parts.headers,
          ...(parts.ifMatch !== undefined && { 'if-match': parts.ifMatch }),
          ...(sent.payload !== undefined && sent.type !== '' && { 'content-type': sent.type }),
        },
      };
    });
}

function queryOf(operation: Operation, ids: Ids): fc.Arbitrary<string> {
  const required = operation.query.filter((one) => one.required).map(({ name }) => name);
  const values = Object.fromEntries(
    operation.query.map(({ name, schema }) => [
      name,
      name === 'cursor' ? fc.constantFrom('', 'abc', 'a.b') : valueOf(schema, ids),
    ]),
  );
  const chosen = fc
    .subarray(Object.keys(values), { maxLength: Math.min(3, operation.query.length) })
    .chain((names) =>
      fc.record(Object.fromEntries([...new Set([...required, ...names])].map((name) => [name, values[name] ?? text]))),
    );
  return chosen.map((record) => encoded(Object.entries(record)));
}

function strayQuery(operation: Operation): fc.Arbitrary<string> {
  const names = [...operation.query.map(({ name }) => name), ...naughty.slice(-8), 'a[b]', 'limit', 'sort'];
  const pairs = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 3 });
  return fc.oneof(
    pairs.map(encoded),
    fc.constantFrom('limit=1&limit=2', '&&&', '=', '%', 'limit=%00', 'q=%ff', 'sort=-', 'total=yes', 'limit=1e3'),
  );
}

function encoded(pairs: readonly (readonly [string, unknown])[]): string {
  return pairs
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(String(value).toWellFormed())}`,
    )
    .join('&');
}

/** The ids that an operation may be asked with: rows of `count` families, and those of another agency. */
export async function idsFor(
  operation: Operation,
  {
    own,
    foreign,
    examples,
    catalogue,
  }: { own: readonly Family[]; foreign: Family; examples: Examples; catalogue: Catalogue },
): Promise<Ids> {
  const params: Record<string, string>[] = [];
  for (const family of [...own, foreign]) params.push(await examples.params(operation, family));
  const rows = new Map<string, string[]>();
  for (const { table } of examples.references(operation)) {
    if (!catalogue.has(table)) continue;
    const named: string[] = [];
    for (const family of [...own, foreign]) named.push(table === 'member' ? family.acting.id : await family.id(table));
    rows.set(table, named);
  }
  return { params, rows };
}
