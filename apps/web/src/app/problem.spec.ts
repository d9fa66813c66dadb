import { describe, expect, it } from '@jest/globals';
import { fieldOf, problemOf, toProblem } from './problem.js';

describe('problems', () => {
  it('are read from problem+json with code, faults and facts', async () => {
    const body = {
      type: 'urn:longlist:rule.duplicate',
      title: 'There already',
      status: 409,
      errors: [{ pointer: '/name', message: 'taken' }],
      existingId: 'x',
    };
    const problem = await problemOf(new Response(JSON.stringify(body), { status: 409 }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'rule.duplicate',
      title: 'There already',
      errors: [{ pointer: '/name', message: 'taken' }],
    });
    expect(problem.facts['existingId']).toBe('x');
  });

  it('are made of any other failed answer too', async () => {
    expect(await problemOf(new Response('<html>', { status: 502 }))).toMatchObject({
      status: 502,
      code: 'http.502',
      errors: [],
    });
    expect(await problemOf(new Response('null', { status: 500 }))).toMatchObject({ status: 500, code: 'http.500' });
  });

  it('tell a lost network from a fault of the page', () => {
    expect(toProblem(new TypeError('Failed to fetch')).code).toBe('network');
    expect(toProblem(new TypeError('x is undefined')).code).toBe('client');
  });

  it('name form fields by their pointer', () => {
    expect(fieldOf('/email')).toBe('email');
    expect(fieldOf('/base/amount')).toBe('base.amount');
    expect(fieldOf('/tags/0')).toBe('tags.0');
    expect(fieldOf('?limit')).toBe('limit');
    expect(fieldOf('/a~1b')).toBe('a/b');
  });
});
