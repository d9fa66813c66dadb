import { applyDecorators, type INestApplication, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiQuery,
  ApiResponse,
  DocumentBuilder,
  getSchemaPath,
  type OpenAPIObject,
  SwaggerModule,
} from '@nestjs/swagger';
import { type RefusalCode, statusOf } from '@domain/refusal.js';
import { whereLimits, whereOps } from '@domain/where.js';
import type { FieldType, ListSpec } from '../lists/fields.js';
import { sortsOf } from '../lists/fields.js';

type Schema = Record<string, unknown>;

const schemas: Record<FieldType, Schema> = {
  id: { type: 'string', format: 'uuid' },
  text: { type: 'string' },
  int: { type: 'integer' },
  flag: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'date-time' },
  json: { type: 'string' },
};

/** The refusals of an operation beside those that every one has: told in the API description by their codes. */
export const Refuses = (...codes: RefusalCode[]): MethodDecorator => {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return applyDecorators(
    ...[...byStatus].map(([status, those]) =>
      ApiResponse({ status, description: those.join(', '), ...problemContent }),
    ),
  );
};

/** An operation that answers pages of a list: its parameters come from the list itself. */
export const Answers = (spec: ListSpec, row: Type<unknown>): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(row),
    ApiResponse({
      status: 200,
      description: 'One page; `nextCursor` is null on the last one.',
      schema: {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(row) } },
          nextCursor: { type: 'string', nullable: true },
          total: { type: 'integer', description: 'With total=true: exact up to 10000.' },
          totalIsFloor: { type: 'boolean' },
        },
      },
    }),
    ...queryOf(spec).map((parameter) => ApiQuery({ required: false, ...parameter })),
  );

function queryOf(spec: ListSpec): { name: string; description?: string; schema: Schema }[] {
  const sorts = [...sortsOf(spec).keys()];
  const fields = Object.entries(spec.fields).flatMap(([name, field]) => {
    if (!field.filter) return [];
    const schema = { ...schemas[field.type], ...(field.words && { enum: field.words }) };
    const bounds = field.filter === 'range' ? [`${name}From`, `${name}To`] : [];
    return [
      { name, schema, description: 'One value, or several with commas.' },
      ...bounds.map((bound) => ({ name: bound, schema })),
    ];
  });
  const filters = Object.entries(spec.filters ?? {}).map(([name, { type, words, description }]) => ({
    name,
    schema: { ...schemas[type], ...(words && { enum: words }) },
    description,
  }));
  return [
    ...(spec.search
      ? [{ name: 'q', schema: { type: 'string' }, description: 'Part of a name or of what is known.' }]
      : []),
    ...whereOf(spec),
    {
      name: 'sort',
      schema: { type: 'string', enum: sorts.flatMap((name) => [name, `-${name}`]), default: spec.defaultSort },
    },
    { name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } },
    { name: 'cursor', schema: { type: 'string' } },
    { name: 'total', schema: { type: 'boolean', default: false } },
    ...fields,
    ...filters,
  ];
}

/** Nested filters, where the list has filters at all; the example holds for any list. */
function whereOf(spec: ListSpec): { name: string; description: string; schema: Schema }[] {
  const filters = [
    ...Object.entries(spec.fields).filter(([, { filter }]) => filter),
    ...Object.entries(spec.filters ?? {}),
  ];
  const [name, field] = filters.find(([, { needs }]) => needs === undefined) ?? [];
  if (name === undefined || field === undefined) return [];
  const value = field.words?.[0] ?? samples[field.type];
  return [
    {
      name: 'where',
      description: `Conditions in groups, as JSON: {"all": […]} or {"any": […]} of groups and of {"field", "op", "value"}; ${whereLimits.depth} groups deep, ${whereLimits.conditions} conditions. A field is one of the filters below; op is one of ${whereOps.join(', ')}.`,
      schema: {
        type: 'string',
        maxLength: whereLimits.length,
        example: JSON.stringify({
          all: [
            {
              any: [
                { field: name, op: 'is', value },
                { field: name, op: 'isNot', value },
              ],
            },
          ],
        }),
      },
    },
  ];
}

const samples: Record<FieldType, string | number | boolean> = {
  id: '01900000-0000-7000-8000-000000000001',
  text: 'A text',
  int: 1,
  flag: true,
  day: '2026-03-31',
  time: '2026-03-31T09:30:00Z',
  json: '{}',
};

const problemContent = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', examples: ['urn:longlist:request.invalid'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** The whole API description: what the code says, and the refusals that every operation has. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Longlist')
    .setDescription('The recruiting CRM for headhunters of AI talent.')
    .setVersion('1')
    .addCookieAuth('longlist.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'key')
    .addSecurityRequirements('session')
    .addSecurityRequirements('key')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (!operation) continue;
      operation.operationId = operationId(method, path);
      const common: [number, RefusalCode[]][] = [
        [401, ['session.missing']],
        [403, ['access.denied', 'access.suspended']],
        ...(path.includes('{') ? ([[404, ['resource.not-found']]] as [number, RefusalCode[]][]) : []),
        ...(method === 'get' ? [] : ([[400, ['request.invalid', 'request.malformed']]] as [number, RefusalCode[]][])),
        ...(operation.parameters?.some((one) => 'in' in one && one.in === 'query')
          ? ([[400, ['list.unknown-parameter', 'list.invalid-parameter', 'list.invalid-cursor']]] as [
              number,
              RefusalCode[],
            ][])
          : []),
        ...(method === 'patch'
          ? ([
              [412, ['row.changed']],
              [428, ['row.version-required']],
            ] as [number, RefusalCode[]][])
          : []),
        [429, ['rate.exceeded']],
        [503, ['service.unavailable']],
      ];
      for (const [status, codes] of common) {
        operation.responses[status] ??= { description: codes.join(', '), ...problemContent };
      }
    }
  }
  return document;
}

/** `get /api/v1/searches/{id}/board` → `getSearchesByIdBoard`: one name an operation, the same for all clients. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\/(v1\/)?/, '')
    .split(/[/-]/)
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part))
    .join('-');
  return `${method}-${words}`.replace(/-([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase());
}
