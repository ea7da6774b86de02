import { describe, expect, test } from 'vitest';
import type { Reject, TableHeader } from '../../src/domain/receipt';
import { joinRejects, RejectLog } from '../../src/pipeline/reject-log';
import { csvFile, loadFiles, useEngine } from '../support/engine';
import { allOf, rejectsOf } from '../support/rejects';

const header = (...names: string[]): TableHeader => ({
  header: names,
  columns: { dish: 0 },
  restaurant: null,
});

const TABLE = header('item', 'note');

const read = (line: number, reasons = 'bad price', table = TABLE): Reject => ({
  source: 'a.csv',
  line,
  reasons,
  record: { table, fields: ['寿司 "x"\n', '\u0000\ufffd'] },
});

const raw = (line: number, table = TABLE): Reject => ({
  source: 'a.csv',
  line,
  reasons: 'unclosed quote',
  record: { table, rawLine: '"tea\r\n', lines: 3 },
});

function logOf(...batches: (readonly Reject[])[]): RejectLog {
  const log = new RejectLog('a.csv');
  for (const batch of batches) log.add(batch);
  return log;
}

describe('rejected records', () => {
  test('are returned unchanged and in order, any number of times', async () => {
    const rejects = [read(2), raw(5), read(8, 'missing dish; bad price'), read(9)];
    const log = logOf(rejects.slice(0, 3), rejects.slice(3));
    expect(await allOf(log)).toEqual(rejects);
    expect(await allOf(log)).toEqual(rejects);
    expect(log.count).toBe(4);
  });

  test('are counted once per reason, the most frequent reason first', () => {
    const rejects = [read(2, 'missing dish'), read(3), read(4, 'missing dish; bad price')];
    const log = logOf(rejects, [read(5, '__proto__'), read(6)]);
    expect(log.groups).toEqual([
      { reason: 'bad price', records: 3, first: [rejects[1], rejects[2], read(6)] },
      { reason: 'missing dish', records: 2, first: [rejects[0], rejects[2]] },
      { reason: '__proto__', records: 1, first: [read(5, '__proto__')] },
    ]);
  });

  test('keep the first ones of each reason in memory', () => {
    const log = logOf([2, 3, 4].map((line) => read(line)));
    log.add([5, 6, 7, 8].map((line) => read(line)));
    expect(log.groups).toEqual([
      { reason: 'bad price', records: 7, first: [2, 3, 4, 5, 6].map((line) => read(line)) },
    ]);
  });

  test('share equal headers from different chunks and keep different ones apart', async () => {
    const other = header('item', 'remark');
    const log = logOf([read(2)], [read(3, 'bad price', other), raw(4, header('item', 'note'))]);
    expect(log.tables).toEqual([TABLE, other]);
    const tables = (await allOf(log)).map(({ record }) => log.tables.indexOf(record.table));
    expect(tables).toEqual([0, 1, 0]);
  });

  test('say whether any have no columns', () => {
    const log = logOf([read(2)]);
    expect(log.hasRawLines).toBe(false);
    log.add([read(3), raw(4)]);
    expect(log.hasRawLines).toBe(true);
  });
});

describe('rejected records of several tables', () => {
  const first = logOf([read(2), read(3)]);
  const second = rejectsOf(
    'b.csv',
    [4, 5, 6, 7].map((line) => raw(line, header('b'))),
  );
  const third = rejectsOf(
    'c.csv',
    [2, 3, 4, 5].map((line) => read(line, 'bad price; late')),
  );

  test('follow one another with their source and header', async () => {
    const all = joinRejects([first, second]);
    const places = (await allOf(all)).map(({ source, line }) => [source, line]);
    expect(places).toEqual([
      ...[2, 3].map((line) => ['a.csv', line]),
      ...[4, 5, 6, 7].map((line) => ['b.csv', line]),
    ]);
    expect(all).toMatchObject({ count: 6, tables: [TABLE, header('b')], hasRawLines: true });
    const tables = (await allOf(all)).map(({ record }) => all.tables.indexOf(record.table));
    expect(tables).toEqual([0, 0, 1, 1, 1, 1]);
  });

  test('are counted together', () => {
    const { groups } = joinRejects([first, second, third]);
    const counts = groups.map(({ reason, records, first: some }) => [
      reason,
      records,
      some.map(({ source, line }) => `${source} ${String(line)}`).join(),
    ]);
    expect(counts).toEqual([
      ['bad price', 6, 'a.csv 2,a.csv 3,c.csv 2,c.csv 3,c.csv 4'],
      ['unclosed quote', 4, 'b.csv 4,b.csv 5,b.csv 6,b.csv 7'],
      ['late', 4, 'c.csv 2,c.csv 3,c.csv 4,c.csv 5'],
    ]);
    expect(joinRejects([first, third]).hasRawLines).toBe(false);
  });

  test('of no tables are empty', async () => {
    const none = joinRejects([]);
    expect(none).toMatchObject({ count: 0, groups: [], tables: [], hasRawLines: false });
    expect(await allOf(none)).toEqual([]);
  });
});

describe('tens of thousands of rejects', () => {
  const db = useEngine();
  const LINES = 60_000;

  /**
   * One line in a hundred is an order, one in three has too few columns, and the others have no
   * price.
   */
  const lineOf = (index: number) => {
    if (index % 100 === 0) return 'A,tea,Bob,1.50';
    return index % 3 === 0 ? `A,tea,${String(index)}` : `A,tea,Bob,free ${String(index % 50)}`;
  };
  const lines = Array.from({ length: LINES }, (_, index) => lineOf(index));
  const text = `restaurant_names,food_names,first_name,food_cost\n${lines.join('\n')}\n`;

  test.each([64 * 1024, text.length])('in chunks of %i bytes', async (chunkBytes) => {
    const data = await loadFiles(db, [csvFile(text)], { chunkBytes });
    const expected = lines.flatMap((line, index) =>
      index % 100 === 0 ? [] : [{ line: index + 2, cells: line.split(',') }],
    );
    const sizes: number[] = [];
    const found: typeof expected = [];
    for await (const batch of data.rejects.batches()) {
      sizes.push(batch.length);
      for (const { line, record } of batch) {
        const cells = 'fields' in record ? record.fields : record.rawLine.split(',');
        found.push({ line, cells: [...cells] });
      }
    }
    expect(found).toEqual(expected);
    expect(sizes.length).toBeGreaterThan(15);
    expect(Math.max(...sizes)).toBeLessThan(5000);
    const tooFew = expected.filter(({ cells }) => cells.length === 3).length;
    expect(data.rejects.groups).toMatchObject([
      { reason: 'bad price', records: expected.length - tooFew },
      { reason: 'too few columns', records: tooFew },
    ]);
    expect(data.rejects.groups.map(({ first }) => first.map(({ line }) => line))).toEqual([
      [3, 4, 6, 7, 9],
      [5, 8, 11, 14, 17],
    ]);
    expect(data.receipt).toMatchObject({ read: LINES, kept: 600, rejected: expected.length });
    expect(data.rejects).toMatchObject({ count: expected.length, hasRawLines: true });
    expect(data.rejects.tables).toHaveLength(1);
  });

  test('yield to the page in between', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const before = await loadFiles(db, [csvFile(text)]);
    clearInterval(timer);
    expect(before.rejects.count).toBeGreaterThan(50_000);
    expect(turns).toBeGreaterThan(2);
  });
});
