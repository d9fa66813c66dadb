import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/**
 * What the same work costs without Longlist: node:http and pg with 16 connections, named prepared statements, the best SQL
 * for the work (the files of test/bench), JSON.stringify, no sign-in, no walls.
 */
const [databaseUrl = '', port = '0', agency = '', member = ''] = process.argv.slice(2);
for (const type of [pg.types.builtins.DATE, pg.types.builtins.TIMESTAMPTZ])
  pg.types.setTypeParser(type, (text) => text);
const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c role=longlist_owner -c timezone=UTC', max: 16 });
pool.on('error', () => process.exit(1));

const files = readdirSync('test/bench').filter((file) => file.endsWith('.sql'));
const texts = new Map(files.map((file) => [file.slice(0, -4), readFileSync(`test/bench/${file}`, 'utf8')]));
const statements = new Map(
  [...texts].map(([name, text]) => [name, text.replace(/\{(\w+)\}/g, (_, part: string) => texts.get(part) ?? '')]),
);

type Row = Record<string, unknown>;

async function rows(name: string, ...values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text: statements.get(name) ?? '', values })).rows;
}

async function page(found: Promise<Row[]>): Promise<unknown> {
  const items = await found;
  const more = items.length > 50;
  const last = items[49];
  return {
    items: more ? items.slice(0, 50) : items,
    nextCursor: more ? JSON.stringify([last?.['updatedAt'], last?.['id']]) : null,
  };
}

async function board(id: string): Promise<unknown> {
  const [stages, cards] = await Promise.all([rows('stages', agency, id), rows('board', agency, id)]);
  const columns = Map.groupBy(cards, ({ stageId }) => stageId);
  return { stages: stages.map((stage) => ({ ...stage, items: columns.get(stage['id']) ?? [] })) };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bare');
  const [, work = '', id = ''] = pathname.split('/');
  const q = searchParams.get('q');
  switch (work) {
    case 'ready':
      return {};
    case 'list':
      return page(
        id === '' ? rows('list', agency) : rows('list_after', agency, decodeURIComponent(id), searchParams.get('id')),
      );
    case 'search':
      return page(rows('search', agency, `%${q}%`, member));
    case 'grams':
      return page(rows('grams', agency, q, member));
    case 'detail':
      return (await rows('detail', agency, id))[0];
    case 'candidacies':
      return page(rows('candidacies', agency, id));
    case 'notes':
      return page(rows('notes', agency, id, member));
    case 'board':
      return board(id);
    case 'create': {
      const { displayName = '', headline, city, country } = await bodyOf(request);
      const words = displayName.toLowerCase().split(' ');
      const names = [displayName, words.join(''), words.toReversed().join('')].join('\n');
      return (await rows('create', agency, member, displayName, headline, city, country, names))[0];
    }
    case 'move': {
      const { stageId } = await bodyOf(request);
      return (await rows('move', agency, id, stageId, member))[0];
    }
    default:
      return undefined;
  }
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const result = await answer(request);
    response.writeHead(result === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result ?? null));
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}

createServer((request, response) => void handle(request, response)).listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
