import type { Decimal } from 'decimal.js';
import { Exact } from './exact.js';

/** An amount or a count as it stands in a piece of a line. */
export type Figure = {
  readonly value: Decimal;
  /** It has a currency. */
  readonly signed: boolean;
  /** It has a unit such as k or 万. */
  readonly scaled: boolean;
  readonly percent: boolean;
};

const number = String.raw`\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*`;
const unit = String.raw`百万|千万|亿|万|千|w|k|tsd|thousand|mio|millions?|millionen|mn|mm|m`;
const figure = new RegExp(String.raw`(\$)?\s*(${number})\s*(?:(${unit})(?![a-z])|(%))?(?:\s?(\$))?`);

const tens: Readonly<Record<string, number>> = {
  k: 3,
  千: 3,
  tsd: 3,
  thousand: 3,
  万: 4,
  w: 4,
  百万: 6,
  千万: 7,
  亿: 8,
};

const currencies: readonly (readonly [code: string, words: RegExp])[] = [
  ['HKD', /hk\$|\bhkd\b|港[币元]/g],
  ['SGD', /(?<![a-z])s\$|\bsgd\b|新币|新加坡元/g],
  ['USD', /(?:us)?\$|\busd\b|美[元金]|美刀|刀/g],
  ['EUR', /€|\beur(?:o|os)?\b|欧元/g],
  ['GBP', /£|\bgbp\b|英镑/g],
  ['CHF', /\bchf\b|瑞士法郎/g],
  ['JPY', /\bjpy\b|\byen\b|日[元圆]/g],
  ['CNY', /[¥元]|\brmb\b|\bcny\b|人民币/g],
];

/** A piece of a line: what it says is taken out of it bit by bit; what stays was not read. */
export class Piece {
  private rest: string;

  constructor(readonly text: string) {
    this.rest = text.toLowerCase();
  }

  /** The currency that it names; a sign stays in its place. */
  currency(): string | undefined {
    const found = currencies.find(([, words]) => this.rest.search(words) >= 0);
    if (!found) return undefined;
    const [code, words] = found;
    this.rest = this.rest.replace(words, '$$');
    return code;
  }

  /** Whether a word of these is said; takes all of them out. */
  says(words: RegExp): boolean {
    if (this.rest.search(words) < 0) return false;
    this.rest = this.rest.replace(new RegExp(words, 'g'), ' ');
    return true;
  }

  /** The number in the first match, which is taken out. */
  numberIn(words: RegExp): Decimal | undefined {
    const found = words.exec(this.rest);
    const value = found?.[1] === undefined ? undefined : decimalOf(found[1], true);
    if (!found || !value) return undefined;
    this.cut(found.index, found[0].length);
    return value;
  }

  /** The first figure, which is taken out. */
  figure(): Figure | undefined {
    const found = figure.exec(this.rest);
    if (!found) return undefined;
    const [whole, before, digits = '', word, percent, after] = found;
    const value = decimalOf(digits, word !== undefined);
    if (!value) return undefined;
    this.cut(found.index, whole.length);
    const power = word === undefined ? 0 : (tens[word] ?? 6);
    return {
      value: value.times(new Exact(10).pow(power)),
      signed: before !== undefined || after !== undefined,
      scaled: word !== undefined,
      percent: percent !== undefined,
    };
  }

  private cut(from: number, length: number): void {
    this.rest = `${this.rest.slice(0, from)} ${this.rest.slice(from + length)}`;
  }

  /** What of it was not read; undefined when nothing that says something is left. */
  unread(): string | undefined {
    const left = this.rest.replace(fillers, ' ').replace(/[^\p{L}\p{N}%]+/gu, ' ');
    return left.trim() === '' ? undefined : left.trim();
  }
}

const fillers =
  /\b(?:base|salary|pay|cash|fixed|about|around|gross|brutto|in|of|for|over|the|a|an|per|at|is|worth|vesting|vested|grundgehalt|gehalt|ca)\b|über|基本工资|底薪|基础|固定|工资|税前|约|共|分|的|价值|归属|每|股|份/g;

/** A number as people write it: 12,000 and 12.000 are whole, 13.5 and 1,2 are not; a unit after it makes 1.250 a decimal. */
function decimalOf(written: string, hasUnit: boolean): Decimal | undefined {
  const text = written.replace(/[ ']/g, '');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  const mark = comma > point ? ',' : '.';
  const [whole = '', ...parts] = text.split(mark);
  const other = mark === ',' ? '.' : ',';
  if (parts.length === 0) return exactOf(text);
  if (whole.includes(other)) {
    return parts.length === 1 && grouped(whole, other)
      ? exactOf(`${whole.replaceAll(other, '')}.${parts[0]}`)
      : undefined;
  }
  const thousands = grouped(text, mark) && !whole.startsWith('0') && (parts.length > 1 || mark === ',' || !hasUnit);
  if (thousands) return exactOf(text.replaceAll(mark, ''));
  return parts.length === 1 ? exactOf(`${whole}.${parts[0]}`) : undefined;
}

const grouped = (text: string, mark: string): boolean =>
  text.split(mark).every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));

const exactOf = (digits: string): Decimal | undefined => (digits.length <= 24 ? new Exact(digits) : undefined);
