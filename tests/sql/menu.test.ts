import { beforeEach, describe, expect, test } from 'vitest';
import { averageMoney } from '../../src/domain/money';
import { PAGE_MARTS } from '../../src/sql';
import { MENU, type MenuDish } from '../../src/sql/tables';
import { useEngine } from '../support/engine';
import { dishSales, given, rowsOf } from '../support/rows';

const db = useEngine();

type Sale = Parameters<typeof dishSales>[number];

async function menuOf(...sources: Sale[][]): Promise<MenuDish[]> {
  const rows = sources.flatMap((sales, source) =>
    dishSales(...sales).map((row) => [source + 1, ...row]),
  );
  await given(db.engine, 'source_dish_sales', rows);
  return rowsOf(db.engine, PAGE_MARTS.menu, MENU);
}

const figures = (rows: MenuDish[], restaurant: string | null) =>
  rows
    .filter((row) => row.restaurant === restaurant)
    .map((row) => [row.dish, row.orders, row.revenue, row.average_price]);

beforeEach(() => given(db.engine, 'source_dish_sales', []));

describe('menu', () => {
  test('lists the dishes of all restaurants, then of each, the most ordered first', async () => {
    const rows = await menuOf([
      ['b', 'tea', 2, 5],
      ['b', 'soup', 2, 9],
      ['b', 'rice', 3, 3],
      ['Z', 'tea', 4, 4],
    ]);
    expect(rows.map(({ restaurant, dish }) => [restaurant, dish])).toEqual([
      [null, 'tea'],
      [null, 'rice'],
      [null, 'soup'],
      ['Z', 'tea'],
      ['b', 'rice'],
      ['b', 'soup'],
      ['b', 'tea'],
    ]);
    expect(figures(rows, null)).toEqual([
      ['tea', 6, 900n, 150n],
      ['rice', 3, 300n, 100n],
      ['soup', 2, 900n, 450n],
    ]);
    expect(rows.at(-1)).toMatchObject({
      ...{ dishes: 3, drawn: 3, left_out: 0, menu_orders: 7, menu_revenue: 1700n },
    });
  });

  test('rounds each price exactly, half away from zero', async () => {
    const rows = await menuOf([
      ['A', 'half', 8, 1],
      ['A', 'third', 3, 1],
      ['A', 'two thirds', 3, 2],
      ['A', 'free', 2, 0],
      ['A', 'great', 1_000_000_007, 987654321098.76],
    ]);
    const prices = new Map(rows.map((row) => [row.dish, row.average_price]));
    expect([...prices.values()].length).toBe(5);
    expect(prices.get('half')).toBe(13n);
    expect(prices.get('third')).toBe(33n);
    expect(prices.get('two thirds')).toBe(67n);
    expect(prices.get('free')).toBe(0n);
    for (const { revenue, orders, average_price: price } of rows) {
      expect(price).toBe(averageMoney(revenue, orders));
    }
  });

  test('leaves out and counts dishes without an order or a price, or with more refunds than sales', async () => {
    const rows = await menuOf([
      ['A', 'tea', 2, 5],
      ['A', 'gone', 0, 0],
      ['A', 'returned', -1, -3],
      ['A', 'refunded', 3, -0.01],
      ['A', 'unpriced', 9, null],
      ['A', null, 9, 9],
      ['B', 'gone', 0, 0],
    ]);
    expect(figures(rows, 'A')).toEqual([['tea', 2, 500n, 250n]]);
    expect(figures(rows, 'B')).toEqual([]);
    expect(rows.find(({ restaurant }) => restaurant === 'A')).toMatchObject({
      ...{ dishes: 1, left_out: 4, menu_orders: 2, menu_revenue: 500n },
    });
  });

  test('ignores orders from a file without prices', async () => {
    const rows = await menuOf(
      [
        ['A', 'tea', 2, 5],
        ['A', 'soup', 1, 4],
      ],
      [
        ['A', 'tea', 90, null],
        ['A', 'soup', 1, 5],
      ],
    );
    expect(figures(rows, 'A')).toEqual([
      ['soup', 2, 900n, 450n],
      ['tea', 2, 500n, 250n],
    ]);
  });

  test('ends at the two hundred most ordered, with ties by name', async () => {
    const name = (index: number) => `dish ${String(index).padStart(3, '0')}`;
    const sales = Array.from({ length: 250 }, (_, index): Sale => ['A', name(index), 1, 2]);
    const rows = await menuOf([...sales, ['A', 'best', 5, 5]]);
    const own = rows.filter(({ restaurant }) => restaurant === 'A');
    expect(own.map(({ dish }) => dish)).toEqual([
      'best',
      ...Array.from({ length: 199 }, (_, index) => name(index)),
    ]);
    expect(own[0]).toMatchObject({ dishes: 251, drawn: 200, menu_orders: 255 });
  });
});
