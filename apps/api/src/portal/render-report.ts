import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Report, ReportBlock } from '@domain/portal/report.js';
import { reportWords } from '@domain/portal/report.words.js';

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

type Run = { text: string; font: 'Han' | 'Latin' };
type Content = object | string;

/** The report as a PDF. Its metadata is its neutral title and language alone: no author, no program, no moment. */
export async function renderReport(report: Report): Promise<Buffer> {
  const words = reportWords[report.locale];
  const document = await pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [48, 56, 48, 56],
      language: languages[report.locale],
      info: { title: report.title },
      defaultStyle: { font: 'Latin', fontSize: 10, lineHeight: 1.3 },
      content: [
        ...(report.letterhead === null
          ? []
          : [{ text: runs(report.letterhead), fontSize: 9, color: faint, margin: [0, 0, 0, 12] }]),
        { text: runs(report.title), fontSize: 11, color: faint },
        { text: runs(report.who), fontSize: 20, bold: true },
        ...(report.about === null ? [] : [{ text: runs(report.about), margin: [0, 2, 0, 0] }]),
        ...report.blocks.map(block),
        ...(report.closing === null
          ? []
          : [{ text: runs(report.closing), fontSize: 8, color: faint, margin: [0, 24, 0, 0] }]),
      ],
      footer: (page: number, of: number) => ({
        text: runs(words.page(page, of)),
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

const faint = '#55606e';
const languages = { en: 'en', zh: 'zh-CN', de: 'de' } as const;

function block({ heading, facts, entries, texts }: ReportBlock): Content {
  return {
    margin: [0, 16, 0, 0],
    stack: [
      { text: runs(heading), fontSize: 12, bold: true, margin: [0, 0, 0, 4] },
      ...(facts.length === 0 ? [] : [pairs(facts.map(({ label, value }) => [label, [{ text: runs(value) }]]))]),
      ...(entries.length === 0
        ? []
        : [
            pairs(
              entries.map(({ title, aside, lines }) => [
                aside,
                [{ text: runs(title), bold: true }, ...lines.map((line) => ({ text: runs(line) }))],
              ]),
            ),
          ]),
      ...texts.map((text) => ({ text: runs(text), margin: [0, 0, 0, 4] })),
    ],
  };
}

/** Rows of two columns: what it is, and what holds. */
function pairs(rows: readonly (readonly [string, Content[]])[]): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: [130, '*'],
      body: rows.map(([label, stack]) => [{ text: runs(label), color: faint }, { stack }]),
    },
  };
}

/** Text cut into runs of one font each: Chinese signs and full-width marks, and everything else. */
function runs(text: string): Run[] {
  return [
    ...text.matchAll(
      /([\p{Script=Han}\u3000-\u30ff\uff00-\uffef【】·]+)|([^\p{Script=Han}\u3000-\u30ff\uff00-\uffef【】·]+)/gu,
    ),
  ].map(([piece, chinese]) => ({ text: piece, font: chinese === undefined ? 'Latin' : 'Han' }));
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
