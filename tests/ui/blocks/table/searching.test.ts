import { describe, expect, test } from 'vitest';
import { codeColumn } from '../../../../src/ui/blocks/table/coded-column';
import { findRows, fold, foldColumn } from '../../../../src/ui/blocks/table/searching';
import { Slices } from '../../../../src/ui/blocks/table/slices';

const slices = () => new Slices(new AbortController().signal);

describe('a search', () => {
  test.each([
    ['zoe', 'Zoë'],
    ['ZOË', 'zoe'],
    ['cafe', 'Cafe\u0301'],
    ['strasse', 'Straße'],
    ['οδος', 'ΟΔΟΣ'],
    ['guest 1', 'Ｇｕｅｓｔ　１'],
    ['ラーメン', 'ﾗｰﾒﾝ'],
    ['ガ', 'ｶﾞ'],
    ['__PROTO__', '__proto__'],
    ['한', '한'.normalize('NFD')],
  ])('for %s finds %s', (searched, text) => {
    expect(fold(text)).toBe(fold(searched));
  });

  test.each([
    ['か', 'が'],
    ['は', 'ぱ'],
    ['.', 'a'],
  ])('for %s does not find %s', (searched, text) => {
    expect(fold(text)).not.toContain(fold(searched));
  });

  const rows = [
    { name: 'Ann', place: 'Café Luna' },
    { name: 'Luna', place: 'Bar' },
    { name: 'Bob', place: 'Bar' },
  ];
  const found = async (text: string, order: Uint32Array | null = null) => {
    const columns = await Promise.all(
      ['name', 'place'].map(async (name) =>
        foldColumn(await codeColumn(rows, name, slices()), slices()),
      ),
    );
    return [...(await findRows(columns, text, order, slices()))];
  };

  test('matches any part of any column and keeps the order', async () => {
    expect(await found('luna')).toEqual([0, 1]);
    expect(await found('CAFE')).toEqual([0]);
    expect(await found('b')).toEqual([1, 2]);
    expect(await found('xyz')).toEqual([]);
    expect(await found('luna', Uint32Array.of(2, 1, 0))).toEqual([1, 0]);
  });
});
