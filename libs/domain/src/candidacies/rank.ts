/** Digits in the order in which they compare as text. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const width = 6;
const size = base ** width;

/** A rank of an empty column; also the column's default. */
export const middleRank = 'V00000';

/**
 * A rank strictly between two, compared as text by code unit; null stands for no neighbour on that side.
 * A rank is a whole part of six digits and, where two whole parts touch, a fraction that does not end in 0.
 */
export function rankBetween(low: string | null, high: string | null): string {
  if (low !== null && high !== null && low >= high) throw new Error(`no rank lies between ${low} and ${high}`);
  if (low === null && high === null) return middleRank;
  if (low === null) {
    const [whole, fraction] = split(high ?? middleRank);
    if (whole > 0) return write(whole - 1);
    return write(0) + fractionBetween('', fraction);
  }
  const [lowWhole, lowFraction] = split(low);
  if (high === null) {
    return lowWhole + 1 < size ? write(lowWhole + 1) : write(lowWhole) + fractionBetween(lowFraction, null);
  }
  const [highWhole, highFraction] = split(high);
  if (highWhole - lowWhole > 1) return write(Math.floor((lowWhole + highWhole) / 2));
  return write(lowWhole) + fractionBetween(lowFraction, highWhole === lowWhole ? highFraction : null);
}

/** So many ranks after `low`, rising. */
export function ranksAfter(low: string | null, count: number): string[] {
  const ranks: string[] = [];
  for (let last = low; ranks.length < count; ranks.push(last)) last = rankBetween(last, null);
  return ranks;
}

function split(rank: string): [whole: number, fraction: string] {
  const whole = [...rank.slice(0, width)].reduce((sum, digit) => sum * base + digits.indexOf(digit), 0);
  return [whole, rank.slice(width)];
}

function write(whole: number): string {
  let text = '';
  for (let rest = whole; text.length < width; rest = Math.floor(rest / base)) text = digits.charAt(rest % base) + text;
  return text;
}

function fractionBetween(low: string, high: string | null): string {
  if (high !== null) {
    let same = 0;
    while ((low[same] ?? '0') === high[same]) same += 1;
    if (same > 0) return high.slice(0, same) + fractionBetween(low.slice(same), high.slice(same));
  }
  const lowDigit = low === '' ? 0 : digits.indexOf(low.charAt(0));
  const highDigit = high === null ? base : digits.indexOf(high.charAt(0));
  if (highDigit - lowDigit > 1) return digits.charAt(Math.floor((lowDigit + highDigit) / 2));
  if (high !== null && high.length > 1) return high.charAt(0);
  return digits.charAt(lowDigit) + fractionBetween(low.slice(1), null);
}
