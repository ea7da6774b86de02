import { beforeEach, describe, expect, test } from 'vitest';
import { COSTS } from '../../src/sql';
import { COST_FAULTS, MENU_MARGINS } from '../../src/sql/cost-tables';
import { useEngine } from '../support/engine';
import { dishSales, given, rowsOf } from '../support/rows';

const db = useEngine();

type Sale = Parameters<typeof dishSales>[number];
type Cost = readonly [list: number, dish: string, cost: number, line: number];

async function marginsOf(costs: readonly Cost[], ...sales: Sale[]) {
  await given(
    db.engine,
    'listed_costs',
    costs.map((cost) => [...cost]),
  );
  await given(
    db.engine,
    'source_dish_sales',
    dishSales(...sales).map((row) => [1, ...row]),
  );
  return rowsOf(db.engine, COSTS.menu_margins, MENU_MARGINS);
}

beforeEach(async () => {
  await given(db.engine, 'listed_costs', []);
  await given(db.engine, 'source_dish_sales', []);
});

describe('margins', () => {
  test('are the average price minus the cost, per restaurant and for all', async () => {
    const rows = await marginsOf(
      [
        [1, 'tea', 0.5, 2],
        [1, 'soup', 4, 3],
      ],
      ['A', 'tea', 3, 7],
      ['A', 'soup', 2, 6],
      ['B', 'tea', 1, 4],
    );
    expect(
      rows.map((row) => [row.restaurant, row.dish, row.orders, row.average_price, row.cost]),
    ).toEqual([
      [null, 'tea', 4, 275n, 50n],
      [null, 'soup', 2, 300n, 400n],
      ['A', 'tea', 3, 233n, 50n],
      ['A', 'soup', 2, 300n, 400n],
      ['B', 'tea', 1, 400n, 50n],
    ]);
    expect(rows.map((row) => [row.margin, row.total_margin])).toEqual([
      [225n, 900n],
      [-100n, -200n],
      [183n, 550n],
      [-100n, -200n],
      [350n, 350n],
    ]);
    expect(rows[2]).toMatchObject({ dishes: 2, drawn: 2, menu_orders: 5, menu_margin: 350n });
  });

  test('leave out dishes without a known cost and name the first of them at the end', async () => {
    const rows = await marginsOf(
      [
        [1, 'tea', 1, 2],
        [1, 'soup', 2, 3],
        [1, 'soup', 3, 9],
        [1, 'rice', -1, 4],
        [1, 'Tea', 9, 5],
      ],
      ['A', 'tea', 1, 4],
      ['A', 'soup', 5, 20],
      ['A', 'rice', 4, 20],
      ['A', 'bread', 3, 9],
      ['A', 'water', 2, 2],
      ['A', 'returned', 2, -2],
      ['A', 'unpriced', 8, null],
    );
    const own = rows.filter(({ restaurant }) => restaurant === 'A');
    expect(own.map((row) => [row.dish, row.cost, row.margin])).toEqual([
      ['tea', 100n, 300n],
      ['soup', null, null],
      ['rice', null, null],
      ['bread', null, null],
    ]);
    expect(own[0]).toMatchObject({
      ...{ dishes: 1, drawn: 1, without_cost: 4, left_out: 2 },
      ...{ menu_orders: 1, menu_margin: 300n },
    });
  });

  test('use a cost that two lists agree on, and are missing without a list', async () => {
    const agreed = await marginsOf(
      [
        [1, 'tea', 1, 2],
        [2, 'tea', 1, 7],
      ],
      ['A', 'tea', 1, 4],
    );
    expect(agreed.at(-1)).toMatchObject({ cost: 100n, margin: 300n });
    const none = await marginsOf([], ['A', 'tea', 1, 4]);
    expect(none.at(-1)).toMatchObject({ cost: null, dishes: 0, drawn: 0, menu_orders: null });
  });

  test('end at the two hundred most ordered', async () => {
    const name = (index: number) => `dish ${String(index).padStart(3, '0')}`;
    const all = Array.from({ length: 250 }, (_, index) => name(index));
    const rows = await marginsOf(
      all.map((dish, index) => [1, dish, 1, index + 2]),
      ...all.map((dish): Sale => ['A', dish, 1, 2]),
    );
    const own = rows.filter(({ restaurant }) => restaurant === 'A');
    expect(own).toHaveLength(200);
    expect(own[0]).toMatchObject({ dish: name(0), dishes: 250, drawn: 200, menu_margin: 25000n });
  });
});

test('report negative costs, and each of several costs of a dish', async () => {
  await given(db.engine, 'listed_costs', [
    [1, 'tea', 1, 2],
    [1, 'soup', 2, 3],
    [2, 'soup', 2, 3],
    [1, 'soup', 3, 9],
    [1, 'rice', -1, 4],
  ]);
  const rows = await rowsOf(db.engine, COSTS.cost_faults, COST_FAULTS);
  expect(rows).toEqual([
    { list: 1, line: 4, dish: 'rice', cost: -100n, fault: 'negative', faults: 1 },
    { list: 1, line: 3, dish: 'soup', cost: 200n, fault: 'several', faults: 2 },
    { list: 1, line: 9, dish: 'soup', cost: 300n, fault: 'several', faults: 2 },
    { list: 2, line: 3, dish: 'soup', cost: 200n, fault: 'several', faults: 1 },
  ]);
});
