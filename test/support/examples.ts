import { snake } from '@platform/db/entity.js';
import { adjustments, boundary, multipart, withPart } from './adjustments.js';
import type { Member } from './agency.js';
import type { Answer, TestClient } from './client.js';
import { type Catalogue, isTenant } from './catalogue.js';
import { Family, tableOfParam, type Values } from './fixture-world.js';
import type { Operation, Schema } from './openapi.js';

/** What stands in a row when the last word of a DELETE takes it back. */
const undone: Readonly<Record<string, string>> = {
  archival: 'archived_at',
  ending: 'ended_at',
  suspension: 'suspended_at',
  completion: 'done_at',
};

/** Names of operations that are adjusted here. */
export const adjusted = Object.keys(adjustments);

/** A request to one operation, ready to be sent by anyone. */
export type Prepared = {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  /** The bytes of a body that is no JSON. */
  readonly payload?: string;
  /** Whether the answer does not end by itself. */
  readonly live: boolean;
};

/** One place of a request that names a row; `put` answers the request with another id there. */
export type Reference = {
  readonly name: string;
  readonly table: string;
  readonly put: (request: Prepared, id: string) => Prepared;
};

/** Parameters that name a colleague. */
const colleagues = [
  'ownerId',
  'leadId',
  'assigneeId',
  'actorId',
  'authorId',
  'holderId',
  'channelHolderId',
  'createdBy',
];

/** Parameters that name a row of the list's own table, and others whose table has another name. */
const parents: Readonly<Record<string, string>> = {
  attemptId: 'poaching_attempt',
  timelineOf: 'candidate',
  employerId: 'organization',
  parentId: 'organization',
  clientId: 'organization',
  subjectId: 'candidate',
  roleFamilyId: 'role_family',
  tagId: 'tag',
  importId: 'import',
  targetId: 'organization',
  protectsId: 'organization',
};

/** A file of one person. */
const people = multipart('people.csv', 'name,company\r\nAda Example,Northstar AI', { format: 'csv' });

/** Builds requests of one operation from its example and rows of a family. */
export class Examples {
  private readonly prepared = new WeakMap<Family, Promise<unknown>>();

  constructor(private readonly catalogue: Catalogue) {}

  /** A family whose rows are in the state that the operation asks for. */
  family(operation: Operation, member: Member): Family {
    const column = operation.method === 'DELETE' ? undone[operation.path.split('/').at(-1) ?? ''] : undefined;
    const table = this.tablesOf(operation).at(-1)?.table ?? '';
    const preset = column === undefined ? {} : { [table]: { [column]: '2026-01-01T00:00:00Z' } };
    return new Family(member.agency, member, this.catalogue, { ...preset, ...adjustments[operation.name]?.rows });
  }

  /** The table or recipe behind each parameter of the path, in its order. */
  tablesOf(operation: Operation): { param: string; table: string }[] {
    return operation.params.map((param) => ({ param, table: tableOfParam(operation.path, param, this.catalogue) }));
  }

  /** The rows' ids that the path takes. */
  async params(operation: Operation, family: Family): Promise<Record<string, string>> {
    const params: Record<string, string> = {};
    for (const { param, table } of this.tablesOf(operation)) params[param] = await family.id(table);
    return params;
  }

  /** The request that the family's member may send and that succeeds; `params` replaces ids of the path. */
  async request(operation: Operation, family: Family, params: Record<string, string> = {}): Promise<Prepared> {
    const { before, body, query, upload = people } = adjustments[operation.name] ?? {};
    if (before && !this.prepared.has(family)) this.prepared.set(family, before(family));
    await this.prepared.get(family);
    const ids = { ...(await this.params(operation, family)), ...params };
    const search = new URLSearchParams(await query?.(family));
    for (const { name, required, schema } of operation.query) {
      if (required && !search.has(name)) search.set(name, String(await this.value(schema, operation, family)));
    }
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
    if (operation.media === 'multipart/form-data') {
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
      return { method: operation.method, url: path, body: undefined, payload: upload, headers, live: false };
    }
    return {
      method: operation.method,
      url: search.size > 0 ? `${path}?${search}` : path,
      body: operation.body && {
        ...((await this.value(operation.body, operation, family)) as Values),
        ...(await body?.(family)),
      },
      headers: operation.method === 'PATCH' ? { 'if-match': '"1"' } : {},
      live: operation.kind === 'live',
    };
  }

