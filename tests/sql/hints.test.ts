import { beforeEach, describe, expect, test } from 'vitest';
import { readHints } from '../../src/pipeline/hints';
import { HINTS } from '../../src/sql';
import type { Hints } from '../../src/sql/tables';
import { useEngine } from '../support/engine';
import { dishSales, given, rowsOf, type Literal } from '../support/rows';

const db = useEngine();

async function found<K extends keyof Hints>(kind: K): Promise<unknown[][]> {
  const rows: Iterable<Record<string, unknown>> = (await readHints(db.engine))[kind];
  return Array.from(rows, (row) => Object.values(row));
}

const suspected = async () =>
  (await rowsOf(db.engine, HINTS.suspected, { hint: 'text' })).map(({ hint }) => hint).sort();

/**
 * A row of `source_dish_prices`: source, dish, magnitude, number of lines, least price, greatest
 * price and first line.
 */
type Bucket = [number, string, number, number, number, number, number];

beforeEach(async () => {
  for (const table of ['source_dish_prices', 'dish_sales', 'customer_visits']) {
    await given(db.engine, table, []);
  }
});

test('empty tables give no hints and no suspicion', async () => {
  expect(await suspected()).toEqual([]);
  expect(await found('alikeNames')).toEqual([]);
});

describe('outlying_prices', () => {
  const prices = (...buckets: Bucket[]) => given(db.engine, 'source_dish_prices', buckets);

  test('finds a price a hundred times the usual one, with its first line', async () => {
    await prices(
      [1, 'tea', 6, 40, 4.5, 4.8, 2],
      [2, 'tea', 6, 60, 4.4, 4.5, 3],
      [2, 'tea', 26, 2, 450, 450, 90],
      [1, 'tea', 26, 1, 480, 480, 700],
      [1, 'soup', 6, 1, 4.5, 4.5, 4],
    );
    expect(await found('outlyingPrices')).toEqual([
      ['tea', 3, 45000n, 48000n, 100, 440n, 480n, 1, 700, 1],
    ]);
  });

  test('finds a hundredth of the usual price separately', async () => {
    await prices(
      [1, 'tea', 6, 40, 4.5, 4.5, 2],
      [1, 'tea', -14, 3, 0.04, 0.04, 8],
      [1, 'tea', 26, 1, 450, 450, 9],
      [1, 'tea', 36, 1, 4500, 4500, 7],
    );
    expect(await found('outlyingPrices')).toEqual([
      ['tea', 3, 4n, 4n, 40, 450n, 450n, 1, 8, 2],
      ['tea', 2, 45000n, 450000n, 40, 450n, 450n, 1, 7, 2],
    ]);
  });

  test('ignores a merely high price, and prefers the cheaper of two usual prices', async () => {
    await prices([1, 'tea', 6, 40, 4.5, 4.5, 2], [1, 'tea', 26, 1, 449.99, 449.99, 9]);
    expect(await found('outlyingPrices')).toEqual([]);
    await prices([1, 'tea', 6, 5, 4.5, 4.5, 2], [1, 'tea', 26, 5, 450, 450, 9]);
    expect(await found('outlyingPrices')).toEqual([
      ['tea', 5, 45000n, 45000n, 5, 450n, 450n, 1, 9, 1],
    ]);
  });
});

describe('small_restaurants', () => {
  const visits = (...rows: [string, string | null, number][]) =>
    given(
      db.engine,
      'customer_visits',
      rows.map((row): Literal[] => [...row, 1]),
    );

  test('finds restaurants with three lines if the average has ten times as many', async () => {
    await visits(
      ['A', 'Ann', 50],
      ['A', 'Bob', 50],
      ['B', 'Ann', 2],
      ['B', 'Bob', 1],
      ['C', null, 1],
    );
    expect(await found('smallRestaurants')).toEqual([
      ['C', 1, 34, 2],
      ['B', 3, 34, 2],
    ]);
    await visits(['A', 'Ann', 56], ['B', 'Ann', 3]);
    expect(await found('smallRestaurants')).toEqual([]);
    await visits(['A', 'Ann', 500], ['B', 'Ann', 4]);
    expect(await found('smallRestaurants')).toEqual([]);
  });
});

