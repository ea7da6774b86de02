import { describe, expect, test } from 'vitest';
import { exportRejectedRows } from '../../src/exports';
import type { Engine } from '../../src/engine/engine';
import { Failure } from '../../src/lib/failure';
import { MARTS } from '../../src/sql';
import { TABLES } from '../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../support/engine';
import { exportedTables, textOf } from '../support/tables';

const db = useEngine();
const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const MONDAY = `${HEADER}A,tea,Bob,1.50\nA,soup,Ann,2.00\n`;
const TUESDAY = 'price,guest,item,store,qty\n1.50,Bob,tea,B,2\n3.00,Bob,tea,A,1\n';

async function restaurantsNow(): Promise<string[]> {
  const rows = await db.engine.query(MARTS.restaurant_stats, TABLES.restaurant_stats);
  return Array.from(rows, (row) => row.restaurant_names);
}

describe('several files', () => {
  test('are one data set, each under its own header, in any order', async () => {
    const monday = csvFile(MONDAY, 'monday.csv');
    const tuesday = csvFile(TUESDAY, 'tuesday.csv');
    const data = await loadFiles(db.engine, [monday, tuesday]);
    expect(data.sources).toEqual(['monday.csv', 'tuesday.csv']);
    expect(data.receipt).toEqual({
      lines: 6,
      headerLines: 2,
      blankLines: 0,
      read: 4,
      kept: 4,
      rejected: 0,
    });
    expect(exportedTables(data).restaurant_stats).toBe(
      'restaurant_names,customer_count,total_revenue\nA,2,6.50\nB,1,3.00\n',
    );
    const turned = await loadFiles(db.engine, [tuesday, monday]);
    expect(exportedTables(turned)).toEqual(exportedTables(data));
  });

  test('one after the other replace each other', async () => {
    await loadFiles(db.engine, [csvFile(TUESDAY)]);
    const data = await loadFiles(db.engine, [csvFile(MONDAY)]);
    expect(exportedTables(data).restaurant_stats).toContain('\nA,2,3.50\n');
    expect(await restaurantsNow()).toEqual(['A']);
  });
});

