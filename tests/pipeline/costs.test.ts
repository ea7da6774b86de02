import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/ingest/layout/inspect';
import { directIngest } from '../../src/ingest/worker/read';
import { readCosts } from '../../src/pipeline/costs';
import { csvFile, csvSource, loadFiles, useEngine } from '../support/engine';

const db = useEngine();

const ORDERS = [
  'restaurant,dish,customer,price',
  ...['A,tea,Ann,3', 'A,tea,Bob,4', 'A,soup,Ann,9', 'B,rice,Cy,1', 'B,tea,Cy,2'],
].join('\n');

async function costTable(text: string, name = 'costs.csv') {
  const source = csvSource(text, name);
  const { costs } = await inspect(source);
  const { layout } = await inspect(source, { columns: costs!.columns });
  return { source, layout };
}

describe('lists of dish costs', () => {
  test('are cleaned like orders and change no result table', async () => {
    const before = await loadFiles(db, [csvFile(ORDERS)]);
    const { lists, margins, faults } = await readCosts(db, directIngest, [
      await costTable(
        'Gericht;Einkaufspreis\n" tea ";"€ 1,255"\nsoup;(2,00)\nrice;-\nTotal;9\n;1\n',
      ),
    ]);
    expect(lists).toMatchObject([{ id: 1, dishes: 2 }]);
    expect(lists[0]!.rejects.groups.map(({ reason, first }) => [reason, first[0]?.line])).toEqual([
      ['bad price', 4],
      ['total row', 5],
      ['missing dish', 6],
    ]);
    expect([...faults]).toMatchObject([{ dish: 'soup', cost: -200n, fault: 'negative', line: 3 }]);
    const own = [...margins].filter(({ restaurant, cost }) => restaurant === 'A' && cost !== null);
    // The margin is 3.50 − 1.26, because the cost 1.255 is rounded away from zero.
    expect(own).toMatchObject([{ dish: 'tea', cost: 126n, margin: 224n, total_margin: 448n }]);
    const after = await loadFiles(db, [csvFile(ORDERS)]);
    expect([...after.results.tables.profitable_dishes]).toEqual([
      ...before.results.tables.profitable_dishes,
    ]);
    expect(after.checks.flatMap(({ offences }) => offences)).toEqual([]);
  });

  test('replace the earlier lists', async () => {
    await loadFiles(db, [csvFile(ORDERS)]);
    await readCosts(db, directIngest, [await costTable('dish,cost\ntea,1\nsoup,2\n')]);
    const { margins, lists } = await readCosts(db, directIngest, [
      await costTable('dish,cost\nsoup,2\nrice,3\n', 'a.csv'),
      await costTable('dish,cost\nrice,4\n', '.csv'),
    ]);
    expect(lists.map(({ dishes }) => dishes)).toEqual([2, 1]);
    const known = [...margins].filter(({ cost }) => cost !== null);
    expect(new Set(known.map(({ dish }) => dish))).toEqual(new Set(['soup']));
  });
});
