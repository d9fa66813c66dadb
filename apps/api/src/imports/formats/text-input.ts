import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import { EncodingGuess, type Encoding } from './encoding.js';

const CHUNK = 64 * 1024;
const MAX_INFLATED = 512 * 1024 * 1024;
const MAX_RATIO = 100;
const RATIO_COUNTS_FROM = 8 * 1024 * 1024;

const GZIP = [0x1f, 0x8b];
const FOREIGN: readonly (readonly [what: 'import.archive' | 'import.not-text', start: readonly number[]])[] = [
  ['import.archive', [0x50, 0x4b, 0x03, 0x04]],
  ['import.archive', [0x50, 0x4b, 0x05, 0x06]],
  ['import.archive', [0x50, 0x4b, 0x07, 0x08]],
  ['import.archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['import.archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['import.archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['import.archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['import.not-text', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['import.not-text', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** A file that was found to be text: `chars` streams it decoded, `share` is the part of it that was read, 0 to 1. */
export interface TextInput {
  encoding: Encoding;
  bytes: number;
  chars(): AsyncGenerator<string>;
  share(): number;
}

/** Reads the whole file once, inflating gzip within bounds; refuses what is empty, an archive, too large or no text. */
export async function openText(path: string): Promise<TextInput> {
  const source = await sourceOf(path);
  const guess = new EncodingGuess();
  let bytes = 0;
  for await (const chunk of source.bytes()) {
    if (bytes === 0) refuseForeign(chunk);
    bytes += chunk.length;
    guess.add(chunk);
  }
  if (bytes === 0) throw new ImportRefusal('import.empty', 'The file is empty');
  const encoding = guess.encoding();
  if (!encoding) throw new ImportRefusal('import.not-text', 'The file is not text');
  return {
    encoding,
    bytes,
    share: () => source.share(),
    async *chars() {
      const decoder = new TextDecoder(encoding);
      for await (const chunk of source.bytes()) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    },
  };
}

interface ByteSource {
  bytes(): AsyncGenerator<Buffer>;
  share(): number;
}

async function sourceOf(path: string): Promise<ByteSource> {
  const file = await open(path);
  const start = Buffer.alloc(2);
  const [{ size }] = [await file.stat(), await file.read(start, 0, 2, 0)];
  await file.close();
  const isGzip = startsWith(start, GZIP);
  let read = 0;
  return {
    share: () => (size === 0 ? 1 : Math.min(1, read / size)),
    async *bytes() {
      const stored = createReadStream(path, { highWaterMark: CHUNK });
      if (!isGzip) {
        for await (const chunk of stored as AsyncIterable<Buffer>) {
          read = stored.bytesRead;
          yield chunk;
        }
        return;
      }
      const inflated = pipeline(stored, createGunzip({ chunkSize: CHUNK }), () => undefined);
      let total = 0;
      try {
        for await (const chunk of inflated as AsyncIterable<Buffer>) {
          read = stored.bytesRead;
          total += chunk.length;
          const isBomb = total > RATIO_COUNTS_FROM && total > MAX_RATIO * size;
          if (total > MAX_INFLATED || isBomb) {
            throw new ImportRefusal('import.too-large', 'The file unpacks to more than is read');
          }
          yield chunk;
        }
      } catch (error) {
        if (error instanceof ImportRefusal) throw error;
        throw new ImportRefusal('import.damaged', 'The packed file is damaged or cut off', { cause: error });
      }
    },
  };
}

function refuseForeign(chunk: Buffer): void {
  if (startsWith(chunk, GZIP)) throw new ImportRefusal('import.archive', 'The file is packed more than once');
  const [what] = FOREIGN.find(([, start]) => startsWith(chunk, start)) ?? [];
  if (what === 'import.archive')
    throw new ImportRefusal(what, 'The file is an archive or workbook; unpack it or save it as csv');
  if (what) throw new ImportRefusal(what, 'The file is not text; save it as csv');
}

function startsWith(chunk: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => chunk[index] === byte);
}
