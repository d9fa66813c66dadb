import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { EncodingGuess, type Encoding } from './encoding.js';

function guess(bytes: Buffer, piece = bytes.length): Encoding | undefined {
  const found = new EncodingGuess();
  for (let at = 0; at < bytes.length; at += piece) found.add(bytes.subarray(at, at + piece));
  return found.encoding();
}

const chinese = '姓名,公司\n测试甲,潮水智能\n丁一,一一一\n';
const german = 'Name;Ort\nJörn Grünwald;Köln\nÄnne Weiß;Fürth\n';

describe('the encoding of a text', () => {
  it.each<[Encoding, Buffer]>([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8', Buffer.from(`\ufeff${german}`)],
    ['utf-8', Buffer.from('Name,City\n')],
    ['utf-16le', iconv.encode(chinese, 'utf-16le')],
    ['utf-16le', iconv.encode(chinese, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(chinese, 'utf-16be')],
    ['utf-16be', iconv.encode(chinese, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(german, 'utf-16le')],
    ['gb18030', iconv.encode(chinese, 'gb18030')],
    ['windows-1252', iconv.encode(german, 'windows-1252')],
  ])('is %s', (encoding, bytes) => {
    expect(guess(bytes)).toBe(encoding);
    expect(guess(bytes, 1)).toBe(encoding);
  });

  it('stays UTF-8 when one character in hundreds is broken or cut off', () => {
    const text = Buffer.from(chinese.repeat(50));
    expect(guess(Buffer.concat([text, Buffer.from([0xe6, 0x41]), text]))).toBe('utf-8');
    expect(guess(Buffer.from(chinese.repeat(50)).subarray(0, -2))).toBe('utf-8');
  });

  it('finds what stands only behind a long ASCII beginning', () => {
    const ascii = Buffer.from('Name,City\n'.repeat(20_000));
    expect(guess(Buffer.concat([ascii, iconv.encode(chinese, 'gb18030')]))).toBe('gb18030');
  });

  it.each([
    ['zeros', Buffer.alloc(1_000)],
    ['a picture', Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919 * (index % 13)) % 256))],
    ['numbers of four bytes', Buffer.from(new Uint32Array(1_000).map((_, index) => index % 40).buffer)],
  ])('is none for %s', (_, bytes) => {
    expect(guess(bytes)).toBeUndefined();
  });

  it('is found for any Chinese table in the encodings of Chinese files', () => {
    const common = [
      ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
    ];
    const name = fc.array(fc.constantFrom(...common), { minLength: 2, maxLength: 6 }).map((signs) => signs.join(''));
    const table = fc.array(fc.tuple(name, name), { minLength: 3, maxLength: 30 });
    const encodings = fc.constantFrom<Encoding[]>('utf-8', 'utf-16le', 'utf-16be', 'gb18030');
    fc.assert(
      fc.property(table, encodings, (rows, encoding) => {
        const text = rows.map((row) => row.join(',')).join('\n');
        expect(guess(iconv.encode(text, encoding))).toBe(encoding);
      }),
    );
  });
});
