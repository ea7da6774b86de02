import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cleanName } from '../../../src/lib/clean-name';
import { MaskedRows } from '../../../src/state/guests/masked-rows';
import { Pseudonyms } from '../../../src/state/guests/pseudonyms';
import { cleanText } from '../../support/reference-cleaning';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Computes the expected pseudonym independently, with Node's HMAC and a BigInt. */
function expected(name: string): string {
  let number = BigInt(`0x${createHmac('sha256', key(7)).update(name).digest('hex')}`) >> 196n;
  let digits = '';
  for (let place = 0; place < 12; place += 1) {
    digits = DIGITS[Number(number & 31n)]! + digits;
    number >>= 5n;
  }
  return `Guest ${digits}`;
}

describe('pseudonyms', () => {
  test.each(['Ann', 'ann', '田中', '', '__proto__', 'x'.repeat(300)])(
    'match HMAC-SHA-256 for %j',
    (name) => {
      const pseudonyms = new Pseudonyms(key(7));
      expect(pseudonyms.of(name)).toBe(expected(name));
      expect(pseudonyms.of(name)).toBe(expected(name));
      expect(new Pseudonyms(key(8)).of(name)).not.toBe(expected(name));
      expect(pseudonyms.nameOf(expected(name))).toBe(name);
    },
  );

  test('sort like their leading bits, and the latest can be looked up', () => {
    const pseudonyms = new Pseudonyms(key(7));
    const names = Array.from({ length: 60_000 }, (_, index) => `guest ${String(index)}`);
    expect(new Set(names.map((name) => pseudonyms.of(name))).size).toBe(names.length);
    const some = names.slice(-500);
    for (const name of some) expect(pseudonyms.nameOf(pseudonyms.of(name))).toBe(name);
    const byText = [...some].sort((a, b) => (pseudonyms.of(a) < pseudonyms.of(b) ? -1 : 1));
    const byNumber = [...some].sort((a, b) => pseudonyms.leading(a) - pseudonyms.leading(b));
    expect(byNumber).toEqual(byText);
  });
});

test.each([' Ann  Lee ', 'A\u0301nn', '\uFEFFAnn\u200B', 'A\u0000n\u0085n', '\t\n', '田\u3000中'])(
  'names are cleaned as in SQL: %j',
  (raw) => {
    const clean = cleanText(raw, 'customer');
    expect(cleanName(raw)).toBe('value' in clean ? clean.value : '');
  },
);

test('masked rows replace one column on access', () => {
  const rows = ['b', 'a', 'c'].map((name, count) => ({ name, count }));
  const looked: string[] = [];
  const mask = (text: string) => {
    looked.push(text);
    return text.toUpperCase();
  };
  const masked = new MaskedRows(rows, 'name', mask, Uint32Array.of(1, 0, 2));
  expect([masked.length, looked]).toEqual([3, []]);
  expect(masked.at(0)).toEqual({ name: 'A', count: 1 });
  expect(looked).toEqual(['a']);
  expect(masked.at(3)).toBeUndefined();
  expect(masked.slice(1, 9)).toEqual([
    { name: 'B', count: 0 },
    { name: 'C', count: 2 },
  ]);
  expect(masked.column('name', 0, 2)).toEqual(['A', 'B']);
  expect(masked.column('count', 0, 9)).toEqual([1, 0, 2]);
  expect([...masked].map(({ name }) => name)).toEqual(['A', 'B', 'C']);
});