describe('progress', () => {
  test('counts the bytes and records read so far, up to all of them', async () => {
    const text = HEADER + 'A,tea,Bob,1.50\n'.repeat(20);
    const seen: { readBytes: number; totalBytes: number; records: number }[] = [];
    await loadFiles(db.engine, [csvFile(text), csvFile(text)], {
      chunkBytes: 128,
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.length).toBeGreaterThan(4);
    for (const [index, { readBytes, totalBytes }] of seen.entries()) {
      expect(totalBytes).toBe(2 * text.length);
      expect(readBytes).toBeGreaterThan(seen[index - 1]?.readBytes ?? 0);
    }
    expect(seen.at(-1)).toEqual({
      readBytes: 2 * text.length,
      totalBytes: 2 * text.length,
      records: 40,
    });
  });
});

describe('a load that does not come to its end', () => {
  test('leaves what was there before: a wrong file', async () => {
    await loadFiles(db.engine, [csvFile(MONDAY)]);
    await expect(loadFiles(db.engine, [csvFile(TUESDAY), csvFile('')])).rejects.toThrow(Failure);
    expect(await restaurantsNow()).toEqual(['A']);
  });

  test('leaves what was there before: cancelled', async () => {
    await loadFiles(db.engine, [csvFile(MONDAY)]);
    const abort = new AbortController();
    const loading = loadFiles(db.engine, [csvFile(TUESDAY)], {
      signal: abort.signal,
      chunkBytes: 8,
      onProgress: () => {
        abort.abort();
      },
    });
    await expect(loading).rejects.toThrow(/abort/i);
    expect(await restaurantsNow()).toEqual(['A']);
  });

  test('leaves what was there before: the engine fails while the rollups are replaced', async () => {
    await loadFiles(db.engine, [csvFile(MONDAY)]);
    const failing: Engine = {
      ...db.engine,
      run: async (statement) => {
        if (statement.name === 'customer_visits') throw new Error('out of memory');
        await db.engine.run(statement);
      },
    };
    await expect(loadFiles(failing, [csvFile(TUESDAY)])).rejects.toThrow('out of memory');
    expect(await restaurantsNow()).toEqual(['A']);
    const data = await loadFiles(db.engine, [csvFile(TUESDAY)]);
    expect(data.receipt.kept).toBe(2);
  });

  test('leaves what was there before: cancelled at the very end', async () => {
    await loadFiles(db.engine, [csvFile(MONDAY)]);
    const abort = new AbortController();
    const last: Engine = {
      ...db.engine,
      query: async (statement, spec) => {
        if (statement.name === 'table_keys_are_unique') abort.abort();
        return db.engine.query(statement, spec);
      },
    };
    await expect(loadFiles(last, [csvFile(TUESDAY)], { signal: abort.signal })).rejects.toThrow(
      /abort/i,
    );
    expect(await restaurantsNow()).toEqual(['A']);
  });

  test('says so where not one line could be used, with the reasons and the place', async () => {
    const text = `${HEADER}A,tea,Bob,x\n,tea,Bob,y\n`;
    const error = await loadFiles(db.engine, [csvFile(text, 'bad.csv')]).catch((e: unknown) => e);
    expect((error as Failure).report).toMatchObject({
      fault: 'input',
      title: 'No order line of this file could be used.',
      where: 'bad.csv, line 2 and on',
    });
    expect((error as Failure).report.hint).toMatch(
      /Read 2 records, all rejected.*bad price \(2\), missing restaurant \(1\)/,
    );
  });

  test('says so where blank lines go on beyond the first look', async () => {
    const text = HEADER + '\n'.repeat(1_100_000);
    const error = await loadFiles(db.engine, [csvFile(text)]).catch((e: unknown) => e);
    expect((error as Failure).report.hint).toMatch(/only blank lines/);
  });
});

describe('refunds and rejects', () => {
  test('rejects of every chunk keep their physical lines', async () => {
    const lines = Array.from({ length: 50 }, (_, index) =>
      index % 5 === 0 ? 'A,tea' : 'A,tea,Bob,x',
    );
    const text = `${HEADER}A,tea,Bob,1\n${lines.join('\n')}`;
    const data = await loadFiles(db.engine, [csvFile(text)], { chunkBytes: 100 });
    expect(data.rejects.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 3));
    expect(data.rejects[0]).toMatchObject({
      reasons: 'too few columns',
      record: { rawLine: 'A,tea' },
    });
    expect(data.rejects[1]).toMatchObject({
      reasons: 'bad price',
      record: { fields: ['A', 'tea', 'Bob', 'x'] },
    });
  });

  test('revenue is exact where a float would not be', async () => {
    const text = HEADER + 'A,tea,Bob,0.10\n'.repeat(30) + 'A,tea,Bob,99999999.99\n'.repeat(100);
    const data = await loadFiles(db.engine, [csvFile(text)]);
    expect(exportedTables(data).restaurant_stats).toContain('A,1,10000000002.00\n');
  });
});

describe('rollups of many chunks', () => {
  test('are merged before they pile up, and give the same', async () => {
    const text = HEADER + 'A,tea,Bob,1.50\nB,soup,Ann,2.25\n'.repeat(200);
    const whole = await loadFiles(db.engine, [csvFile(text)]);
    const counts: number[] = [];
    const counting: Engine = {
      ...db.engine,
      run: async (statement) => {
        await db.engine.run(statement);
        if (statement.name !== 'chunk_receipt') return;
        const rows = await db.engine.query(
          { name: 'count', sql: 'select count(*) as n from chunk_dish_sales' },
          { n: 'count' },
        );
        counts.push(rows.at(0)!.n);
      },
    };
    const merged = await loadFiles(counting, [csvFile(text)], {
      chunkBytes: 64,
      compactEveryRows: 10,
    });
    expect(counts.length).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
    expect(exportedTables(merged)).toEqual(exportedTables(whole));
    expect(merged.checks.flatMap(({ offences }) => offences)).toEqual([]);
  });
});

describe('a mended rejected_rows.csv', () => {
  test('of files with other headers can be dropped back in', async () => {
    const first = csvFile(`${HEADER}A,tea,Bob,free\nA,tea,Ann,1\n`, 'first.csv');
    const second = csvFile('price,guest,item,store\n2,Cy,,B\n', 'second.csv');
    const data = await loadFiles(db.engine, [first, second]);
    const mended = textOf(exportRejectedRows(data))
      .replace('free', '1.50')
      .replace('second.csv,2,missing dish,B,,Cy,2', 'second.csv,2,missing dish,B,soup,Cy,2');
    const again = await loadFiles(db.engine, [csvFile(mended)]);
    expect(again.receipt).toMatchObject({ read: 2, kept: 2 });
    expect(exportedTables(again).restaurant_stats).toContain('A,1,1.50\nB,1,2.00\n');
  });
});
