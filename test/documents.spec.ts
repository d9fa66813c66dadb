import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { Units } from '@platform/db/units.js';
import { SweepJob } from '../apps/api/src/documents/sweep.job.js';
import type { DocumentView } from '../apps/api/src/documents/document.view.js';
import type { Agency, Member } from './support/agency.js';
import type { Answer } from './support/client.js';
import { docxParts, pdf, upload, zip } from './support/uploads.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

type Problem = { type: string; name?: string; errors: { pointer: string; message: string }[] };

const corpora = new URL('../../shared/data/badinput/', import.meta.url).pathname;
let world: World;
let mine: Agency;
let owner: Member;

beforeAll(async () => {
  world = await World.open();
  mine = await world.agency();
  owner = await mine.as('owner');
});
afterAll(() => world.close());

const code = ({ body }: Answer<unknown>): string => String((body as Problem | null)?.type).replace('urn:longlist:', '');
const place = async (): Promise<string> => `/api/v1/candidates/${(await mine.candidate()).id}/documents`;
const add = async (bytes: Buffer | string, name = 'cv.pdf', url?: string): Promise<Answer<DocumentView>> =>
  upload<DocumentView>(owner, url ?? (await place()), { name, bytes });

/** Every file of the agency in the data folder. */
async function files(agency: Agency = mine): Promise<string[]> {
  const folder = join(world.config.dataDir, 'files', agency.id);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ type: string }>(
    'select type from event where subject_id = $1 order by id',
    [id],
  );
  return rows.map(({ type }) => type);
}

