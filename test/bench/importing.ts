import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { copyIn, copyOut } from './copy.js';
import { type Ground, liftWalls, signIn } from './ground.js';
import { peakMemory, serveOurs } from './processes.js';

export type Imported = { seconds: number; againSeconds: number; againUnchanged: number; peakMb: number };

type Progress = {
  id: string;
  state: string;
  counts: { rows: number; created: number; unchanged: number; rejected: number };
};

/** Imports a csv of `rows` people over HTTP, from the upload to `done`, and the same file again. */
export async function importOurs(ground: Ground, dataDir: string, rows: number): Promise<Imported> {
  const file = csv(rows);
  const server = await serveOurs(ground.url, dataDir, 'on');
  try {
    const headers = await signIn(server.port);
    const first = await importFile(server.port, headers, file);
    const peakMb = peakMemory(server.pid);
    if (first.counts.created !== rows) throw new Error(`the import made ${first.counts.created} of ${rows} people`);
    const again = await importFile(server.port, headers, file);
    return { seconds: first.seconds, againSeconds: again.seconds, againUnchanged: again.counts.unchanged, peakMb };
  } finally {
    await server.stop();
  }
}

/** Copies what the import made in `from` into `to`, which was the same before, with its indexes on; answers the seconds. */
export async function copyBare(from: Ground, to: Ground): Promise<number> {
  await liftWalls(from);
  await liftWalls(to);
  const [source, target] = [await ownerOf(from), await ownerOf(to)];
  const parts: { into: string; chunks: Buffer[] }[] = [];
  for (const { table, rows } of made) {
    const columns = (await source.query<{ columns: string }>(columnsSql, [table])).rows[0]?.columns ?? '';
    const chunks = await copyOut(source, `copy (select ${columns} from ${table} t where ${rows}) to stdout`);
    parts.push({ into: `copy ${table} (${columns}) from stdin`, chunks });
  }
  const began = performance.now();
  await target.query('begin');
  for (const { into, chunks } of parts) await copyIn(target, into, chunks);
  await target.query('commit');
  const seconds = (performance.now() - began) / 1000;
  await Promise.all([source.end(), target.end()]);
  return seconds;
}

const byImport = 't.candidate_id in (select c.id from candidate c where c.import_id is not null)';
const made = [
  { table: 'organization', rows: "t.id in (select m.row_id from import_made m where m.kind = 'organization')" },
  {
    table: 'organization_alias',
    rows: "t.organization_id in (select m.row_id from import_made m where m.kind = 'organization')",
  },
  { table: 'candidate', rows: 't.import_id is not null' },
  { table: 'candidate_identifier', rows: byImport },
  { table: 'candidate_channel', rows: byImport },
  { table: 'candidate_topic', rows: byImport },
  { table: 'affiliation', rows: byImport },
  { table: 'event', rows: byImport },
  { table: 'candidate_search', rows: byImport },
];

const columnsSql = `select string_agg(attname, ', ' order by attnum) as columns from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

async function ownerOf({ url }: Ground): Promise<Client> {
  const client = new Client({ connectionString: url, options: '-c role=longlist_owner' });
  await client.connect();
  return client;
}

async function importFile(
  port: number,
  headers: Record<string, string>,
  file: Blob,
): Promise<Progress & { seconds: number }> {
  const ask = async (path: string, init: RequestInit = {}): Promise<Progress> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/imports${path}`, { headers, ...init });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Progress;
  };
  const until = async (id: string, state: string): Promise<Progress> => {
    for (;;) {
      const seen = await ask(`/${id}`);
      if (seen.state === state) return seen;
      if (seen.state === 'failed') throw new Error('the import failed');
      await sleep(100);
    }
  };
  const form = new FormData();
  form.set('format', 'csv');
  form.set('file', file, 'people.csv');
  const began = performance.now();
  const { id } = await ask('', { method: 'POST', body: form });
  await until(id, 'checked');
  await ask(`/${id}/commit`, { method: 'POST' });
  const done = await until(id, 'done');
  return { ...done, seconds: (performance.now() - began) / 1000 };
}

/** People who differ in name, mail and profile, at a thousand companies. */
function csv(rows: number): Blob {
  const lines = ['Name,Email,GitHub,Company,Title,City,Country,Headline,Research areas'];
  for (let number = 0; number < rows; number += 1) {
    const [given, family] = [pick(givenNames, number), pick(familyNames, Math.floor(number / givenNames.length))];
    const area = pick(areas, number);
    lines.push(
      `${given} ${family} ${spelled(number)},${given}.${family}.${number}@people.example,${given}-${family}-${number},` +
        `Imported Works ${number % 1000},Research Scientist,Zurich,Switzerland,Works on ${area},${area}`,
    );
  }
  return new Blob([lines.join('\n')], { type: 'text/csv' });
}

const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';
const spelled = (number: number): string =>
  number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
const givenNames = [
  'Ada',
  'Bruno',
  'Carla',
  'Dinesh',
  'Elif',
  'Farid',
  'Greta',
  'Hanna',
  'Ivan',
  'Jun',
  'Kaya',
  'Lena',
  'Mika',
];
const familyNames = [
  'Almeida',
  'Bauer',
  'Chandra',
  'Dahl',
  'Egger',
  'Fischer',
  'Gupta',
  'Hoang',
  'Ito',
  'Jansen',
  'Kowalski',
];
const areas = ['Reinforcement Learning', 'Pre-training', 'Inference', 'Multimodal Models', 'Robotics', 'Alignment'];
