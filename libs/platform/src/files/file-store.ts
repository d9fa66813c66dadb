import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file as a store tells of it. */
export type StoredFile = { readonly key: string; readonly storedAt: Date };

/** Where finished files lie. A key is `<agency>/<folder>/<id>`: made by us, never by a user. */
export type FileStore = {
  /** Takes the file at the path over; afterwards it is there as a whole, or not at all. */
  put(key: string, path: string): Promise<void>;
  /** The bytes of the file; undefined where there is none. */
  read(key: string): Promise<Readable | undefined>;
  remove(key: string): Promise<void>;
  /** All files whose key begins with the folder. */
  list(folder: string): AsyncGenerator<StoredFile>;
};

/** Files below a folder of this machine. */
export class DiskStore implements FileStore {
  constructor(private readonly root: string) {}

  async put(key: string, path: string): Promise<void> {
    const target = join(this.root, key);
    await mkdir(dirname(target), { recursive: true });
    const file = await open(path, 'r+');
    await file.sync();
    await file.close();
    await rename(path, target);
  }

  async read(key: string): Promise<Readable | undefined> {
    const stream = createReadStream(join(this.root, key));
    try {
      await new Promise((opened, failed) => stream.once('open', opened).once('error', failed));
      return stream;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.root, key), { force: true });
  }

  async *list(folder: string): AsyncGenerator<StoredFile> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const key = `${folder}/${entry.name}`;
      const found = await stat(join(this.root, key)).catch(() => undefined);
      if (found) yield { key, storedAt: found.mtime };
    }
  }
}
