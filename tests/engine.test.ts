import { describe, expect, test } from 'vitest';
import { QueryError } from '../src/engine/engine';
import { columnOf } from '../src/lib/kinds';
import { useEngine } from './support/engine';

const db = useEngine();
const statement = (sql: string) => ({ name: 'probe', sql });

describe('query', () => {
  test('returns text, counts, exact money and allowed NULLs', async () => {
    const rows = await db.engine.query(
      statement(`select * from (values
        ('寿司', 9007199254740991, 123456789012345678901234567890.12::decimal(38, 2), null),
        ('', 0, -0.05, 1)) as t (name, n, amount, maybe)`),
      { name: 'text', n: 'count', amount: 'money', maybe: 'count?' },
    );
    expect([...rows]).toEqual([
      { name: '寿司', n: 9007199254740991, amount: 12345678901234567890123456789012n, maybe: null },
      { name: '', n: 0, amount: -5n, maybe: 1 },
    ]);
    expect(rows).toHaveLength(2);
    expect(rows.at(1)?.name).toBe('');
    expect([rows.at(2), rows.at(-1)]).toEqual([undefined, undefined]);
    expect(rows.slice(1, 9)).toEqual([rows.at(1)]);
    expect(rows.column?.('amount', 1, 9)).toEqual([-5n]);
    expect(columnOf(rows, 'maybe')).toEqual([null, 1]);
    expect(columnOf([...rows], 'name', 0, 1)).toEqual(['寿司']);
  });

  test('keeps the order of the statement', async () => {
    const rows = await db.engine.query(
      statement('select i from range(10000) as t (i) order by i desc'),
      { i: 'count' },
    );
    expect(Array.from(rows, ({ i }) => i)).toEqual(
      Array.from({ length: 10_000 }, (_, index) => 9_999 - index),
    );
  });

  test('throws if a column does not match the spec', async () => {
    const query = (sql: string) => db.engine.query(statement(sql), { n: 'count' });
    await expect(query("select 'x' as n")).rejects.toThrow(QueryError);
    await expect(query('select 1 as other')).rejects.toThrow(QueryError);
    await expect(query('select null as n')).rejects.toThrow(/column n has no value/);
    const huge = await query('select 9007199254740993 as n');
    expect(() => [...huge]).toThrow(/column n is not count/);
  });

  test('throws an error that names the statement and keeps the cause', async () => {
    const error: unknown = await db.engine
      .run(statement('select no_such_column'))
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(QueryError);
    expect((error as QueryError).message).toMatch(/^probe: .*no_such_column/s);
    expect((error as QueryError).cause).toBeInstanceOf(Error);
  });
});

describe('replace', () => {
  const replaced = async () => [
    ...(await db.engine.query(statement('select n + 1 as n, flag, word from replaced order by n'), {
      n: 'count',
      flag: 'count',
      word: 'text',
    })),
  ];

  test('replaces rows with integers, bytes and text that may contain NUL', async () => {
    const bytes = new TextEncoder().encode('a\0b寿');
    await db.engine.replace('replaced', {
      n: Int32Array.of(-1, 2),
      flag: Uint8Array.of(0, 255),
      word: { offsets: Int32Array.of(0, 3, 6), bytes },
    });
    expect(await replaced()).toEqual([
      { n: 0, flag: 0, word: 'a\0b' },
      { n: 3, flag: 255, word: '寿' },
    ]);
    await db.engine.replace('replaced', {
      n: Int32Array.of(7),
      flag: Uint8Array.of(1),
      word: { offsets: Int32Array.of(0, 1), bytes },
    });
    expect(await replaced()).toEqual([{ n: 8, flag: 1, word: 'a' }]);
  });
});

describe('lockdown', () => {
  test.each([
    "select * from read_csv('package.json')",
    "copy (select 1) to 'leak.csv'",
    'load parquet',
    'set enable_external_access = true',
    "attach 'other.db'",
    "select * from 'https://example.org/x.csv'",
  ])('refuses: %s', async (sql) => {
    await expect(db.engine.run(statement(sql))).rejects.toThrow(QueryError);
  });
});
