import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { Failure } from '../../src/domain/failure';
import { MARTS } from '../../src/sql';
import { TABLES } from '../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../support/engine';
import { toldOf } from '../support/in-words';
import { exportedTables } from '../support/tables';

const db = useEngine();
const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const MONDAY = `${HEADER}A,tea,Bob,1.50\nA,soup,Ann,2.00\n`;

async function restaurantsNow(): Promise<string[]> {
  const rows = await db.engine.query(MARTS.restaurant_stats, TABLES.restaurant_stats);
  return Array.from(rows, (row) => row.restaurant_names);
}

describe('rollups of many chunks', () => {
  test('are merged before they accumulate, with the same result', async () => {
    const text = HEADER + 'A,tea,Bob,1.50\nB,soup,Ann,2.25\n'.repeat(200);
    const whole = await loadFiles(db, [csvFile(text)]);
    const counts: number[] = [];
    const counting: Engine = {
      ...db.engine,
      run: async (...statements) => {
        await db.engine.run(...statements);
        if (!statements.some(({ name }) => name === 'coded_sales')) return;
        const rows = await db.engine.query(
          { name: 'count', sql: 'select count(*) as n from coded_sales' },
          { n: 'count' },
        );
        counts.push(rows.at(0)!.n);
      },
    };
    const merged = await loadFiles({ engine: counting, held: [] }, [csvFile(text)], {
      chunkBytes: 64,
      limits: { rows: 10 },
    });
    expect(counts.length).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
    expect(await exportedTables(merged)).toEqual(await exportedTables(whole));
    expect(merged.checks.flatMap(({ offences }) => offences)).toEqual([]);
  });
});

describe('more names than memory holds', () => {
  const guests = (from: number, to: number) =>
    HEADER +
    Array.from({ length: to - from }, (_, n) => `A,tea,Guest ${String(from + n)},1.50\n`).join('');

  test('fail before memory is full, and the earlier load stays', async () => {
    const before = await loadFiles(db, [csvFile(MONDAY)]);
    const options = { chunkBytes: 400, limits: { names: 200 } };
    const loading = loadFiles(db, [csvFile(guests(0, 300), 'year.csv')], options);
    expect(await toldOf(loading)).toMatchObject({
      fault: 'input',
      where: 'year.csv',
      title: expect.stringContaining('names') as string,
    });
    expect(await restaurantsNow()).toEqual(['A']);
    expect(before.receipt.kept).toBe(2);
  });

  test('are counted across files', async () => {
    const files = [csvFile(guests(0, 60)), csvFile(guests(60, 120)), csvFile(guests(120, 180))];
    const options = { chunkBytes: 400, limits: { names: 200 } };
    await expect(loadFiles(db, files, options)).rejects.toThrow(Failure);
    const { receipt } = await loadFiles(db, files.slice(0, 1), options);
    expect(receipt.kept).toBe(60);
  });

  test('are not reached by many lines with the same names', async () => {
    const lines = HEADER + 'A,tea,Bob,1.50\nB,soup,Ann,2.25\n'.repeat(400);
    const { receipt } = await loadFiles(db, [csvFile(lines)], {
      chunkBytes: 400,
      limits: { names: 300 },
    });
    expect(receipt.kept).toBe(800);
  });
});
