import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Permission } from '@domain/access/permissions.js';
import { allowsKey, type HandlerKind, kindKey } from '@platform/access/allows.js';
import { describeApi } from '@platform/http/openapi.js';

/** The part of JSON Schema that the API description uses. */
export type Schema = {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly 'x-refers'?: string;
};

export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};

/** One operation of the API as its description and its handler say. */
export type Operation = {
  /** `GET /api/v1/organizations/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What the handler's `@Allows` or `@Public` says; undefined where it says nothing. */
  readonly permission: Permission | 'public' | undefined;
  readonly kind: HandlerKind | undefined;
  /** Whether a controller of ours answers it; sign-in's own routes are described by hand. */
  readonly handled: boolean;
  readonly params: readonly string[];
  readonly query: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly media: string | undefined;
  readonly summary: string;
  readonly statuses: readonly string[];
};

type Described = {
  readonly paths: Record<string, Record<string, DescribedOperation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
};
type DescribedOperation = {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, unknown>;
};

/** Every operation of the running application, from its own description; references in bodies are resolved. */
export function operationsOf(app: NestFastifyApplication): Operation[] {
  const api = describeApi(app) as unknown as Described;
  const handlers = handlersOf(app);
  return Object.entries(api.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => {
      const name = `${method.toUpperCase()} ${path}`;
      const [media, content] = Object.entries(described.requestBody?.content ?? {})[0] ?? [];
      const handler = handlers.get(name);
      return {
        name,
        method: method.toUpperCase(),
        path,
        permission: handler?.permission,
        kind: handler?.kind,
        handled: handler !== undefined,
        params: [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param ?? ''),
        query: (described.parameters ?? []).filter((one) => one.in === 'query'),
        body: content && resolved(content.schema, api.components.schemas),
        media,
        summary: described.summary ?? '',
        statuses: Object.keys(described.responses),
      };
    }),
  );
}

type Handler = { permission: Permission | 'public' | undefined; kind: HandlerKind | undefined };

/** Every handler of every controller: `GET /api/v1/organizations/{id}` → what is written above it. */
export function handlersOf(app: NestFastifyApplication): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: object }).prototype;
      const prefixes = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string | string[]].flat();
      for (const property of Object.getOwnPropertyNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, property)?.value as object | undefined;
        const method =
          typeof handler === 'function' && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
        if (!handler || typeof method !== 'number') continue;
        const own = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
        for (const prefix of prefixes) {
          for (const end of own) {
            const path = `/${[prefix, end]
              .flatMap((part) => part.split('/'))
              .filter(Boolean)
              .join('/')}`;
            handlers.set(`${RequestMethod[method]} ${path.replace(/:(\w+)/g, '{$1}')}`, {
              permission: (Reflect.getMetadata(allowsKey, handler) ??
                Reflect.getMetadata(allowsKey, metatype as object)) as Permission | undefined,
              kind: Reflect.getMetadata(kindKey, handler) as HandlerKind | undefined,
            });
          }
        }
      }
    }
  }
  return handlers;
}

/** Every route that the server answers, as `GET /path/:param`; HEAD goes with GET. */
export function routesOf(app: NestFastifyApplication): string[] {
  const fastify = app.getHttpAdapter().getInstance() as unknown as { printRoutes(options: object): string };
  const above: string[] = [];
  return fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^(.*?)── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
      if (!found) return [];
      const depth = (found[1] ?? '').length / 4;
      above.length = Math.floor(depth);
      above.push(found[2] ?? '');
      const path = above.join('').replace(/^(?!\/)/, '/');
      return (found[3] ?? '')
        .split(', ')
        .flatMap((method) => (method && method !== 'HEAD' ? [`${method} ${path}`] : []));
    });
}

function resolved(schema: Schema, named: Record<string, Schema>): Schema {
  if (schema.$ref !== undefined) {
    const { $ref, ...own } = schema;
    return { ...resolved(named[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}, named), ...own };
  }
  if (schema.allOf) {
    const { allOf, ...own } = schema;
    return Object.assign({}, ...allOf.map((one) => resolved(one, named)), own) as Schema;
  }
  return {
    ...schema,
    ...(schema.items && { items: resolved(schema.items, named) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([key, one]) => [key, resolved(one, named)]),
      ),
    }),
  };
}
