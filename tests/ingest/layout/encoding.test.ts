import { describe, expect, test } from 'vitest';
import { detectEncoding, toUtf8 } from '../../../src/ingest/layout/encoding';
import type { Encoding } from '../../../src/ingest/layout/layout';
import type { Block } from '../../../src/ingest/container/source';

const bytes = (...values: number[]) => Uint8Array.from(values);

async function* blocks(input: Uint8Array, size: number): AsyncGenerator<Block> {
  for (let start = 0; start < input.length; start += size) {
    const isLast = start + size >= input.length;
    yield await Promise.resolve({
      bytes: input.slice(start, start + size),
      readBytes: size,
      isLast,
    });
  }
}

async function utf8Of(input: Uint8Array, encoding: Encoding, size: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const block of toUtf8(blocks(input, size), encoding)) parts.push(block.bytes);
  return Buffer.concat(parts);
}

describe('detectEncoding', () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
  test.each<[string, Uint8Array, Encoding]>([
    ['ASCII', Buffer.from('a,b\n1,2\n'), 'utf-8'],
    ['an empty file', bytes(), 'utf-8'],
    ['UTF-8', Buffer.from('é,寿司\n'), 'utf-8'],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0xe9, 0xe9, 0xe9), 'utf-8'],
    ['UTF-8 with a cut last character', Buffer.from('é,寿司').subarray(0, 5), 'utf-8'],
    ['UTF-8 with one damaged byte', Buffer.concat([Buffer.from('a,b\n'), bytes(0xe9)]), 'utf-8'],
    [
      'UTF-8 with fewer invalid than valid characters',
      Buffer.concat([Buffer.from('éàü'), bytes(0xe9, 0x2c, 0xe9)]),
      'utf-8',
    ],
    ['UTF-16 with a byte order mark', bytes(0xff, 0xfe, 0x61, 0), 'utf-16le'],
    ['big-endian UTF-16 with a byte order mark', bytes(0xfe, 0xff, 0, 0x61), 'utf-16be'],
    ['UTF-16 without a byte order mark', utf16('name,dish\nBob,tea\n'), 'utf-16le'],
    ['windows-1252', Buffer.from('Café,crème\nZoë,tea\n', 'latin1'), 'windows-1252'],
  ])('recognises %s', async (_, input, encoding) => {
    expect(await detectEncoding(input)).toBe(encoding);
  });
});

describe('toUtf8', () => {
  const SUSHI = bytes(0x8e, 0xf5, 0x8e, 0x69, 0x2c, 0x31);

  test.each([1, 2, 3, 100])('gives the same result in blocks of %i bytes', async (size) => {
    expect((await utf8Of(SUSHI, 'shift_jis', size)).toString()).toBe('寿司,1');
    const euro = Buffer.from('\ufeffa€😀', 'utf16le');
    expect((await utf8Of(euro, 'utf-16le', size)).toString()).toBe('a€😀');
    expect((await utf8Of(bytes(0x80, 0x9c, 0xe9), 'windows-1252', size)).toString()).toBe('€œé');
  });

  test('replaces undecodable bytes with a byte that is invalid in UTF-8', async () => {
    const damaged = bytes(0x61, 0xff, 0x2c, 0x8e, 0xf5);
    expect([...(await utf8Of(damaged, 'shift_jis', 100))]).toEqual([
      0x61,
      0xff,
      0x2c,
      ...Buffer.from('寿'),
    ]);
  });

  test('does not change UTF-8, even if it is invalid', async () => {
    const damaged = bytes(0x61, 0xe9, 0x2c);
    expect([...(await utf8Of(damaged, 'utf-8', 2))]).toEqual([...damaged]);
  });
});
