import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fileTypeFromFile } from 'file-type';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';
import type { CheckAnswer, CheckTask } from './checked-file.js';

const kB = 1024;
const MB = 1024 * kB;
const mostPixels = 40_000_000;
const mostEntries = 2_000;
const mostUnpacked = 200 * MB;
const mostRead = 256 * kB;
const documentPart = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const programs = /(^|\/)(vbaProject|vbaData)[^/]*$|(^|\/)activeX\/|\.(exe|dll|js|vbs|ps1|bat|cmd|scr|hta|jar)$/i;

const refused = (
  refusal: 'file.type' | 'file.damaged' | 'file.active' | 'file.limits',
  message: string,
): CheckAnswer => ({
  refusal,
  message,
});
const damaged = refused('file.damaged', 'is damaged or cut off');

async function check({ path, clean }: CheckTask): Promise<CheckAnswer> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  switch (found?.ext) {
    case 'docx':
    case 'docm':
    case 'zip':
      return checkDocx(path);
    case 'png':
    case 'jpg':
    case 'webp':
      return makeAnew(path, clean, found.ext);
    default:
      return refused('file.type', 'must be a PDF, a Word document (docx), or a picture (PNG, JPEG, WebP)');
  }
}

/** A docx is a zip of few parts, one of them the text, none a program: only its two short lists of parts are unpacked. */
async function checkDocx(path: string): Promise<CheckAnswer> {
  let zip: ZipFile;
  try {
    zip = await promisify<string, { lazyEntries: true; autoClose: false }, ZipFile>(openZip)(path, {
      lazyEntries: true,
      autoClose: false,
    });
  } catch {
    return damaged;
  }
  try {
    if (zip.entryCount > mostEntries) return refused('file.limits', `has more than ${mostEntries} parts`);
    const entries = await entriesOf(zip);
    if (!entries) return damaged;
    const names = new Map(entries.map((entry) => [entry.fileName, entry]));
    const types = names.get('[Content_Types].xml');
    if (!types || !names.has('word/document.xml')) {
      return refused('file.type', 'is an archive, and no Word document (docx)');
    }
    if (entries.some((entry) => entry.isEncrypted())) return refused('file.type', 'is locked with a password');
    const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (unpacked > mostUnpacked) return refused('file.limits', 'unpacks to more than is read');
    if (entries.some(({ fileName }) => programs.test(fileName)))
      return refused('file.active', 'carries macros or programs');
    const declared = await textOf(zip, types);
    if (declared === undefined) return damaged;
    if (/macroEnabled|vnd\.ms-office\.vbaProject/i.test(declared)) return refused('file.active', 'carries macros');
    if (!declared.includes(documentPart)) return refused('file.type', 'is no Word document (docx)');
    const settings = names.get('word/_rels/settings.xml.rels');
    const related = settings ? await textOf(zip, settings) : '';
    if (related === undefined) return damaged;
    if (/attachedTemplate/i.test(related) && /TargetMode\s*=\s*["']External/i.test(related)) {
      return refused('file.active', 'loads a template from elsewhere');
    }
    return { media: 'docx', rewritten: false };
  } finally {
    zip.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[] | undefined> {
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) resolve(undefined);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () => resolve(undefined));
    zip.readEntry();
  });
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string | undefined> {
  if (entry.uncompressedSize > mostRead) return undefined;
  try {
    return await text(
      await promisify(zip.openReadStream.bind(zip) as (one: Entry, done: ReadStreamDone) => void)(entry),
    );
  } catch {
    return undefined;
  }
}

type ReadStreamDone = (error: Error | null, stream: NodeJS.ReadableStream) => void;

/** Decodes the picture and encodes it again: what it carried along (place, camera, anything after its end) stays behind. */
async function makeAnew(path: string, clean: string, ext: 'png' | 'jpg' | 'webp'): Promise<CheckAnswer> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const picture = sharp(path, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true, pages: 1 });
    const { width, height } = await picture.metadata();
    if (width * height > mostPixels)
      return refused('file.limits', `has more than ${mostPixels / 1_000_000} million points`);
    const upright = picture.autoOrient().timeout({ seconds: 8 });
    const encoded =
      ext === 'png' ? upright.png() : ext === 'jpg' ? upright.jpeg({ quality: 90 }) : upright.webp({ quality: 90 });
    await encoded.toFile(clean);
    return { media: ext === 'jpg' ? 'jpeg' : ext, rewritten: true };
  } catch (error) {
    return /pixel limit|timeout/i.test(String(error)) ? refused('file.limits', 'takes too much to be read') : damaged;
  }
}

process.stdout.write('\n');
process.stdout.write(JSON.stringify(await check(JSON.parse(await text(process.stdin)) as CheckTask)));
