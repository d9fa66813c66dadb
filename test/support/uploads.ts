import { crc32 } from 'node:zlib';
import type { Answer, TestClient } from './client.js';

const boundary = 'between-the-parts';

/** Uploads one file with fields as a browser does. */
export function upload<T = unknown>(
  client: TestClient,
  url: string,
  file: { name: string; bytes: Buffer | string },
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const head = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const disposition = `content-disposition: form-data; name="file"; filename="${file.name.replaceAll('"', '%22')}"`;
  const payload = Buffer.concat([
    Buffer.from(`${head.join('')}--${boundary}\r\n${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(file.bytes as Buffer),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return client.send<T>('POST', url, { payload, headers });
}

/** A PDF that is as short as one can be, with the text somewhere in it. */
export function pdf(text = 'A CV'): Buffer {
  const body = `%PDF-1.7\n% ${text}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`;
  return Buffer.from(body);
}

/** A part of a zip; `claims` is the unpacked size that it says to have. */
export type Part = { name: string; content: string | Buffer; claims?: number };

/** A zip of stored parts. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of parts) {
    const [label, data] = [Buffer.from(name), Buffer.from(content as Buffer)];
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt32LE(crc32(data), 10);
    fixed.writeUInt32LE(data.length, 14);
    fixed.writeUInt32LE(claims ?? data.length, 18);
    fixed.writeUInt16LE(label.length, 22);
    if (claims !== undefined) fixed.writeUInt16LE(8, 4);
    locals.push(Buffer.from('PK\u0003\u0004'), fixed, label, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fixed, tail, label);
    offset += 30 + label.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a Word document with a line of text. */
export function docxParts(text = 'A CV', type = main): Part[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'word/document.xml', content: `<w:document><w:t>${text}</w:t></w:document>` },
  ];
}
