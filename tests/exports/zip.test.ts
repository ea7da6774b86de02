import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportAll, exportTable, type ExportedFile } from '../../src/exports';
import { csvFile, loadFiles, useEngine } from '../support/engine';
import { bytesOf, exportedTables, textOf } from '../support/tables';

const db = useEngine();
const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const DATE = new Date(2026, 10, 22);

async function unzipped(archive: ExportedFile): Promise<Record<string, string>> {
  const entries = Object.entries(unzipSync(await bytesOf(archive)));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('contains the five exact CSVs, without rejected rows if there are none', async () => {
  const data = await loadFiles(db, [csvFile(`${HEADER}A,tea,Bob,1\n`, 'orders.csv')]);
  const archive = await exportAll(data, DATE);
  expect(archive.name).toBe('dishboard_orders_2026-11-22.zip');
  const tables = Object.entries(await exportedTables(data)).map(([name, csv]) => [
    `${name}.csv`,
    csv,
  ]);
  expect(await unzipped(archive)).toEqual(Object.fromEntries(tables));
  const again = await bytesOf(await exportAll(data, DATE));
  expect(again.equals(await bytesOf(archive))).toBe(true);
});

test('contains the rejected rows if there are any', async () => {
  const data = await loadFiles(db, [csvFile(`${HEADER}A,tea,Bob,1\nA,tea,Bob,x\n`)]);
  const files = await unzipped(await exportAll(data, DATE));
  expect(Object.keys(files)).toHaveLength(6);
  expect(files['rejected_rows.csv']).toContain('orders.csv,3,bad price,A,tea,Bob,x\n');
  expect(files['restaurant_stats.csv']).toBe(
    await textOf(await exportTable(data, 'restaurant_stats')),
  );
});
