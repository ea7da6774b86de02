import { beforeEach, describe, expect, test } from 'vitest';
import { makeTables } from '../../src/pipeline/database';
import { runChecks } from '../../src/pipeline/checks';
import { CHECKS } from '../../src/sql';
import type { CheckName } from '../../src/sql/tables';
import { useEngine } from '../support/engine';
import { dishSales, given, type Literal } from '../support/rows';

const db = useEngine();

const SOUND = {
  source_receipts: [
    [1, 3, 1, 2, 3],
    [2, 1, 0, 1, 1.5],
  ],
  dish_sales: dishSales(['A', 'x', 2, 3], ['B', 'x', 1, 1.5]),
  customer_visits: [
    ['A', 'Bob', 2, 3],
    ['B', 'Bob', 1, 1.5],
  ],
};

interface Fault {
  readonly table: string;
  /** The rows that replace all rows of the table. */
  readonly rows: readonly (readonly Literal[])[];
  readonly says: readonly string[];
}

/** For each check, rows that break it and the output of the check. */
const FAULTS: Record<CheckName, readonly Fault[]> = {
  records_are_kept_or_rejected: [
    {
      table: 'source_receipts',
      rows: [
        [1, 4, 1, 2, 3],
        [2, 1, 0, 1, 1.5],
      ],
      says: ['read 5, kept 3, rejected 1'],
    },
  ],
  visits_reconcile: [
    {
      table: 'customer_visits',
      rows: [['A', 'Bob', 2, 4.5]],
      says: ['kept 3, in customer_visits 2'],
    },
  ],
  revenue_reconciles: [
    {
      table: 'dish_sales',
      rows: dishSales(['A', 'x', 3, 4.51]),
      says: ['dish_sales has 4.51, the kept lines 4.50'],
    },
    {
      table: 'customer_visits',
      rows: [['A', 'Bob', 3, null]],
      says: ['customer_visits has none, the kept lines 4.50'],
    },
    {
      table: 'restaurant_stats',
      rows: [['A', 1, 4.49]],
      says: ['restaurant_stats has 4.49, the kept lines 4.50'],
    },
  ],
  dish_sales_keys_are_unique: [
    {
      table: 'dish_sales',
      rows: dishSales(['A', 'x', 2, 3], ['A', 'x', 1, 1.5], ['A', null, 1, 1], ['A', null, 1, 1]),
      says: ['A, no dish: 2 rows', 'A, x: 2 rows'],
    },
  ],
  customer_visits_keys_are_unique: [
    {
      table: 'customer_visits',
      rows: [
        ['A', 'Bob', 2, 3],
        ['A', 'Bob', 1, 1.5],
      ],
      says: ['A, Bob: 2 rows'],
    },
  ],
  table_keys_are_unique: [
    {
      table: 'restaurant_stats',
      rows: [
        ['A', 1, 1],
        ['A', 1, 1],
      ],
      says: ['restaurant_stats, A: 2 rows'],
    },
    {
      table: 'popular_dishes',
      rows: [
        ['A', 'x', 3, 1],
        ['A', 'y', 3, 1],
      ],
      says: ['popular_dishes, A no. 1: 2 rows'],
    },
    {
      table: 'profitable_dishes',
      rows: [
        ['A', 'x', 3, 1],
        ['A', 'y', 3, 1],
      ],
      says: ['profitable_dishes, A no. 1: 2 rows'],
    },
    {
      table: 'customer_stats',
      rows: [
        ['Bob', 1, 'A'],
        ['Bob', 1, 'B'],
      ],
      says: ['customer_stats, Bob: 2 rows'],
    },
    {
      table: 'frequent_visitors',
      rows: [
        ['A', 'Bob', 1],
        ['A', 'Ann', 1],
      ],
      says: ['frequent_visitors, A: 2 rows'],
    },
  ],
  ranks_are_dense: [
    {
      table: 'popular_dishes',
      rows: [
        ['A', 'x', 3, 1],
        ['A', 'y', 2, 3],
        ['B', 'x', 2, 2],
        ['B', 'y', 2, 2],
      ],
      says: ['popular_dishes, A no. 3: in place 2', 'popular_dishes, B no. 2: in place 1'],
    },
    {
      table: 'profitable_dishes',
      rows: [
        ['A', 'x', 1.5, 1],
        ['A', 'y', 1.51, 2],
        ['B', 'x', 9, 1],
      ],
      says: ['profitable_dishes, A no. 2: more than the one before'],
    },
  ],
  customers_visit_known_restaurants: [
    {
      table: 'customer_stats',
      rows: [
        ['Ann', 2, 'A'],
        ['Bob', 3, 'A'],
      ],
      says: ['Bob: 3 of 2'],
    },
  ],
  totals_are_not_negative: [
    {
      table: 'restaurant_stats',
      rows: [
        ['A', 1, -0.01],
        ['B', 1, -2],
        ['C', 1, 0],
        ['D', 1, null],
      ],
      says: ['B: -2.00', 'A: -0.01'],
    },
  ],
};

async function offencesByCheck(): Promise<Record<string, readonly string[]>> {
  const results = await runChecks(db.engine);
  return Object.fromEntries(results.map(({ name, offences }) => [name, offences]));
}

beforeEach(async () => {
  for (const [table, rows] of Object.entries(SOUND)) await given(db.engine, table, rows);
  await makeTables(db.engine);
});

test('all checks hold for sound tables', async () => {
  const found = await offencesByCheck();
  expect(Object.keys(found)).toEqual(Object.keys(CHECKS));
  expect(Object.values(found).flat()).toEqual([]);
});

test('all checks hold for empty tables', async () => {
  for (const table of Object.keys(SOUND)) await given(db.engine, table, []);
  await makeTables(db.engine);
  expect(Object.values(await offencesByCheck()).flat()).toEqual([]);
});

describe.each(Object.entries(FAULTS))('%s finds a planted fault', (name, faults) => {
  test.each(faults)('in $table', async ({ table, rows, says }) => {
    await given(db.engine, table, rows);
    expect([...(await offencesByCheck())[name]!].sort()).toEqual([...says].sort());
  });
});

test('a check returns at most a hundred offending rows', async () => {
  const rows = Array.from({ length: 250 }, (_, index) => [`R${String(index)}`, 1, -index - 1]);
  await given(db.engine, 'restaurant_stats', rows);
  expect((await offencesByCheck())['totals_are_not_negative']).toHaveLength(100);
});