describe('alike_names', () => {
  const customers = (...names: (string | null)[]) =>
    given(
      db.engine,
      'customer_visits',
      names.map((name, index) => ['A', name, index + 1, 1]),
    );

  test.each([
    ['Michael', 'michael', 'case'],
    ['STRASSE', 'Strasse', 'case'],
    ['Ｍichael', 'Michael', 'width'],
    ['ｶﾌｪ', 'カフェ', 'width'],
    ['ｶﾞｰﾃﾞﾝ', 'ガーデン', 'width'],
    ['ﾊﾟﾝ', 'パン', 'width'],
    ['Ｎｏ．１', 'No.1', 'width'],
    ['Zoë', 'Zoe', 'accents'],
    ['Nguyễn', 'Nguyen', 'accents'],
    ['Ёлка', 'Елка', 'accents'],
    ['ZOË', 'zoe', 'case accents'],
    ['ＣＡＦÉ', 'cafe', 'case width accents'],
  ])('%s and %s differ only in %s', async (one, other, differingIn) => {
    await customers(one, other, 'Bob', null);
    expect(await suspected()).toContain('alike_names');
    expect(await found('alikeNames')).toEqual([
      ['customer', 1, other, 2, 2, differingIn, 1],
      ['customer', 1, one, 1, 2, differingIn, 1],
    ]);
  });

  test.each([
    ['カ', 'ガ'],
    ['ハ', 'パ'],
    ['バ', 'パ'],
    ['ﾊﾞ', 'ﾊﾟ'],
    ['は', 'ハ'],
    ['Андрей', 'Андреи'],
    ['कि', 'के'],
    ['ที่', 'ที'],
    ['가', '각'],
    ['Ann', 'Anna'],
    ['寿司', '壽司'],
  ])('%s and %s are different names', async (one, other) => {
    await customers(one, other);
    expect(await found('alikeNames')).toEqual([]);
  });

  test('groups names per role with all their lines, the largest groups first', async () => {
    await given(db.engine, 'customer_visits', [
      ['A', 'Ann', 5, 1],
      ['a', 'Ann', 4, 1],
      ['A', 'ann', 1, 1],
      ['A', 'tea', 1, 1],
      ['A', 'ZOE', 50, 1],
      ['A', 'Zoe', 50, 1],
    ]);
    await given(
      db.engine,
      'dish_sales',
      dishSales(['A', 'Tea', 2, 1], ['A', 'x', 3, 1], ['a', 'X', 3, 1]),
    );
    expect(await found('alikeNames')).toEqual([
      ['customer', 1, 'ZOE', 50, 2, 'case', 2],
      ['customer', 1, 'Zoe', 50, 2, 'case', 2],
      ['customer', 2, 'Ann', 9, 2, 'case', 2],
      ['customer', 2, 'ann', 1, 2, 'case', 2],
      ['dish', 1, 'X', 3, 2, 'case', 1],
      ['dish', 1, 'x', 3, 2, 'case', 1],
      ['restaurant', 1, 'A', 107, 2, 'case', 1],
      ['restaurant', 1, 'a', 4, 2, 'case', 1],
    ]);
  });

  test('returns ten names of a group and two hundred groups, and counts all', async () => {
    const spelt = Array.from({ length: 16 }, (_, bits) =>
      [...'anna'].map((letter, at) => (bits & (1 << at) ? letter.toUpperCase() : letter)).join(''),
    );
    const pairs = Array.from({ length: 250 }, (_, n) => [
      `Guest ${String(n)}`,
      `guest ${String(n)}`,
    ]);
    await customers(...spelt, ...pairs.flat());
    const rows = await found('alikeNames');
    const places = new Set(rows.map(([, place]) => place));
    expect(places.size).toBe(200);
    expect(rows[0]!.at(-1)).toBe(251);
    await customers(...spelt);
    const group = await found('alikeNames');
    expect(group).toHaveLength(10);
    expect(group[0]!.slice(3)).toEqual([16, 16, 'case', 1]);
  });
});
