import type { Report, ReportBlock } from '@domain/portal/report.js';
import { reportWords } from '@domain/portal/report.words.js';
import { type Content, faint, renderPdf, runs } from '@platform/files/pdf.js';

/** The report as a PDF. Its metadata is its neutral title and language alone. */
export function renderReport(report: Report): Promise<Buffer> {
  return renderPdf({
    title: report.title,
    locale: report.locale,
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
    footer: reportWords[report.locale].page,
  });
}

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
