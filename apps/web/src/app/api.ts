import type { components, operations, paths } from '@client/schema.js';
import createClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { problemOf } from './problem.js';

/** The shapes that the API takes and gives, by name. */
export type Schemas = components['schemas'];

/** What an operation takes in its address after the `?`. */
export type QueryOf<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>;

/** A new key that names one action of the user, so that a repeat gets the first answer. */
export function actionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The header that says which version of a row is changed. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** Questions that are asked by POST because they are too long for an address: nothing to repeat. */
const questions = ['/api/v1/off-limits/check', '/api/v1/candidacies/{id}/comparison'];

const conventions: Middleware = {
  onRequest({ request, schemaPath }) {
    const writes = request.method === 'POST' && !questions.includes(schemaPath);
    if (writes && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', actionKey());
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return response;
  },
};

/** The API; every answer that is not a success is thrown as a `Problem`. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(conventions);

/** The API as queries and mutations of TanStack Query. */
export const $api = createQueryClient(api);
