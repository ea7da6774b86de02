import { describe, expect, test } from 'vitest';
import { provideLocale } from '../../src/i18n/locale';
import { en } from '../../src/i18n/messages/en';
import { ja } from '../../src/i18n/messages/ja';
import { averageMoney } from '../../src/domain/money';
import { ROLES } from '../../src/domain/roles';
import { REPORTS } from '../../src/reports';
import type { Block, Quadrant, Text } from '../../src/reports/report';
import { NO_RESULTS, TABLE_NAMES, type MenuMargin } from '../../src/sql/tables';

type Sale = readonly [dish: string, orders: number, revenue: bigint, cost: bigint | null];

/** A restaurant's rows as the mart returns them. */
function margins(
  restaurant: string | null,
  sales: readonly Sale[],
  more: Partial<MenuMargin> = {},
) {
  const known = sales.filter(([, , , cost]) => cost !== null);
  const rows = sales.map(([dish, orders, revenue, cost]): MenuMargin => {
    const price = averageMoney(revenue, orders)!;
    return {
      ...{ restaurant, dish, orders, average_price: price, cost },
      margin: cost === null ? null : price - cost,
      total_margin: cost === null ? null : revenue - cost * BigInt(orders),
      ...{ dishes: known.length, drawn: known.length, left_out: 0 },
      without_cost: sales.length - known.length,
      menu_orders: known.reduce((sum, [, orders]) => sum + orders, 0),
      menu_margin: known.reduce((sum, [, own, sold, each]) => sum + sold - each! * BigInt(own), 0n),
      ...more,
    };
  });
  return rows;
}

function blocksOf(rows: readonly MenuMargin[] | null, restaurant: string | null): readonly Block[] {
  const tables = {
    ...NO_RESULTS.tables,
    restaurant_stats: ['A', 'B'].map((name) => ({
      ...{ restaurant_names: name, customer_count: 1, total_revenue: 1n },
    })),
  };
  const menu = [2, 1].map((orders) => ({
    ...{ restaurant: 'A', dish: `d${String(orders)}`, orders, revenue: 1n, average_price: 1n },
    ...{ dishes: 2, drawn: 2, left_out: 0, menu_orders: 3, menu_revenue: 2n },
  }));
  const make = REPORTS[TABLE_NAMES.indexOf('profitable_dishes')]!;
  const results = { ...NO_RESULTS, roles: ROLES, tables, menu, margins: rows };
  return make(results, { restaurant, picked: null }).blocks;
}

const plain = (text: Text) =>
  text.map((part) => (typeof part === 'string' ? part : part.name)).join('');
const quadrantOf = (blocks: readonly Block[]) =>
  blocks.find((block): block is Quadrant => block.type === 'quadrant')!;
const notesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'note' ? [plain(block.text)] : []));

const SALES: readonly Sale[] = [
  ['wine', 60, 42_000n, 200n],
  ['tea', 50, 10_000n, 150n],
  ['fish', 20, 18_000n, 300n],
  ['milk', 10, 1_000n, 160n],
];

describe('the menu by margins', () => {
  test('splits dishes at the restaurant’s own averages, weighted by orders', () => {
    const quadrant = quadrantOf(blocksOf([...margins('A', SALES), ...margins('B', SALES)], 'A'));
    expect(quadrant.title).toBe('Dishes of A by orders and margin');
    expect(quadrant.x).toMatchObject({ label: 'Orders', averageText: '35' });
    // The average is (300.00 + 25.00 + 120.00 − 6.00) / 140 orders.
    expect(quadrant.y).toMatchObject({
      ...{ label: 'Margin per order', average: 3.14, averageText: '3.14' },
    });
    expect(
      [...quadrant.table.rows].map(({ dish, margin, quarter }) => [dish, margin, quarter]),
    ).toEqual([
      ['wine', 500n, 'Often ordered, high margin'],
      ['tea', 50n, 'Often ordered, low margin'],
      ['fish', 600n, 'Seldom ordered, high margin'],
      ['milk', -60n, 'Seldom ordered, low margin'],
    ]);
    expect(quadrant.points.find(({ name }) => name === 'milk')).toMatchObject({
      ...{ x: 10, y: -0.6, text: '10 orders, margin −0.60', stands: false },
    });
    expect(quadrant.finding).toBe(
      'Often ordered, high margin: wine. Often ordered, low margin: tea. Seldom ordered, high margin: fish. Seldom ordered, low margin: milk. The average dish has 35 orders; the average order has a margin of 3.14.',
    );
    provideLocale(() => ({ language: 'ja', messages: ja, currency: null }));
    const inJapanese = quadrantOf(blocksOf(margins('A', SALES), 'A')).finding;
    provideLocale(() => ({ language: 'en', messages: en, currency: null }));
    expect(inJapanese).not.toContain(' ');
    const words = JSON.stringify(quadrant, (_, value: unknown) =>
      typeof value === 'bigint' ? '' : value,
    );
    expect(words).not.toMatch(/profit/i);
  });

  test('shows dishes with a known cost, counts the others and names the first of them', () => {
    const sales: Sale[] = [...SALES, ['soup', 9, 900n, null], ['rice', 8, 900n, null]];
    const { notes, points } = quadrantOf(blocksOf(margins('A', sales), 'A'));
    expect(points.map(({ name }) => name)).not.toContain('soup');
    expect(notes.map(plain)).toContain(
      '2 dishes are left out because their cost is not known: soup, rice.',
    );
    const many: Sale[] = [...sales, ['bread', 7, 900n, null]];
    const cut = quadrantOf(blocksOf(margins('A', many, { without_cost: 12 }), 'A')).notes;
    expect(cut.map(plain)).toContain(
      '12 dishes are left out because their cost is not known: soup, rice, bread and 9 more.',
    );
  });

  test('falls back to prices if too few costs are known, and says so', () => {
    const blocks = blocksOf(
      margins('A', [
        ['tea', 9, 90n, 1n],
        ['soup', 8, 90n, null],
      ]),
      'A',
    );
    expect(quadrantOf(blocks).title).toBe('Dishes of A by orders and average price');
    expect(notesOf(blocks)[0]).toMatch(
      /^Margins are not shown: the cost is known for only 1 of 2 dishes/,
    );
  });

  test('shows prices without a note if there are no costs', () => {
    const blocks = blocksOf(null, 'A');
    expect(quadrantOf(blocks).title).toBe('Dishes of A by orders and average price');
    expect(notesOf(blocks)).toEqual([]);
  });

  test('leaves the ranking by revenue, and says where the margins are', () => {
    expect(notesOf(blocksOf(margins('A', SALES), 'A'))[0]).toMatch(
      /^This ranking is by revenue.*The menu below shows the true margin/,
    );
  });
});