describe('documents of a candidate', () => {
  it('are uploaded, listed, renamed, taken and recorded', async () => {
    const url = await place();
    const made = await upload<DocumentView>(
      owner,
      url,
      { name: '赵宏 简历.pdf', bytes: pdf('one') },
      { kind: 'letter' },
    );
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'letter',
      name: '赵宏 简历.pdf',
      media: 'pdf',
      bytes: pdf('one').length,
      addedByName: 'A owner',
      abilities: ['edit', 'remove'],
    });
    const { id, sha256 } = made.body;
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const patched = await owner.patch<DocumentView>(`/api/v1/documents/${id}`, 1, {
      kind: 'cv',
      name: 'CV "new"\u202e',
    });
    expect(patched.body).toMatchObject({ kind: 'cv', version: 2 });
    const list = await owner.get<{ items: DocumentView[] }>(`${url}?archived=false`);
    expect(list.body.items.map((one) => one.id)).toEqual([id]);
    const taken = await (await mine.as('hr')).get<string>(`/api/v1/documents/${id}/file`);
    expect(taken.status).toBe(200);
    expect(taken.text).toBe(pdf('one').toString());
    expect(taken.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf('one').length),
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="CV _new__.pdf"; filename*=UTF-8''CV%20_new__.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await until(async () => (await eventsOf(id)).includes('document.downloaded'));
    expect(await eventsOf(id)).toEqual(['document.added', 'document.changed', 'document.downloaded']);
  });

  it('are refused twice on one person, by the name of the first; another person may have them', async () => {
    const url = await place();
    await add(pdf('same'), 'first.pdf', url);
    const again = await add(pdf('same'), 'second.pdf', url);
    expect([again.status, code(again)]).toEqual([409, 'document.duplicate']);
    expect(again.body).toMatchObject({
      name: 'first.pdf',
      errors: [{ pointer: '/file', message: 'is here already as first.pdf' }],
    });
    expect((await add(pdf('same'))).status).toBe(201);
    const race = await Promise.all([1, 2, 3, 4].map((one) => add(pdf('race'), `${one}.pdf`, url)));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('are removed and brought back, and are gone with their file after 30 days', async () => {
    const agency = await world.agency();
    const member = await agency.as('owner');
    const url = `/api/v1/candidates/${(await agency.candidate()).id}/documents`;
    const { body } = await upload<DocumentView>(member, url, { name: 'cv.pdf', bytes: pdf() });
    const at = `/api/v1/documents/${body.id}`;
    const removed = await member.post<DocumentView>(`${at}/archival`);
    expect(removed.body).toMatchObject({ abilities: ['restore'] });
    expect(code(await member.post(`${at}/archival`))).toBe('document.state');
    expect(code(await member.patch(at, 2, { name: 'x' }))).toBe('document.removed');
    expect((await member.delete<DocumentView>(`${at}/archival`)).body.archivedAt).toBeNull();
    await member.post(`${at}/archival`);
    await upload(member, url, { name: 'again.pdf', bytes: pdf() });
    const back = await member.delete(`${at}/archival`);
    expect([back.status, code(back)]).toEqual([409, 'document.duplicate']);
    await world.owner.query(`update document set archived_at = now() - interval '31 days' where id = $1`, [body.id]);
    expect(await files(agency)).toHaveLength(2);
    await sweep(agency);
    expect(await files(agency)).toHaveLength(1);
    expect((await member.get(at)).status).toBe(404);
    expect((await eventsOf(body.id)).at(-1)).toBe('document.erased');
  });

  it('leave nothing half-written: what a killed upload left is swept, what has its row stays', async () => {
    const agency = await world.agency();
    const member = await agency.as('owner');
    const url = `/api/v1/candidates/${(await agency.candidate()).id}/documents`;
    const { body } = await upload<DocumentView>(member, url, { name: 'cv.pdf', bytes: pdf() });
    const folder = join(world.config.dataDir, 'files', agency.id);
    const orphans = ['documents/01900000-0000-7000-8000-00000000dead', 'incoming/left', 'incoming/left.clean'];
    for (const orphan of orphans) await writeFile(join(folder, orphan), 'x');
    await writeFile(join(folder, 'incoming/young'), 'x');
    const old = new Date(Date.now() - 7_200_000);
    for (const one of [...orphans, `documents/${body.id}`]) await utimes(join(folder, one), old, old);
    await sweep(agency);
    expect((await files(agency)).sort()).toEqual([body.id, 'young'].sort());
  });

  it('answer 404 where the file is lost', async () => {
    const { id } = await mine.insert('document', {
      candidate_id: (await mine.candidate()).id,
      kind: 'cv',
      name: 'lost',
      media: 'pdf',
      bytes: 1,
      sha256: Buffer.alloc(32),
      received_sha256: Buffer.alloc(32),
      added_by: owner.id,
    });
    const lost = await owner.get(`/api/v1/documents/${id}/file`);
    expect([lost.status, code(lost)]).toEqual([404, 'file.gone']);
  });
});

async function sweep(agency: Agency): Promise<void> {
  const units = world.app.get(Units);
  await units.run(units.systemActor(agency.id), () => world.app.get(SweepJob).run(agency.id));
}

