import { describe, expect, test } from 'vitest';
import { columnsLike, isLineTotal } from '../../src/ingest/header';
import { matchTable } from '../../src/ingest/match';
import { profileOf } from '../../src/ingest/profile';

function matched(header: string[], ...records: string[][]) {
  return matchTable(header, profileOf(records, header.length), records.length);
}

const times = (count: number, record: (index: number) => string[]) =>
  Array.from({ length: count }, (_, index) => record(index));

describe('where several columns fit', () => {
  test('a name is taken before a number that stands for it', () => {
    const { columns } = matched(
      ['Customer ID', 'Customer', 'Item', 'Price'],
      ['17', 'Bob', 'tea', '1'],
      ['18', 'Ann', 'tea', '2'],
    );
    expect(columns.customer).toBe(1);
  });

  test('a column that is the same in every line gives way to one that is not', () => {
    const { columns } = matched(
      ['Restaurant', 'Branch', 'Item', 'Price'],
      ['Luna', 'North', 'tea', '1'],
      ['Luna', 'South', 'tea', '2'],
    );
    expect(columns.restaurant).toBe(1);
  });

  test('a price of one is taken before a total, and a total where it is alone', () => {
    const lines = times(3, () => ['tea', '2', '1.50', '3.00']);
    const both = matched(['Item', 'Qty', 'Unit price', 'Line total'], ...lines);
    expect(both).toMatchObject({ columns: { price: 2 }, priceIs: 'unit price' });
    const one = matched(['Item', 'Qty', 'Tax class', 'Line total'], ...lines);
    expect(one).toMatchObject({ columns: { price: 3 }, priceIs: 'line total' });
  });

  test('a price column of words gives way to a total of numbers', () => {
    const lines = times(6, () => ['tea', 'regular', '3.00']);
    expect(matched(['Item', 'Price', 'Amount'], ...lines)).toMatchObject({
      columns: { price: 2 },
      priceIs: 'line total',
      isSure: true,
    });
  });

  test('a column that is always empty is none', () => {
    const lines = times(20, () => ['tea', '', '3.00']);
    expect(matched(['Item', 'Customer', 'Price'], ...lines).columns).toEqual({ dish: 0, price: 2 });
    // Too few to tell: the lines are judged one by one.
    expect(matched(['Item', 'Customer', 'Price'], ...lines.slice(1)).columns.customer).toBe(1);
  });
});

describe('names', () => {
  test.each(['Price (EUR)', 'Price in EUR', 'Unit Price [USD]', '単価（円）', 'food cost $'])(
    '%s is a price',
    (name) => {
      expect(matched([name, 'Item'], ['1', 'tea']).columns.price).toBe(0);
    },
  );

  test.each([
    ['Guest first name', 'customer'],
    ['menuItemDescription', 'dish'],
    ['注文商品名称', 'dish'],
  ] as const)('%s is like a %s', (name, role) => {
    expect(columnsLike(['Other', name], role)).toEqual([1]);
  });

  test('a total is no price of one', () => {
    expect(isLineTotal('Line Total')).toBe(true);
    expect(isLineTotal('Unit Price')).toBe(false);
    expect(isLineTotal('__proto__')).toBe(false);
  });
});

test('no column is two things', () => {
  const { columns } = matched(['Item', 'b', 'c'], ['tea', 'x', '1.5'], ['soup', 'y', '2.5']);
  const taken = Object.values(columns);
  expect(new Set(taken).size).toBe(taken.length);
});
