import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Locale } from '@domain/agencies/agency.js';

const resolve = createRequire(import.meta.url).resolve;
const han = '@expo-google-fonts/noto-sans-sc';
const latin = 'pdfmake/fonts/Roboto';
const files = {
  han: [resolve(`${han}/400Regular/NotoSansSC_400Regular.ttf`), resolve(`${han}/700Bold/NotoSansSC_700Bold.ttf`)],
  latin: [resolve(`${latin}/Roboto-Regular.ttf`), resolve(`${latin}/Roboto-Medium.ttf`)],
} as const;
const family = ([normal, bold]: readonly [string, string]) => ({ normal, bold, italics: normal, bolditalics: bold });

pdfmake.setFonts({ Han: family(files.han), Latin: family(files.latin) });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => [...files.han, ...files.latin].includes(path));

type Run = { text: string; font: 'Han' | 'Latin'; wordBreak?: 'break-all' };

/** A part of a page as pdfmake takes it; every text in it comes from `runs`. */
export type Content = object | string;

/** A document of A4 pages; `header` and `footer` stand on each of them. */
export type Pdf = {
  readonly title: string;
  readonly locale: Locale;
  readonly landscape?: boolean;
  /** From edge to text: left, top, right, bottom. */
  readonly margins?: readonly [number, number, number, number];
  readonly fontSize?: number;
  readonly header?: Content;
  readonly content: readonly Content[];
  readonly footer: (page: number, of: number) => string;
};

/** The color of what stands beside the matter. */
export const faint = '#55606e';

const languages = { en: 'en', zh: 'zh-CN', de: 'de' } as const;

/** The document as a PDF. Its metadata is its title and language alone: no author, no program, no moment. */
export async function renderPdf({ margins = [48, 56, 48, 56], header, ...pdf }: Pdf): Promise<Buffer> {
  const document = await pdfmake
    .createPdf({
      pageSize: 'A4',
      pageOrientation: pdf.landscape ? 'landscape' : 'portrait',
      pageMargins: [...margins],
      language: languages[pdf.locale],
      info: { title: pdf.title },
      defaultStyle: { font: 'Latin', fontSize: pdf.fontSize ?? 10, lineHeight: 1.3 },
      ...(header !== undefined && { header }),
      content: [...pdf.content],
      footer: (page: number, of: number) => ({
        text: runs(pdf.footer(page, of)),
        fontSize: 8,
        color: faint,
        alignment: 'center',
        margin: [0, 20, 0, 0],
      }),
    })
    .getStream();
  for (const name of ['Producer', 'Creator', 'CreationDate']) delete document.info[name];
  document.endMetadata = () => undefined;
  document._id = randomBytes(16);
  return collect(document);
}

/** Text cut into runs of one font each: Chinese signs and full-width marks, and everything else. A word too long for any column may break anywhere. */
export function runs(text: string): Run[] {
  return [
    ...text.matchAll(
      /([\p{Script=Han}\u3000-\u30ff\uff00-\uffef【】·]+)|([^\p{Script=Han}\u3000-\u30ff\uff00-\uffef【】·]+)/gu,
    ),
  ].map(([piece, chinese]) => ({
    text: piece,
    font: chinese === undefined ? 'Latin' : 'Han',
    ...(/\S{25}/.test(piece) && { wordBreak: 'break-all' }),
  }));
}

async function collect(document: NodeJS.ReadableStream & { end(): void }): Promise<Buffer> {
  const { promise, resolve: done, reject } = Promise.withResolvers<Buffer>();
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  document.on('end', () => done(Buffer.concat(pieces)));
  document.on('error', reject);
  document.end();
  return promise;
}
