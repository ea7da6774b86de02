import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/domain/roles';
import { REPORTS } from '../../src/reports';
import type { Quadrant, Text } from '../../src/reports/report';
import { NO_RESULTS, TABLE_NAMES, type MenuDish } from '../../src/sql/tables';
import { averageMoney } from '../../src/domain/money';

type Sale = readonly [dish: string, orders: number, revenue: bigint];

/** A restaurant's rows as the mart returns them, the most ordered first. */
function menu(restaurant: string | null, sales: readonly Sale[], more: Partial<MenuDish> = {}) {
  return sales.map(([dish, orders, revenue]): MenuDish => ({
    ...{ restaurant, dish, orders, revenue, average_price: averageMoney(revenue, orders)! },
    ...{ dishes: sales.length, drawn: sales.length, left_out: 0 },
    menu_orders: sales.reduce((sum, [, own]) => sum + own, 0),
    menu_revenue: sales.reduce((sum, [, , own]) => sum + own, 0n),
    ...more,
  }));
}

function quadrantOf(
  rows: readonly MenuDish[],
  restaurant: string | null,
  restaurants = ['A', 'B'],
): Quadrant | undefined {
  const tables = {
    ...NO_RESULTS.tables,
    restaurant_stats: restaurants.map((name) => ({
      ...{ restaurant_names: name, customer_count: 1, total_revenue: 1n },
    })),
  };
  const make = REPORTS[TABLE_NAMES.indexOf('profitable_dishes')]!;
  const results = { ...NO_RESULTS, roles: ROLES, tables, menu: rows };
  const blocks = make(results, { restaurant, picked: null }).blocks;
  return blocks.find((block): block is Quadrant => block.type === 'quadrant');
}

const plain = (text: Text) =>
  text.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const notesOf = (quadrant: Quadrant | undefined) => (quadrant?.notes ?? []).map(plain);
const quartersOf = (quadrant: Quadrant | undefined) =>
  [...(quadrant?.table.rows ?? [])].map((row) => [row['dish'], row['quarter']]);

const SALES: Sale[] = [
  ['wine', 60, 42_000n],
  ['tea', 50, 10_000n],
  ['fish', 20, 14_000n],
  ['milk', 10, 1_000n],
];

describe('the menu', () => {
  const rows = [
    ...menu(null, [
      ['tea', 9, 90n],
      ['soup', 1, 30n],
    ]),
    ...menu('A', SALES),
    ...menu('B', [['tea', 9, 90n]]),
  ];

  test('splits dishes at the restaurant’s own averages', () => {
    const quadrant = quadrantOf(rows, 'A');
    expect(quadrant?.x).toMatchObject({ average: 35, averageText: '35' });
    expect(quadrant?.y).toMatchObject({ average: 4.79, averageText: '4.79' });
    expect(quartersOf(quadrant)).toEqual([
      ['wine', 'Often ordered, high price'],
      ['tea', 'Often ordered, low price'],
      ['fish', 'Seldom ordered, high price'],
      ['milk', 'Seldom ordered, low price'],
    ]);
    const standing = quadrant?.points.filter(({ stands }) => stands).map(({ name }) => name);
    expect(standing).toEqual(['wine']);
    const wine = quadrant?.points.find(({ name }) => name === 'wine');
    expect(wine).toMatchObject({ x: 60, y: 7, text: '60 orders, 7.00' });
  });

  test('describes the quarters in a sentence and never mentions profit', () => {
    const quadrant = quadrantOf(rows, 'A');
    expect(quadrant?.finding).toBe(
      'Often ordered, high price: wine. Often ordered, low price: tea. Seldom ordered, high price: fish. Seldom ordered, low price: milk. The average dish has 35 orders; the average order costs 4.79.',
    );
    expect(
      JSON.stringify(quadrant, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
    ).not.toMatch(/profit/i);
  });

  test('names the first dishes of a quarter and counts the others', () => {
    const many = Array.from({ length: 5 }, (_, index): Sale => [`d${String(index)}`, 1, 100n]);
    const quadrant = quadrantOf(menu('A', [['tea', 100, 100n], ...many]), 'A');
    expect(quadrant?.finding).toContain('Seldom ordered, high price: d0, d1 and 3 more.');
    expect(quadrant?.finding).toContain('Often ordered, high price: no dishes.');
  });

  test('compares with unrounded averages', () => {
    // The average 1.004 is shown as 1.00, and a price of 1.00 is below it.
    const quadrant = quadrantOf(
      menu('A', [
        ['below', 500, 50_000n],
        ['above', 500, 50_400n],
      ]),
      'A',
    );
    expect(quadrant?.y.averageText).toBe('1.00');
    expect(quartersOf(quadrant)).toEqual([
      ['below', 'Often ordered, low price'],
      ['above', 'Often ordered, high price'],
    ]);
  });

  test('lists each dish of all restaurants once, and says so', () => {
    const quadrant = quadrantOf(rows, null);
    expect(quadrant?.title).toBe('Dishes of all restaurants together by orders and average price');
    expect(quartersOf(quadrant).map(([dish]) => dish)).toEqual(['tea', 'soup']);
    expect(notesOf(quadrant)[1]).toMatch(/^Dishes with the same name are counted together here/);
    expect(notesOf(quadrantOf(rows, null, ['A'])).length).toBe(1);
  });

  test('has no chart for fewer than two dishes', () => {
    expect(quadrantOf(rows, 'B')).toBeUndefined();
    expect(quadrantOf(rows, 'C')).toBeUndefined();
    expect(quadrantOf([], null)).toBeUndefined();
  });

  test('says which dishes are not drawn or left out', () => {
    const cut = menu('A', SALES, { dishes: 1250, left_out: 1 });
    const notes = notesOf(quadrantOf(cut, 'A'));
    expect(notes.slice(1)).toEqual([
      'The chart shows the 4 most ordered of 1,250 dishes. The averages include all of them.',
      '1 dish is left out: no price, no orders, or more refunds than sales.',
    ]);
    expect(quadrantOf(cut, 'A')?.x.average).toBe(140 / 1250);
    const more = menu('A', SALES, { left_out: 2 });
    expect(notesOf(quadrantOf(more, 'A'))[1]).toMatch(/^2 dishes are left out/);
  });

  test('lists dishes far from the averages first, because labels go to the first points', () => {
    const sales: Sale[] = [
      ['far', 1000, 1_000_000n],
      ...Array.from({ length: 5 }, (_, n): Sale => [`near ${String(n)}`, 100, 50_000n]),
      ['cheap', 90, 90n],
    ];
    const names = quadrantOf(menu('A', sales), 'A')?.points.map(({ name }) => name);
    expect(names?.slice(0, 2).sort()).toEqual(['cheap', 'far']);
  });
});
