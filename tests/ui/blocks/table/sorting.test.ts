import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../../src/lib/kinds';
import type { Column } from '../../../../src/reports/report';
import { codeColumn } from '../../../../src/ui/blocks/table/coded-column';
import { leadingRows, tiedRows } from '../../../../src/ui/blocks/table/ranks';
import { Slices } from '../../../../src/ui/blocks/table/slices';
import {
  nextSort,
  orderByRank,
  rankValues,
  type Direction,
} from '../../../../src/ui/blocks/table/sorting';

const slices = () => new Slices(new AbortController().signal);

async function order(values: readonly Cell[], direction: Direction): Promise<number[]> {
  const rows = values.map((value) => ({ value }));
  const coded = await codeColumn(rows, 'value', slices());
  return [...orderByRank(coded, await rankValues(coded.values, slices()), direction)];
}

async function sorted(values: readonly Cell[], direction: Direction): Promise<Cell[]> {
  return (await order(values, direction)).map((row) => values[row]!);
}

describe('sorting rows by a column', () => {
  test('sorts numbers by value, with missing values last in both directions', async () => {
    const values = [10, null, 9, -1, 100];
    expect(await sorted(values, 'ascending')).toEqual([-1, 9, 10, 100, null]);
    expect(await sorted(values, 'descending')).toEqual([100, 10, 9, -1, null]);
    expect(await sorted([null, null], 'descending')).toEqual([null, null]);
    expect(await sorted([], 'descending')).toEqual([]);
  });

  test('sorts money exactly, beyond float precision', async () => {
    const values = [2n ** 70n + 1n, 2n ** 70n, -5n, 2n ** 70n + 2n];
    expect(await order(values, 'ascending')).toEqual([2, 1, 0, 3]);
    expect(await order(values, 'descending')).toEqual([3, 0, 1, 2]);
  });

  test('sorts texts by alphabet: accents beside their letters, 2 before 10', async () => {
    const values = ['table 10', 'Zoë', 'éclair', 'table 2', 'eggs', 'zoe', '__proto__', '寿司'];
    expect(await sorted(values, 'ascending')).toEqual([
      ...['__proto__', 'éclair', 'eggs', 'table 2', 'table 10', 'zoe', 'Zoë', '寿司'],
    ]);
  });

  test('keeps the order of equal rows in both directions', async () => {
    const values = [1, 2, 1, null, 2, 1, null];
    expect(await order(values, 'ascending')).toEqual([0, 2, 5, 1, 4, 3, 6]);
    expect(await order(values, 'descending')).toEqual([1, 4, 0, 2, 5, 3, 6]);
  });

  test('sorts more rows than one slice', async () => {
    const values = Array.from(
      { length: 30_011 },
      (_, row) => `guest ${String((row * 7919) % 30_011)}`,
    );
    const expected = values.map((_, number) => `guest ${String(number)}`);
    expect(await sorted(values, 'ascending')).toEqual(expected);
    expect(await sorted(values, 'descending')).toEqual(expected.reverse());
  });

  test('stops when it is cancelled', async () => {
    const gone = new AbortController();
    gone.abort(new Error('gone'));
    const values = Array.from({ length: 1_000_000 }, (_, row) => `guest ${String(row)}`);
    await expect(rankValues(values, new Slices(gone.signal))).rejects.toThrow('gone');
  });
});

describe('clicks on a head', () => {
  const name: Column = { name: 'name', label: 'Name', kind: 'text' };
  const visits: Column = { name: 'visits', label: 'Visits', kind: 'count?' };

  test.each([
    [name, ['ascending', 'descending', undefined, 'ascending']],
    [visits, ['descending', 'ascending', undefined, 'descending']],
  ])('of $label go round', (column, directions) => {
    let sort = nextSort(null, column);
    for (const direction of directions) {
      expect(sort?.direction).toBe(direction);
      sort = nextSort(sort, column);
    }
  });

  test('start again at another column', () => {
    expect(nextSort({ column: name, direction: 'ascending' }, visits)).toEqual({
      column: visits,
      direction: 'descending',
    });
  });
});

describe('marks', () => {
  const rowsOf = (...values: (number | null)[]) => values.map((n) => ({ n }));

  test.each([
    [[5, 4, 4], 1],
    [[5, 5, 4], 2],
    [[5], 1],
    [[5, 5, 5, 5, 5], 5],
    [[5, 5, 5, 5, 5, 5], 0],
    [[null, null], 0],
    [[], 0],
  ])('the first of %j are %i', (values, expected) => {
    expect(leadingRows(rowsOf(...values), 'n')).toBe(expected);
  });

  test('tie rows with equal neighbours; missing values never tie', () => {
    const rows = rowsOf(5, 4, 4, 3, null, null, 4).map((row, place) => ({
      index: place + 10,
      row,
    }));
    expect([...tiedRows(rows, 'n')]).toEqual([11, 12]);
  });
});
