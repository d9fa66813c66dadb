import type { Decimal } from 'decimal.js';
import { Exact } from './exact.js';
import { type Figure, Piece } from './line-piece.js';
import type { BasePeriod, GrantKind, OneOffKind } from './package.js';
import type { LineAssumption, LineGrant, LineOneOff, PackageProposal } from './package-line.js';

const longest = 400;
const most = 20;
const tooMuch = new Exact(10).pow(13);
/** A base in yuan below this is one of a month, where nothing says what it is of. */
const monthlyBelow = 200_000;

const joins = /[+;、\n&]|(?<!\d),|,(?!\d)|\b(?:plus|and|und|sowie)\b|外加|加上|以及/;
const times = /(?<=[\dkw万千元]\s?)x(?=\s?\d)|[×✕⨯]/g;
const monthWords =
  /月薪|每月|[/每]\s*月|\b(?:per|a|pro|im|\/)\s*mon(?:th|at)\b|\/\s*mo(?:n|nth|nat)?\b|\bmonthly\b|\bmonatlich\b|\bp\.?m\b\.?/;
const yearWords =
  /年薪|年包|每年|[/每]\s*年|\b(?:per|a|pro|im)\s*(?:year|annum|jahr)\b|\/\s*(?:year|yr|y|jahr|j)\b|\b(?:annual|annually|yearly)\b|jährlich\b|\bp\.?a\b\.?/;
/** A level that stands alone, such as P7, T3-2, IC5 or P7-P8: no part of a word or of a product. */
const levelWords = /(?<![\w.*-])(?:p|t|l|e|m|ic)\d{1,2}(?:-(?:p|t|l|e|m|ic)?\d{1,2})?(?![\w*%-]|\.\d|\s\*)/g;
const bonusWords =
  /\b(?:target|annual|performance|ziel|jahres)?[ -]?bonus\b|\bvariable\b|\btantieme\b|\bprämie\b|年终奖金?|年度奖金|绩效奖?金?|目标奖金|奖金|年终/;
const oneOffWords: Readonly<Record<OneOffKind, RegExp>> = {
  make_whole: /\b(?:make[- ]?whole|buy[- ]?out)\b|损失补偿|补偿金?|买断/,
  retention: /\b(?:retention|stay)(?:[ -]?bonus)?\b|\b(?:halte|bleibe)prämie\b|留任奖?金?|挽留奖?金?|留存奖?金?/,
  inducement:
    /\b(?:sign(?:ing)?[- ]?on|signing|joining|relocation|antritts?)(?:[ -]?(?:bonus|prämie|fee))?\b|签[字约](?:费|奖?金)|入职奖金?|安家费|搬家费/,
};
const grantWords: Readonly<Record<Exclude<GrantKind, 'cash_plan'>, RegExp>> = {
  option: /\b(?:stock[ -]?)?(?:options?|optionen)\b|\besop\b|\bisos?\b|期权/,
  rsu: /\brsus?\b|\b(?:restricted )?(?:stock|shares?|equity|aktien)(?: units?)?\b|限制性股[票份]|股[票权份]|(?<=[\d万千])股/,
};

/** Words that make a figure a count of units; after a figure without a currency those of the grant do it too. */
const countWords = /[\d万千kw]\s?[股份]|\bunits?\b|\bstück\b/;
const countedWords = /[\dkm]\s?(?:rsus?|shares?|(?:stock )?options?|optionen|aktien)\b/;

/** The package that a line such as `40k*16 + 20万期权/4年` says; undefined where no base can be read in it. */
export function packageOf(text: string): PackageProposal | undefined {
  if (text.length > longest) return undefined;
  const line = text.normalize('NFKC').replaceAll('￥', '¥').toLowerCase().replace(times, '*');
  const levels = line.match(levelWords) ?? [];
  const pieces = line.replace(levelWords, ' ').split(joins);
  const said = pieces.flatMap((part) => (part.trim() === '' ? [] : [new Piece(part.trim())]));
  return new Line(said, levels).proposal();
}

