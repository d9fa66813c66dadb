import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '@domain/refusal.js';
import { Config } from '../config/config.js';
import { isStorable } from '../http/fields.js';
import { BucketStore } from './bucket-store.js';
import { DiskStore, type FileStore, type StoredFile } from './file-store.js';

/** The largest file that is taken, in bytes. */
export const largestFile = 64 * 1024 * 1024;

/** A file as it lies on the disk. `name` is what the user called it: a text to show, never a path. */
export type ReceivedFile = { key: string; name: string; bytes: number };

export type Received = { file: ReceivedFile; fields: Record<string, string> };

/** The files of the agencies: what comes in lies below DATA_DIR/files; what is kept for good lies in the store, there or in the bucket of S3_URL. */
@Injectable()
export class Files {
  private readonly store: FileStore;
  private readonly disk: DiskStore;

  constructor(private readonly config: Config) {
    this.disk = new DiskStore(join(config.dataDir, 'files'));
    this.store = config.s3Url === undefined ? this.disk : new BucketStore(config.s3Url);
  }

  /** Where a file that came in lies. */
  path(key: string): string {
    return join(this.config.dataDir, 'files', key);
  }

  /** Removes a file that came in. */
  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /** Puts the file at the path into the store. Done before the row is written: a row never lacks its file, and what has no row is swept. */
  keep(key: string, path: string): Promise<void> {
    return this.store.put(key, path);
  }

  /** Keeps bytes that we made ourselves; answers their SHA-256. */
  async write(key: string, bytes: Buffer): Promise<Buffer> {
    const path = this.path(`${key.slice(0, key.indexOf('/'))}/incoming/${randomUUID()}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { mode: 0o600 });
    try {
      await this.keep(key, path);
    } finally {
      await rm(path, { force: true });
    }
    return createHash('sha256').update(bytes).digest();
  }

  /** The bytes of a kept file. 404 where there is none. */
  async read(key: string): Promise<Readable> {
    const found = await this.store.read(key);
    if (!found) throw new Refusal('file.gone');
    return found;
  }

  /** Removes a kept file. */
  discard(key: string): Promise<void> {
    return this.store.remove(key);
  }

  /** Kept files of a folder. */
  kept(folder: string): AsyncGenerator<StoredFile> {
    return this.store.list(folder);
  }

  /** Files that came into a folder and have not been put away. */
  waiting(folder: string): AsyncGenerator<StoredFile> {
    return this.disk.list(folder);
  }

  /** Takes the one file `file` of a multipart request to the disk, and its text fields. 400 without it, 413 over the limit, 415 for another body. */
  async receive(
    request: FastifyRequest,
    folder: string,
    { largest = largestFile }: { largest?: number } = {},
  ): Promise<Received> {
    if (!request.isMultipart()) throw new Refusal('request.media-type', 'The body must be multipart/form-data.');
    const fields: Record<string, string> = {};
    let file: ReceivedFile | undefined;
    try {
      for await (const part of request.parts({ limits: { fileSize: largest } })) {
        if (part.type === 'field') fields[part.fieldname] = textOf(part);
        else if (file || part.fieldname !== 'file') throw fault(`/${part.fieldname}`, 'is one file too many');
        else file = await this.take(part, folder, largest);
      }
      if (!file) throw fault('/file', 'must be a file');
      if (file.bytes === 0) throw fault('/file', 'is empty');
      return { file, fields };
    } catch (error) {
      if (file) await this.remove(file.key);
      throw error instanceof Refusal || (error as { statusCode?: number }).statusCode !== undefined
        ? error
        : new Refusal('request.malformed', 'The multipart body cannot be read.');
    }
  }

  private async take(part: MultipartFile, folder: string, largest: number): Promise<ReceivedFile> {
    const key = `${folder}/${randomUUID()}`;
    const path = this.path(key);
    await mkdir(dirname(path), { recursive: true });
    try {
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw tooLarge(largest);
    } catch (error) {
      await this.remove(key);
      throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge(largest) : error;
    }
    return { key, name: nameOf(part.filename), bytes: (await stat(path)).size };
  }
}

/** The SHA-256 of the file at the path. */
export async function sha256Of(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}

function tooLarge(largest: number): Refusal {
  const message = `may have ${largest / 1024 / 1024} MB`;
  return new Refusal('request.too-large', `A file ${message}.`, { errors: [{ pointer: '/file', message }] });
}

function textOf({ fieldname, value }: MultipartValue): string {
  if (typeof value === 'string' && isStorable(value) && isStorable(fieldname)) return value;
  throw fault(`/${fieldname.replaceAll('\0', '')}`, 'must be a text');
}

/** The last part of the name without control characters; at most 255 characters. */
function nameOf(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? '';
  const clean = last.toWellFormed().replace(/\p{C}/gu, '').trim();
  return [...clean].slice(-200).join('') || 'file';
}

function fault(pointer: string, message: string): Refusal {
  return new Refusal('request.invalid', undefined, { errors: [{ pointer, message }] });
}
