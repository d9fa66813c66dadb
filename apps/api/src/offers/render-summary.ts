import type { OfferSummary, SummaryBlock } from '@domain/offers/offer-summary.js';
import { payWords } from '@domain/offers/pay.words.js';
import { cutTo } from '@domain/written.js';
import { type Content, faint, renderPdf, runs } from '@platform/files/pdf.js';

const warning = '#a3261b';
const edge = 48;
const widths = { on: 150, quantity: 100, value: 150 } as const;
/** Signs of a text that somebody typed. */
const most = 300;

/** The summary as a PDF; at the head of each page stands that it is no offer. */
export function renderSummary(summary: OfferSummary): Promise<Buffer> {
  const { locale, title, employer, role, version, blocks, closing } = summary;
  return renderPdf({
    title,
    locale,
    margins: [edge, 108, edge, 56],
    header: mark(summary),
    content: [
      { text: runs(title), fontSize: 11, color: faint },
      { text: runs(cutTo(employer, most)), fontSize: 20, bold: true },
      { text: runs(cutTo(role, most)), fontSize: 12, margin: [0, 2, 0, 0] },
      { text: runs(version), color: faint, margin: [0, 2, 0, 0] },
      ...blocks.map((one) => block(one, summary)),
      { text: runs(closing), fontSize: 8, color: faint, margin: [0, 20, 0, 0] },
    ],
    footer: payWords[locale].page,
  });
}

function mark({ mark: said, binding }: OfferSummary): Content {
  return {
    margin: [edge, 28, edge, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            alignment: 'center',
            margin: [8, 6, 8, 6],
            stack: [
              { text: runs(said), fontSize: 16, bold: true, color: warning },
              { text: runs(binding), fontSize: 9 },
            ],
          },
        ],
      ],
    },
    layout: { hLineColor: warning, vLineColor: warning },
  };
}

function block({ heading, facts, notes, schedule }: SummaryBlock, { heads }: OfferSummary): Content {
  return {
    margin: [0, 14, 0, 0],
    stack: [
      { text: runs(heading), fontSize: 12, bold: true, margin: [0, 0, 0, 4] },
      ...(facts.length === 0
        ? []
        : [
            {
              layout: 'noBorders',
              table: {
                widths: [150, '*'],
                body: facts.map(({ label, value }) => [
                  { text: runs(label), color: faint },
                  { text: runs(cutTo(value, most)) },
                ]),
              },
            },
          ]),
      ...notes.map((note) => ({ text: runs(note) })),
      ...(schedule.length === 0 ? [] : [tranches(schedule, heads)]),
    ],
  };
}

/** A column of a schedule that has nothing in any row is not there. */
function tranches(schedule: SummaryBlock['schedule'], heads: OfferSummary['heads']): Content {
  const columns = (['on', 'quantity', 'value'] as const).filter((name) => schedule.some((one) => one[name] !== null));
  const cell = (said: string, name: keyof typeof widths): object => ({
    text: runs(said),
    alignment: name === 'on' ? 'left' : 'right',
  });
  return {
    fontSize: 9,
    margin: [0, 6, 0, 0],
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      widths: columns.map((name) => widths[name]),
      body: [
        columns.map((name) => ({ ...cell(heads[name], name), bold: true })),
        ...schedule.map((one) => columns.map((name) => cell(one[name] ?? '', name))),
      ],
    },
  };
}
