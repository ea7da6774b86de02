import { describe, expect, test } from 'vitest';
import { exportRejectedRows } from '../../src/exports';
import type { Engine } from '../../src/engine/engine';
import type { Ingest } from '../../src/ingest/ingest';
import { Failure } from '../../src/domain/failure';
import { directIngest } from '../../src/ingest/worker/read';
import type { Database } from '../../src/pipeline/database';
import type { LoadedTable, InputTable } from '../../src/pipeline/dataset';
import type { LoadProgress } from '../../src/pipeline/read-tables';
import { load } from '../../src/pipeline/load';
import { review } from '../../src/pipeline/looking';
import { MARTS } from '../../src/sql';
import { TABLES } from '../../src/sql/tables';
import { csvFile, loadFiles, tablesOf, useEngine } from '../support/engine';
import { toldOf } from '../support/in-words';
import { allOf } from '../support/rejects';
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
  test('form one data set, each with its own header, in any order', async () => {
    const monday = csvFile(MONDAY, 'monday.csv');
    const tuesday = csvFile(TUESDAY, 'tuesday.csv');
    const data = await loadFiles(db, [monday, tuesday]);
    expect(data.sources).toEqual(['monday.csv', 'tuesday.csv']);
    expect(data.receipt).toEqual({
      lines: 6,
      headerLines: 2,
      blankLines: 0,
      recordLines: 4,
      read: 4,
      kept: 4,
      rejected: 0,
    });
    expect((await exportedTables(data)).restaurant_stats).toBe(
      'restaurant_names,customer_count,total_revenue\nA,2,6.50\nB,1,3.00\n',
    );
    const turned = await loadFiles(db, [tuesday, monday]);
    expect(await exportedTables(turned)).toEqual(await exportedTables(data));
  });

  test('loaded in turn replace each other', async () => {
    await loadFiles(db, [csvFile(TUESDAY)]);
    const data = await loadFiles(db, [csvFile(MONDAY)]);
    expect((await exportedTables(data)).restaurant_stats).toContain('\nA,2,3.50\n');
    expect(await restaurantsNow()).toEqual(['A']);
  });
});

describe('tables that are already loaded', () => {
  const dataOf = (tables: readonly (InputTable | LoadedTable)[], database: Database = db) =>
    load(database, reading, tables);
  const read: string[] = [];
  const reading: Ingest = {
    ...directIngest,
    read: (source, layout, options) => {
      read.push(source.name);
      return directIngest.read(source, layout, options);
    },
  };

  test('are not read again when others are added or removed', async () => {
    const monday = await tablesOf([csvFile(MONDAY, 'monday.csv')]);
    const tuesday = await tablesOf([csvFile(TUESDAY, 'tuesday.csv')]);
    const together = await exportedTables(await dataOf([...monday, ...tuesday]));
    const first = await dataOf(monday);
    const alone = await exportedTables(first);
    read.length = 0;
    const both = await dataOf([...first.tables, ...tuesday]);
    expect(read).toEqual(['tuesday.csv']);
    expect(both.sources).toEqual(['monday.csv', 'tuesday.csv']);
    expect(both.receipt).toMatchObject({ read: 4, kept: 4, headerLines: 2 });
    expect(both.tables.map(({ receipt }) => receipt.read)).toEqual([2, 2]);
    expect(await exportedTables(both)).toEqual(together);
    const left = await dataOf(both.tables.slice(0, 1));
    expect(read).toEqual(['tuesday.csv']);
    expect(await exportedTables(left)).toEqual(alone);
    const { checks } = await review(db);
    expect(checks.flatMap(({ offences }) => offences)).toEqual([]);
  });

  test('are read again by a new engine', async () => {
    const first = await dataOf(await tablesOf([csvFile(MONDAY, 'monday.csv')]));
    const wednesday = await tablesOf([csvFile(TUESDAY, 'wednesday.csv')]);
    const both = await dataOf([...first.tables, ...wednesday]);
    read.length = 0;
    const again = await dataOf(both.tables, { engine: db.engine, held: [] });
    expect(read).toEqual(['monday.csv', 'wednesday.csv']);
    expect(await exportedTables(again)).toEqual(await exportedTables(both));
  });

  test('are read again if another load has replaced them', async () => {
    const first = await dataOf(await tablesOf([csvFile(MONDAY, 'monday.csv')]));
    await dataOf(await tablesOf([csvFile(TUESDAY, 'tuesday.csv')]));
    read.length = 0;
    const again = await dataOf(first.tables);
    expect(read).toEqual(['monday.csv']);
    expect(await exportedTables(again)).toEqual(await exportedTables(first));
  });

  test('stay if the added file cannot be used', async () => {
    const first = await dataOf(await tablesOf([csvFile(MONDAY, 'monday.csv')]));
    const bad = await tablesOf([csvFile(`${HEADER}A,tea,Bob,free\n`, 'bad.csv')]);
    await expect(dataOf([...first.tables, ...bad])).rejects.toThrow(Failure);
    read.length = 0;
    expect(await exportedTables(await dataOf(first.tables))).toEqual(await exportedTables(first));
    expect(read).toEqual([]);
  });
});