describe('what a file is, its content says', () => {
  it('takes pictures without what they carry along, and upright', async () => {
    const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: { r: 9, g: 99, b: 199 } } });
    const made = await picture
      .withExif({ IFD0: { Copyright: 'canary of the camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const trailing = Buffer.concat([made, Buffer.from('<script>canary after the end</script>')]);
    expect((await sharp(trailing).metadata()).exif).toBeDefined();
    const { status, body } = await add(trailing, 'photo.png');
    expect({ status, media: body.media }).toEqual({ status: 201, media: 'jpeg' });
    const kept = readFileSync(join(world.config.dataDir, 'files', mine.id, 'documents', body.id));
    expect(kept.includes('canary')).toBe(false);
    const { width, height, format, exif } = await sharp(kept).metadata();
    expect({ width, height, format, exif }).toEqual({ width: 20, height: 40, format: 'jpeg', exif: undefined });
    for (const format of ['png', 'webp'] as const) {
      const bytes = await sharp(made).toFormat(format).toBuffer();
      expect((await add(bytes, 'x')).body.media).toBe(format);
    }
  });

  it('takes Word documents without programs', async () => {
    const { status, body } = await add(zip(docxParts()), 'cv.doc');
    expect({ status, media: body.media }).toEqual({ status: 201, media: 'docx' });
  });

  const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  const foreign = '<Relationship Type="x/attachedTemplate" Target="https://x.example/t.dotm" TargetMode="External"/>';
  const wide = (width: number, height: number): Buffer => {
    const header = Buffer.from(
      '89504e470d0a1a0a0000000d49484452000000000000000008020000000000000000000049444154',
      'hex',
    );
    header.writeUInt32BE(width, 16);
    header.writeUInt32BE(height, 20);
    return header;
  };
  const hostile: [string, Buffer, string][] = [
    ['text', Buffer.from('Dear all'), 'file.type'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'file.type'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'file.type',
    ],
    ['a program', Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1'), 'file.type'],
    ['a PDF that is cut off', pdf().subarray(0, 40), 'file.damaged'],
    [
      'a PDF with something after its end',
      Buffer.concat([pdf(), Buffer.from('PK\u0003\u0004'.repeat(600))]),
      'file.damaged',
    ],
    ['a picture that is cut off', Buffer.from('ffd8ffe000104a46494600010101006000600000', 'hex'), 'file.damaged'],
    ['a picture of a million by a million', wide(1_000_000, 1_000_000), 'file.'],
    ['an archive', zip([{ name: 'a.txt', content: 'a' }]), 'file.type'],
    [
      'a workbook',
      zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.xml', content: '' },
      ]),
      'file.type',
    ],
    ['an archive of nothing', zip([]), 'file.'],
    ['macros by their part', zip([...docxParts(), { name: 'word/vbaProject.bin', content: 'x' }]), 'file.active'],
    ['macros by their type', zip(docxParts('x', macro)), 'file.active'],
    ['a program inside', zip([...docxParts(), { name: 'word/embeddings/run.exe', content: 'MZ' }]), 'file.active'],
    [
      'a foreign template',
      zip([...docxParts(), { name: 'word/_rels/settings.xml.rels', content: foreign }]),
      'file.active',
    ],
    ['a part outside', zip([...docxParts(), { name: '../../evil', content: 'x' }]), 'file.damaged'],
    [
      'a bomb by what it claims',
      zip([...docxParts(), { name: 'word/big.xml', content: 'x', claims: 4_000_000_000 }]),
      'file.limits',
    ],
    [
      'too many parts',
      zip([...docxParts(), ...Array.from({ length: 2_100 }, (_, one) => ({ name: `word/${one}`, content: '' }))]),
      'file.limits',
    ],
  ];

  it.each(hostile)('refuses %s at its field and keeps nothing', async (_, bytes, reason) => {
    const before = await files();
    const answer = await add(bytes, 'cv.pdf');
    expect(answer.status).toBe(422);
    expect(code(answer).startsWith(reason) ? reason : code(answer)).toBe(reason);
    expect((answer.body as unknown as Problem).errors[0]?.pointer).toBe('/file');
    expect((await files()).sort()).toEqual(before.sort());
  });

  it('refuses what is too large, empty, missing or said wrongly, and keeps nothing', async () => {
    const before = await files();
    const large = await add(Buffer.alloc(20 * 1024 * 1024 + 1, 'x'));
    expect([large.status, (large.body as unknown as Problem).errors[0]?.pointer]).toEqual([413, '/file']);
    const empty = await add('');
    expect([empty.status, (empty.body as unknown as Problem).errors]).toMatchObject([400, [{ pointer: '/file' }]]);
    const url = await place();
    const kind = await upload<Problem>(owner, url, { name: 'a.pdf', bytes: pdf() }, { kind: 'secret' });
    expect([kind.status, kind.body.errors[0]?.pointer]).toEqual([400, '/kind']);
    const stray = await upload<Problem>(owner, url, { name: 'a.pdf', bytes: pdf() }, { candidateId: 'x' });
    expect([stray.status, stray.body.errors[0]?.pointer]).toEqual([400, '/candidateId']);
    const nobody = await upload(owner, '/api/v1/candidates/none/documents', { name: 'a.pdf', bytes: pdf() });
    expect(nobody.status).toBe(404);
    const archived = (await mine.candidate({ archived_at: '2026-01-01' })).id;
    const put = await upload(owner, `/api/v1/candidates/${archived}/documents`, { name: 'a.pdf', bytes: pdf() });
    expect([put.status, code(put)]).toEqual([409, 'candidate.archived']);
    expect((await files()).sort()).toEqual(before.sort());
  });

  if (existsSync(corpora)) {
    const folders = ['archives', 'payloads', 'xlsx'].flatMap((folder) =>
      readdirSync(join(corpora, folder)).map((file) => join(folder, file)),
    );
    it.each(folders)('refuses %s of the corpus', async (file) => {
      const before = await files();
      const began = performance.now();
      const { status } = await add(readFileSync(join(corpora, file)), file);
      expect([413, 422]).toContain(status);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect((await files()).sort()).toEqual(before.sort());
    });
  }
});

