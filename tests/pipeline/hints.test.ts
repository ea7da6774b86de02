import { expect, test } from 'vitest';
import type { Review } from '../../src/pipeline/dataset';
import { csvFile, loadFiles, loadTables, tablesOf, useEngine } from '../support/engine';
import { exportedTables } from '../support/tables';

const db = useEngine();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const MONDAY = `${HEADER}${'A,tea,Michael,4.50\n'.repeat(60)}A,tea,michael,450\nB,tea,Zoë,4.5\n`;
const TUESDAY = `${HEADER}${'A,Tea,Michael,4.50\n'.repeat(50)}B,soup,Zoe,0.02\nB,soup,Ann,2\n`;

function hintsOf({ hints }: Review): unknown[][] {
  return Object.values(hints).map((rows: Iterable<object>) => [...rows]);
}

test('hints name the file and line and do not change downloads', async () => {
  const data = await loadFiles(db, [csvFile(MONDAY)]);
  expect([...data.hints.outlyingPrices]).toMatchObject([
    { dish: 'tea', lines: 1, least_price: 45000n, source: data.tables[0]!.id, line: 62 },
  ]);
  expect([...data.hints.smallRestaurants]).toMatchObject([{ restaurant: 'B', average_lines: 31 }]);
  expect([...data.hints.alikeNames]).toMatchObject([{ name: 'Michael' }, { name: 'michael' }]);
  expect(await exportedTables(data)).toMatchObject({
    restaurant_stats: 'restaurant_names,customer_count,total_revenue\nA,2,720.00\nB,1,4.50\n',
    frequent_visitors:
      'restaurant_names,most_frequent_visitor,visit_count\nA,Michael,60\nB,Zoë,1\n',
  });
});

test('hints and leads do not depend on chunks or merges', async () => {
  const files = () => [csvFile(MONDAY, 'monday.csv'), csvFile(TUESDAY, 'tuesday.csv')];
  const whole = await loadFiles(db, files());
  const parts = await loadFiles(db, files(), { chunkBytes: 40, limits: { rows: 5 } });
  expect(hintsOf(whole).map((rows) => rows.length)).toEqual([2, 1, 6]);
  expect(hintsOf(parts)).toEqual(hintsOf(whole));
  expect([...parts.contenders]).toEqual([...whole.contenders]);
});

test('an added file adds its hints, and removing it removes them', async () => {
  const first = await loadFiles(db, [csvFile(MONDAY, 'monday.csv')]);
  const tuesday = await tablesOf([csvFile(TUESDAY, 'tuesday.csv')]);
  const both = await loadTables(db, [...first.tables, ...tuesday]);
  expect([...both.hints.outlyingPrices].map(({ dish }) => dish)).toEqual(['tea', 'soup']);
  expect(
    both.tables.find(({ id }) => id === both.hints.outlyingPrices.at(1)!.source)?.source.name,
  ).toBe('tuesday.csv');
  const left = await loadTables(db, both.tables.slice(0, 1));
  expect(hintsOf(left)).toEqual(hintsOf(first));
});
