import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { copyOut } from './copy.js';
import { type Ground, signIn } from './ground.js';
import { median } from './load.js';
import { peakMemory, serveOurs } from './processes.js';

type Export = { id: string; state: string; rows: number; createdAt: string; startedAt: string; finishedAt: string };

const turns = 3;
const longestWait = 1;
const columns = ['displayName', 'nativeName', 'currentTitle', 'currentOrganizationName', 'roleFamilyName', 'city'];
const bare = `copy (select c.display_name, c.native_name, c.current_title, o.name, f.name, c.city
  from candidate c left join setting f on f.agency_id = c.agency_id and f.id = c.role_family_id
    left join organization o on o.agency_id = c.agency_id and o.id = c.current_organization_id
  where c.agency_id = 'AGENCY' order by c.updated_at desc, c.id desc) to stdout (format csv)`;

/** Exports all candidates as a csv over HTTP, from the asking to `done` without what it waits for its turn, and copies the same columns to a file. */
export async function exporting(
  ground: Ground,
  dataDir: string,
): Promise<{ seconds: number; copied: number; peakMb: number; rows: number }> {
  const server = await serveOurs(ground.url, dataDir, 'on');
  const client = new Client({ connectionString: ground.url, options: '-c role=longlist_owner' });
  await client.connect();
  try {
    const headers = { ...(await signIn(server.port)), 'content-type': 'application/json' };
    const ours: number[] = [];
    const copies: number[] = [];
    let rows = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      const one = await exportOnce(server.port, headers);
      rows = one.rows;
      ours.push(one.seconds);
      const began = performance.now();
      writeFileSync(
        join(dataDir, 'copied.csv'),
        Buffer.concat(await copyOut(client, bare.replace('AGENCY', ground.agencyId))),
      );
      copies.push((performance.now() - began) / 1000);
    }
    return { seconds: median(ours), copied: median(copies), peakMb: peakMemory(server.pid), rows };
  } finally {
    await client.end();
    await server.stop();
  }
}

async function exportOnce(port: number, headers: Record<string, string>): Promise<{ seconds: number; rows: number }> {
  const ask = async (path: string, init: RequestInit = {}): Promise<Export> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/exports${path}`, { headers, ...init });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Export;
  };
  const began = performance.now();
  const body = JSON.stringify({ report: 'candidates', format: 'csv', columns });
  let seen = await ask('', { method: 'POST', body });
  while (seen.state !== 'done') {
    if (seen.state === 'failed') throw new Error('the export failed');
    await sleep(20);
    seen = await ask(`/${seen.id}`);
  }
  const waited = (Date.parse(seen.startedAt) - Date.parse(seen.createdAt)) / 1000;
  return { seconds: (performance.now() - began) / 1000 - Math.min(longestWait, Math.max(0, waited)), rows: seen.rows };
}
