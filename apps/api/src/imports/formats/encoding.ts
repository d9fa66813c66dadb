export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

const SAMPLE = 64 * 1024;

const SEPARATORS = new Set(Buffer.from('\r\n\t ,;|"'));

const CONTROL = new Uint8Array(256);
for (let byte = 0; byte < 32; byte++) CONTROL[byte] = byte === 9 || byte === 10 || byte === 12 || byte === 13 ? 0 : 1;
CONTROL[127] = 1;

/**
 * Finds the encoding of a text from all of its bytes: a byte order mark, else UTF-16 by how its separators stand, else
 * UTF-8 where at most one in a hundred long characters is broken, else GB18030 when its bytes above ASCII come in Chinese
 * pairs, else Windows-1252.
 */
export class EncodingGuess {
  private start: Buffer = Buffer.alloc(0);
  private bytes = 0;
  private controls = 0;
  private utf8 = 0;
  private broken = 0;
  private expected = 0;
  private pairs = 0;
  private singles = 0;
  private lead = 0;

  add(chunk: Buffer): void {
    if (this.start.length < SAMPLE) this.start = Buffer.concat([this.start, chunk.subarray(0, SAMPLE)]);
    this.bytes += chunk.length;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte < 0x80 && this.expected === 0 && this.lead === 0) {
        this.controls += CONTROL[byte] ?? 0;
        continue;
      }
      this.addUtf8(byte);
      this.addPair(byte);
    }
  }

  /** The encoding, or undefined when the bytes are no text. */
  encoding(): Encoding | undefined {
    const [first, second, third] = this.start;
    if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const utf16 = this.controls > 0 ? this.utf16() : undefined;
    if (utf16) return utf16;
    if (this.controls * 50 > this.bytes) return undefined;
    const cutOff = this.expected > 0 ? 1 : 0;
    if (this.broken + cutOff === 0 || (this.broken + cutOff) * 100 <= this.utf8) return 'utf-8';
    return this.pairs > this.singles ? 'gb18030' : 'windows-1252';
  }

  private addUtf8(byte: number): void {
    if (this.expected > 0 && byte >= 0x80 && byte < 0xc0) {
      this.expected -= 1;
      if (this.expected === 0) this.utf8 += 1;
      return;
    }
    if (this.expected > 0) this.broken += 1;
    this.expected = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
    if (byte >= 0x80 && this.expected === 0) this.broken += 1;
  }

  private addPair(byte: number): void {
    if (this.lead === 0) {
      this.lead = byte >= 0x80 ? byte : 0;
      return;
    }
    if (byte >= 0xa1 && byte < 0xff && this.lead >= 0xa1 && this.lead < 0xff) this.pairs += 1;
    else this.singles += 1;
    this.lead = 0;
    if (byte < 0x80) this.controls += CONTROL[byte] ?? 0;
  }

  private utf16(): Encoding | undefined {
    const units = Math.floor(this.start.length / 2);
    let little = 0;
    let big = 0;
    let zero = 0;
    for (let at = 0; at < units * 2; at += 2) {
      const [low = 0, high = 0] = [this.start[at], this.start[at + 1]];
      if (high === 0 && low === 0) zero += 1;
      if (high === 0 && SEPARATORS.has(low)) little += 1;
      if (low === 0 && SEPARATORS.has(high)) big += 1;
    }
    if (this.bytes % 2 === 1 || zero * 50 > units || Math.max(little, big) * 100 < units) return undefined;
    if (little === big) return undefined;
    return little > big ? 'utf-16le' : 'utf-16be';
  }
}