type Base = { amount: Decimal; per: BasePeriod; months: Decimal | null };

/** A line that is read piece by piece: the base first, for a bonus may be a part of it. */
class Line {
  private currency: string | undefined;
  private base: Base | undefined;
  private bonus: Decimal | undefined;
  private readonly oneOffs: LineOneOff[] = [];
  private readonly grants: LineGrant[] = [];
  private readonly assumed = new Set<LineAssumption>();
  private readonly unread: string[] = [];

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly levels: readonly string[],
  ) {}

  proposal(): PackageProposal | undefined {
    const rest = this.pieces.filter((piece) => !this.readBase(piece));
    if (!this.base) return undefined;
    for (const piece of rest) this.readRest(piece, this.base);
    const { amount, per, months } = this.base;
    if (this.currency === undefined) this.assumed.add('currency');
    const beyond = months !== null && months.gt(12);
    if (beyond) this.assumed.add('target_months');
    return {
      currency: this.currency ?? 'CNY',
      baseAmount: plain(amount),
      basePer: per,
      months: months?.toNumber() ?? null,
      extraMonths: beyond ? 'target' : null,
      bonusAmount: this.bonus ? plain(this.bonus) : null,
      level: this.level(),
      oneOffs: this.oneOffs,
      grants: this.grants,
      assumed: [...this.assumed],
      unread: this.unread,
    };
  }

  /** The level that the line names, where it names one alone. */
  private level(): string | null {
    const [level, ...others] = new Set(this.levels);
    if (level !== undefined && others.length === 0) return level.toUpperCase();
    this.unread.push(...this.levels);
    return null;
  }

  /** Whether the piece was the base: the first that is nothing else. */
  private readBase(piece: Piece): boolean {
    if (this.base || isOther(piece.text)) return false;
    const currency = piece.currency();
    const months =
      piece.numberIn(/\*\s*(\d+(?:[.,]\d+)?)\s*(?:薪|个月|months?|monate)?/) ??
      piece.numberIn(/(\d+(?:[.,]\d+)?)\s*薪/);
    const monthly = piece.says(monthWords);
    const yearly = piece.says(yearWords);
    const amount = piece.figure();
    if (!amount || amount.percent || !isAmount(amount.value)) return this.miss(piece.text);
    this.currency = currency;
    const counts = months !== undefined && isMonths(months) && !yearly;
    if (months !== undefined && !counts) this.unread.push(`* ${months.toFixed()}`);
    const per = counts || monthly ? 'month' : yearly ? 'year' : this.likely(amount.value);
    this.base = { amount: amount.value, per, months: per === 'year' ? null : counts ? months : new Exact(12) };
    this.leave(piece);
    return true;
  }

  /** Per month or per year, where the line does not say it: a small amount of yuan is a month's. */
  private likely(amount: Decimal): BasePeriod {
    const per = (this.currency ?? 'CNY') === 'CNY' && amount.lt(monthlyBelow) ? 'month' : 'year';
    this.assumed.add(per === 'month' ? 'per_month' : 'per_year');
    return per;
  }

  private readRest(piece: Piece, base: Base): void {
    const currency = piece.currency();
    if (currency !== undefined && currency !== (this.currency ?? currency)) {
      this.miss(piece.text);
      return;
    }
    const oneOff = kindIn(piece, oneOffWords);
    const grant = oneOff === undefined ? kindIn(piece, grantWords) : undefined;
    const read = oneOff
      ? this.readOneOff(piece, oneOff)
      : grant
        ? this.readGrant(piece, grant, currency !== undefined)
        : piece.says(bonusWords) && this.readBonus(piece, base);
    if (!read) {
      this.miss(piece.text);
      return;
    }
    this.currency ??= currency;
    this.leave(piece);
  }

  private readOneOff(piece: Piece, kind: OneOffKind): boolean {
    const found = piece.figure();
    if (!found || found.percent || !isAmount(found.value) || this.oneOffs.length >= most) return false;
    this.oneOffs.push({ kind, amount: plain(found.value) });
    return true;
  }

  /** A bonus as an amount, as a percentage of twelve months' base, or as months that come to those of the base. */
  private readBonus(piece: Piece, base: Base): boolean {
    if (this.bonus) return false;
    piece.says(yearWords);
    const months = piece.numberIn(/(\d+(?:[.,]\d+)?)\s*(?:个月|months?|monate|monatsgehälter)/);
    if (months !== undefined) {
      const all = base.months?.plus(months);
      if (all === undefined || !isMonths(all)) return false;
      base.months = all;
      return true;
    }
    const found = piece.figure();
    if (!found) return false;
    const amount = found.percent ? this.percentOf(base, found) : found.value;
    if (!isAmount(amount)) return false;
    this.bonus = amount;
    return true;
  }

  private percentOf({ amount, per }: Base, { value }: Figure): Decimal {
    this.assumed.add('percent_of_base');
    return (per === 'month' ? amount.times(12) : amount).times(value).div(100);
  }

  /** Units with their price or strike; what is said in money is a plan of that amount. */
  private readGrant(piece: Piece, kind: 'rsu' | 'option', hasCurrency: boolean): boolean {
    const years = piece.numberIn(lengthOf('years?|yrs?|y|年|jahre?n?'));
    const months = years?.times(12) ?? piece.numberIn(lengthOf('months?|个月|monate?n?'));
    const each = piece.numberIn(/(?:@|\bat\b|\bzu\b|每股|行权价|\bstrike\b)\s*\$?\s*(\d+(?:[.,]\d+)*)/);
    const found = piece.figure();
    if (!found || found.percent || !isAmount(found.value) || this.grants.length >= most) return false;
    const counted =
      each !== undefined || countWords.test(piece.text) || (!hasCurrency && countedWords.test(piece.text));
    const isUnits = !found.signed && (counted || !found.scaled);
    if (isUnits && !found.value.isInteger()) return false;
    const vestMonths = months?.isInteger() && months.gte(1) && months.lte(240) ? months.toNumber() : null;
    if (months !== undefined && vestMonths === null) this.unread.push(months.toFixed());
    const price = isUnits && each && isAmount(each) ? each.toDecimalPlaces(6).toFixed() : null;
    if (each && price === null) this.unread.push(`@ ${each.toFixed()}`);
    if (!isUnits) this.assumed.add('value_as_plan');
    this.grants.push({
      kind: isUnits ? kind : 'cash_plan',
      units: isUnits ? plain(found.value) : null,
      amount: isUnits ? null : plain(found.value),
      strike: kind === 'option' ? price : null,
      price: kind === 'rsu' ? price : null,
      vestMonths,
    });
    return true;
  }

  private leave(piece: Piece): void {
    const left = piece.unread();
    if (left !== undefined) this.unread.push(left);
  }

  private miss(text: string): true {
    this.unread.push(text);
    return true;
  }
}

const lengthOf = (words: string): RegExp =>
  new RegExp(String.raw`(?:\/|over|über|分)?\s*(\d+(?:[.,]\d+)?)[ -]?(?:${words})(?![a-z])`);

/** Whether the piece is said to be something other than base pay. */
const isOther = (text: string): boolean =>
  [bonusWords, ...Object.values(oneOffWords), ...Object.values(grantWords)].some((words) => words.test(text));

function kindIn<Kind extends string>(piece: Piece, words: Readonly<Record<Kind, RegExp>>): Kind | undefined {
  return (Object.keys(words) as Kind[]).find((kind) => piece.says(words[kind]));
}

const isAmount = (value: Decimal): boolean => value.gt(0) && value.lt(tooMuch);

const isMonths = (value: Decimal): boolean => value.gte(1) && value.lte(99) && value.decimalPlaces() <= 2;

/** As the API takes amounts: four places at most. */
const plain = (value: Decimal): string => value.toDecimalPlaces(4).toFixed();
