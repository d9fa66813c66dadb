import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

type Service = {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment: Record<string, string>;
  healthcheck: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes: string[];
};

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<'database' | 'api' | 'worker', Service>;
  volumes: Record<string, unknown>;
};
const { database, api, worker } = compose.services;
const dockerfile = readFileSync('apps/api/Dockerfile', 'utf8');
const config = readFileSync('libs/platform/src/config/config.ts', 'utf8');

/** How `npm start` keeps V8's heap small. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const flags = scripts['start']?.split(' ').filter((word) => word.startsWith('--')) ?? [];

describe('docker-compose.yml', () => {
  it('has PostgreSQL 18, the API and the worker, each watched, and starts them in that order', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'api', 'worker']);
    expect(database.image).toBe('postgres:18');
    for (const { healthcheck } of [database, api, worker]) expect(healthcheck.test[0]).toBe('CMD');
    expect(api.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(worker.depends_on).toEqual({ api: { condition: 'service_healthy' } });
    expect(worker.command).toEqual(['node', ...flags, 'dist/apps/api/src/worker.js']);
  });

  it('keeps database and files in volumes of their own', () => {
    const used = [database, api, worker].flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0]));
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.volumes)));
    expect(database.volumes).toEqual(['database:/var/lib/postgresql']);
  });

  it('gives the product only what it knows, and no password of ours', () => {
    for (const { environment } of [api, worker]) {
      for (const name of Object.keys(environment)) expect(config).toContain(`'${name}'`);
      expect(environment['DATABASE_URL']).toContain('${DATABASE_PASSWORD:?');
      expect(environment['SECRET']).toMatch(/^\$\{SECRET:\?/);
    }
    expect(database.environment['POSTGRES_PASSWORD']).toContain('${DATABASE_PASSWORD:?');
  });
});

describe('the Dockerfile', () => {
  const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
  const of = (name: string): string[] =>
    instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

  it('is the one that compose builds, on Node 24, and does not run as root', () => {
    expect(api.build).toEqual({ context: '.', dockerfile: 'apps/api/Dockerfile' });
    expect(of('FROM')).toEqual(['node:24-slim AS build', 'node:24-slim']);
    expect(of('USER')).toEqual(['node']);
    expect(of('HEALTHCHECK')).toHaveLength(1);
  });

  it('runs the product as npm start does', () => {
    expect(flags).toHaveLength(2);
    expect(of('CMD')).toEqual([JSON.stringify(['node', ...flags, 'dist/apps/api/src/main.js']).replaceAll(',', ', ')]);
  });

  it('copies what is there', () => {
    const sources = of('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect([source, existsSync(source)]).toEqual([source, true]);
  });

  it('has the whole product in its last stage', () => {
    const copied = of('COPY').filter((line) => line.startsWith('--from=build'));
    for (const part of ['dist', 'apps/web/dist', 'migrations', 'node_modules', 'package.json']) {
      expect(copied.some((line) => line.includes(`/app/${part} `))).toBe(true);
    }
  });
});