describe('progress', () => {
  test('counts bytes and records up to the end', async () => {
    const text = HEADER + 'A,tea,Bob,1.50\n'.repeat(20);
    const seen: LoadProgress[] = [];
    await loadFiles(db, [csvFile(text), csvFile(text)], {
      chunkBytes: 128,
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.length).toBeGreaterThan(4);
    for (const [index, { readBytes, totalBytes, elapsedMs }] of seen.entries()) {
      expect(totalBytes).toBe(2 * text.length);
      expect(readBytes).toBeGreaterThan(seen[index - 1]?.readBytes ?? 0);
      expect(elapsedMs).toBeGreaterThanOrEqual(seen[index - 1]?.elapsedMs ?? 0);
    }
    expect(seen.at(-1)).toMatchObject({
      readBytes: 2 * text.length,
      totalBytes: 2 * text.length,
      records: 40,
    });
  });
});

describe('a load that does not finish', () => {
  test('keeps the earlier load after a wrong file', async () => {
    await loadFiles(db, [csvFile(MONDAY)]);
    await expect(loadFiles(db, [csvFile(TUESDAY), csvFile('')])).rejects.toThrow(Failure);
    expect(await restaurantsNow()).toEqual(['A']);
  });

  test('keeps the earlier load after a cancel', async () => {
    await loadFiles(db, [csvFile(MONDAY)]);
    const abort = new AbortController();
    const loading = loadFiles(db, [csvFile(TUESDAY)], {
      signal: abort.signal,
      chunkBytes: 8,
      onProgress: () => {
        abort.abort();
      },
    });
    await expect(loading).rejects.toThrow(/abort/i);
    expect(await restaurantsNow()).toEqual(['A']);
  });

  test('keeps the earlier load if the engine fails while rollups are replaced', async () => {
    await loadFiles(db, [csvFile(MONDAY)]);
    const failing: Engine = {
      ...db.engine,
      run: async (...statements) => {
        const fails = statements.some(({ name }) => name === 'customer_visits');
        await db.engine.run(...statements.filter(({ name }) => name !== 'customer_visits'));
        if (fails) throw new Error('out of memory');
      },
    };
    await expect(loadFiles({ engine: failing, held: db.held }, [csvFile(TUESDAY)])).rejects.toThrow(
      'out of memory',
    );
    expect(await restaurantsNow()).toEqual(['A']);
    const data = await loadFiles(db, [csvFile(TUESDAY)]);
    expect(data.receipt.kept).toBe(2);
  });

  test('keeps the earlier load if it is cancelled at the very end', async () => {
    await loadFiles(db, [csvFile(MONDAY)]);
    const abort = new AbortController();
    const last: Engine = {
      ...db.engine,
      query: async (statement, spec) => {
        if (statement.name === 'visited_counts') abort.abort();
        return db.engine.query(statement, spec);
      },
    };
    await expect(
      loadFiles({ engine: last, held: db.held }, [csvFile(TUESDAY)], { signal: abort.signal }),
    ).rejects.toThrow(/abort/i);
    expect(await restaurantsNow()).toEqual(['A']);
  });

  test('fails with reasons and place if no line can be used', async () => {
    const text = `${HEADER}A,tea,Bob,x\n,tea,Bob,y\n`;
    const report = await toldOf(loadFiles(db, [csvFile(text, 'bad.csv')]));
    expect(report).toMatchObject({
      fault: 'input',
      title: 'No order line in this file could be used.',
      where: 'bad.csv, line 2 and on',
    });
    expect(report.hint).toMatch(
      /Read 2 order lines, all rejected.*bad price \(2\), missing restaurant \(1\)/,
    );
  });

  test('fails if only blank lines follow the inspected part', async () => {
    const text = HEADER + '\n'.repeat(1_100_000);
    const { hint } = await toldOf(loadFiles(db, [csvFile(text)]));
    expect(hint).toMatch(/only blank lines/);
  });
});

describe('refunds and rejects', () => {
  test('rejects of every chunk keep their physical lines', async () => {
    const lines = Array.from({ length: 50 }, (_, index) =>
      index % 5 === 0 ? 'A,tea' : 'A,tea,Bob,x',
    );
    const text = `${HEADER}A,tea,Bob,1\n${lines.join('\n')}`;
    const data = await loadFiles(db, [csvFile(text)], { chunkBytes: 100 });
    const rejects = await allOf(data.rejects);
    expect(rejects.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 3));
    expect(rejects[0]).toMatchObject({
      reasons: 'too few columns',
      record: { rawLine: 'A,tea' },
    });
    expect(rejects[1]).toMatchObject({
      reasons: 'bad price',
      record: { fields: ['A', 'tea', 'Bob', 'x'] },
    });
  });

  test('revenue is exact beyond floats', async () => {
    const text = HEADER + 'A,tea,Bob,0.10\n'.repeat(30) + 'A,tea,Bob,99999999.99\n'.repeat(100);
    const data = await loadFiles(db, [csvFile(text)]);
    expect((await exportedTables(data)).restaurant_stats).toContain('A,1,10000000002.00\n');
  });
});

describe('a corrected rejected_rows.csv', () => {
  test('with several headers can be dropped back in', async () => {
    const first = csvFile(`${HEADER}A,tea,Bob,free\nA,tea,Ann,1\n`, 'first.csv');
    const second = csvFile('price,guest,item,store\n2,Cy,,B\n', 'second.csv');
    const data = await loadFiles(db, [first, second]);
    const mended = (await textOf(await exportRejectedRows(data)))
      .replace('free', '1.50')
      .replace('second.csv,2,missing dish,B,,Cy,2', 'second.csv,2,missing dish,B,soup,Cy,2');
    const again = await loadFiles(db, [csvFile(mended)]);
    expect(again.receipt).toMatchObject({ read: 2, kept: 2 });
    expect((await exportedTables(again)).restaurant_stats).toContain('A,1,1.50\nB,1,2.00\n');
  });
});