describe('documents in a bucket', () => {
  const bucket = new Map<string, Buffer>();
  const asked: string[] = [];
  let server: Server;
  let away: World;
  let works = true;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const url = new URL(request.url ?? '', 'http://localhost');
        const key = url.pathname.replace('/papers/', '');
        asked.push(`${request.method} ${String(request.headers.authorization).slice(0, 40)}`);
        if (!works) return void response.writeHead(403).end();
        if (url.searchParams.has('list-type')) {
          const prefix = url.searchParams.get('prefix') ?? '';
          const found = [...bucket.keys()].filter((one) => one.startsWith(prefix));
          const listed = found.map(
            (one) => `<Contents><Key>${one}</Key><LastModified>2020-01-01T00:00:00Z</LastModified></Contents>`,
          );
          return void response.end(`<ListBucketResult>${listed.join('')}</ListBucketResult>`);
        }
        if (request.method === 'PUT') bucket.set(key, Buffer.concat(parts));
        if (request.method === 'DELETE') bucket.delete(key);
        const file = bucket.get(key);
        if (request.method === 'GET' && !file) return void response.writeHead(404).end();
        response.end(request.method === 'GET' ? file : undefined);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    away = await World.open({ S3_URL: `http://key:s%2Fecret@127.0.0.1:${port}/papers?region=eu-central-1` });
  });
  afterAll(async () => {
    await away.close();
    server.close();
  });

  it('are kept, taken and swept there, and nothing stays on the disk', async () => {
    const agency = await away.agency();
    const member = await agency.as('owner');
    const url = `/api/v1/candidates/${(await agency.candidate()).id}/documents`;
    const { status, body } = await upload<DocumentView>(member, url, { name: 'cv.pdf', bytes: pdf('far away') });
    expect(status).toBe(201);
    const key = `${agency.id}/documents/${body.id}`;
    expect(bucket.get(key)).toEqual(pdf('far away'));
    expect(asked[0]).toMatch(/^PUT AWS4-HMAC-SHA256 Credential=key\//);
    expect((await member.get(`/api/v1/documents/${body.id}/file`)).text).toBe(pdf('far away').toString());
    bucket.set(`${agency.id}/documents/01900000-0000-7000-8000-00000000dead`, Buffer.from('x'));
    const units = away.app.get(Units);
    await units.run(units.systemActor(agency.id), () => away.app.get(SweepJob).run(agency.id));
    expect([...bucket.keys()]).toEqual([key]);
    const left = await readdir(join(away.config.dataDir, 'files', agency.id, 'incoming'));
    expect(left).toEqual([]);
  });

  it('wait for another time while the bucket does not answer', async () => {
    const agency = await away.agency();
    const member = await agency.as('owner');
    works = false;
    const url = `/api/v1/candidates/${(await agency.candidate()).id}/documents`;
    const answer = await upload(member, url, { name: 'cv.pdf', bytes: pdf() });
    works = true;
    expect([answer.status, code(answer)]).toEqual([503, 'service.unavailable']);
    expect((await member.get<{ items: [] }>(url)).body.items).toEqual([]);
  });
});
