/** Chance that is the same each time for the same seed. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T;
  }

  /** `count` different ones, or all where there are fewer. */
  some<T>(from: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    for (let tries = 0; chosen.size < Math.min(count, from.length) && tries < count * 20; tries += 1)
      chosen.add(this.pick(from));
    return [...chosen];
  }

  /** One of the values, by weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T {
    let at = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) if ((at -= weight) < 0) return value;
    return (from.at(-1) as readonly [T, number])[0];
  }

  /** A number around 0 with deviation 1 (sum of uniforms). */
  normal(): number {
    return this.next() + this.next() + this.next() + this.next() + this.next() + this.next() - 3;
  }

  /** An id in the form of UUIDv7 for a moment. */
  id(at: number): string {
    const time = Math.floor(at).toString(16).padStart(12, '0');
    const bits = (): string =>
      Math.floor(this.next() * 65_536)
        .toString(16)
        .padStart(4, '0');
    const [a, b, c, d, e] = [bits(), bits(), bits(), bits(), bits()];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(1)}-${((parseInt(b, 16) & 0x3fff) | 0x8000).toString(16)}-${c}${d}${e}`;
  }
}
