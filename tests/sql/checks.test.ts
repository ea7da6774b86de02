import { beforeEach, describe, expect, test } from 'vitest';
import { CHECKS, MARTS } from '../../src/sql';
import { createView } from '../../src/sql/model';
import { TABLE_NAMES } from '../../src/sql/tables';
import { useEngine } from '../support/engine';
import { dishSales, given, offencesOf, type Literal } from '../support/rows';

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

/** For each check a table with a fault that no other table has, and what the check says of it. */
const FAULTS: Record<string, { table: keyof typeof SOUND; rows: Literal[][]; says: string }> = {
  records_are_kept_or_rejected: {
    table: 'source_receipts',
    rows: [
      [1, 4, 1, 2, 3],
      [2, 1, 0, 1, 1.5],
    ],
    says: 'read 5, kept 3, rejected 1',
  },
  visits_reconcile: {
    table: 'customer_visits',
    rows: [['A', 'Bob', 2, 4.5]],
    says: 'kept 3, in customer_visits 2',
  },
  revenue_reconciles: {
    table: 'dish_sales',
    rows: dishSales(['A', 'x', 3, 4.51]),
    says: 'dish_sales has 4.51, the kept lines 4.50',
  },
  dish_sales_keys_are_unique: {
    table: 'dish_sales',
    rows: dishSales(['A', 'x', 2, 3], ['A', 'x', 1, 1.5]),
    says: 'A, x: 2 rows',
  },
  customer_visits_keys_are_unique: {
    table: 'customer_visits',
    rows: [
      ['A', 'Bob', 2, 3],
      ['A', 'Bob', 1, 1.5],
    ],
    says: 'A, Bob: 2 rows',
  },
};

async function offencesByCheck(): Promise<Record<string, string[]>> {
  const entries: [string, string[]][] = [];
  for (const check of CHECKS) entries.push([check.name, await offencesOf(db.engine, check)]);
  return Object.fromEntries(entries);
}

describe('checks', () => {
  beforeEach(async () => {
    for (const [table, rows] of Object.entries(SOUND)) await given(db.engine, table, rows);
  });

  test('find nothing in sound tables', async () => {
    expect(Object.values(await offencesByCheck()).flat()).toEqual([]);
  });

  test.each(Object.entries(FAULTS))('%s finds a planted fault', async (name, fault) => {
    await given(db.engine, fault.table, fault.rows);
    expect((await offencesByCheck())[name]).toEqual([fault.says]);
  });

  test('revenue_reconciles finds a rollup with no revenue at all', async () => {
    await db.engine.run({ name: 'fault', sql: 'update customer_visits set revenue = null' });
    expect((await offencesByCheck())['revenue_reconciles']).toEqual([
      'customer_visits has none, the kept lines 4.50',
    ]);
  });

  test.each(TABLE_NAMES)('table_keys_are_unique finds a key that %s gives twice', async (table) => {
    const mart = MARTS[table];
    const twice = `select * from (${mart.sql}) union all select * from (${mart.sql})`;
    await db.engine.run(createView({ name: table, sql: twice }));
    try {
      const offences = (await offencesByCheck())['table_keys_are_unique']!;
      expect(offences.length).toBeGreaterThan(0);
      for (const offence of offences) expect(offence).toMatch(new RegExp(`^${table}, .*: 2 rows$`));
    } finally {
      await db.engine.run(createView(mart));
    }
  });

  test('each has a fault planted for it here', () => {
    const planted = [...Object.keys(FAULTS), 'table_keys_are_unique'].sort();
    expect(CHECKS.map(({ name }) => name).sort()).toEqual(planted);
  });
});