  /** An example of a schema: its own, with ids replaced by those of rows that are there. */
  async value(schema: Schema, operation: Operation, family: Family): Promise<unknown> {
    const refers = schema['x-refers'];
    if (schema.example === null) return null;
    if (refers !== undefined) {
      const id = await this.reference(refers, operation, family);
      return schema.type === 'array' ? [id] : id;
    }
    if (schema.properties && schema.example === undefined) {
      const value: Values = {};
      for (const [name, property] of Object.entries(schema.properties)) {
        const inner = await this.value(property, operation, family);
        if (inner !== undefined) value[name] = inner;
      }
      return value;
    }
    if (schema.items && schema.example === undefined) return [await this.value(schema.items, operation, family)];
    return schema.example ?? schema.enum?.[0];
  }

  /** An id for a field: of the family, or of another one where the path names the same table. */
  private reference(table: string, operation: Operation, family: Family): Promise<string> {
    if (table === 'member') return Promise.resolve(family.acting.id);
    const named = this.tablesOf(operation).some((one) => one.table === table);
    return named ? family.another(table) : family.id(table);
  }

  /** Every place of a request that names a row of the agency, beside the path: fields of the body, parameters of the query. */
  references(operation: Operation): Reference[] {
    const inQuery = operation.query.flatMap(({ name, schema }) => {
      if (schema.format !== 'uuid') return [];
      const table = schema['x-refers'] ?? this.tableOfName(name);
      const put = (request: Prepared, id: string): Prepared => {
        const url = new URL(request.url, 'http://localhost');
        url.searchParams.set(name, id);
        return { ...request, url: `${url.pathname}${url.search}` };
      };
      return [{ name: `?${name}`, table, put }];
    });
    return [...inQuery, ...inBody(operation.body, [])];
  }

  /** `currentOrganizationId` → organization: the table whose rows a parameter of the query names. */
  private tableOfName(name: string): string {
    const column = snake(name.replace(/Id$/, ''));
    const found = [...this.catalogue.keys()].filter((one) => column === one || column.endsWith(`_${one}`));
    const table = colleagues.includes(name)
      ? 'member'
      : (parents[name] ?? found.sort((a, b) => b.length - a.length)[0]);
    if (table === undefined) throw new Error(`say in test/support/examples.ts which table ?${name} names`);
    return table;
  }

  /** Every row of the family's agency, as text, with the transaction that wrote it last. */
  async snapshot(family: Family): Promise<string> {
    const { owner } = family.agency.world;
    const tables = [...this.catalogue.values()].filter(isTenant);
    const parts = tables.map(
      ({ name }) =>
        `select '${name}' as t, coalesce(string_agg(x.xmin::text || x::text, e'\\n' order by x::text), '') as v from ${name} x where agency_id = $1`,
    );
    const { rows } = await owner.query(parts.join(' union all '), [family.agency.id]);
    return JSON.stringify(rows);
  }
}

function inBody(schema: Schema | undefined, path: readonly (string | number)[]): Reference[] {
  if (!schema) return [];
  const table = schema['x-refers'];
  if (table !== undefined) {
    const list = schema.type === 'array';
    const put = (request: Prepared, id: string): Prepared => {
      if (request.payload !== undefined) return { ...request, payload: withPart(request.payload, String(path[0]), id) };
      const body = structuredClone(request.body);
      assign(body as Values, path, list ? [id] : id);
      return { ...request, body };
    };
    return [{ name: `/${path.join('/')}`, table, put }];
  }
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => inBody(one, [...path, name])),
    ...inBody(schema.items, [...path, 0]),
  ];
}

function assign(body: Values, path: readonly (string | number)[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) body[first] = value;
  else assign((body[first] ??= typeof rest[0] === 'number' ? [] : {}) as Values, rest, value);
}

/** Sends a prepared request as the member. */
export function send(
  client: TestClient,
  { method, url, body, payload, headers, live }: Prepared,
): Promise<Answer<unknown>> {
  return live
    ? client.open(url)
    : client.send(method, url, { body, headers, ...(payload !== undefined && body === undefined && { payload }) });
}
