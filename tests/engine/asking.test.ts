import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeAsking, openNodeEngine } from '../../src/engine/duckdb-node';
import { AskError, type AskingEngine, type PackedPart } from '../../src/engine/engine';

const MOST = 100;
const SPEC = { name: 'text?', orders: 'count', revenue: 'money?' } as const;

const VALUES = [
  "('tea', 3, 4.50::decimal(38, 2))",
  "('kaya ''toast''', 12, 123456789012345678.91)",
  '(null, 1, null)',
];

async function* parts(): AsyncGenerator<PackedPart> {
  const engine = await openNodeEngine();
  for (const values of [VALUES.slice(0, 2), VALUES.slice(2)]) {
    const sql = `from (values ${values.join(', ')}) as sales (name, orders, revenue)`;
    yield { table: 'sales', rows: await engine.pack({ name: 'sales', sql }, SPEC) };
  }
  const empty = { name: 'none', sql: "select '' as name where false" };
  yield { table: 'none', rows: await engine.pack(empty, { name: 'text' }) };
  await engine.close();
}

let engine: AskingEngine;
beforeAll(async () => {
  engine = await openNodeAsking();
  await engine.fill(parts());
});
afterAll(() => engine.close());

async function rowsOf(sql: string, most = MOST): Promise<unknown[][]> {
  const { columns, rows } = await engine.ask(sql, most);
  return [
    columns.map(({ name }) => name),
    ...[...rows].map((row) => columns.map((_, index) => row[`c${String(index)}`])),
  ];
}

async function errorOf(sql: string): Promise<AskError> {
  try {
    await engine.ask(sql, MOST);
  } catch (error) {
    if (error instanceof AskError) return error;
    throw error;
  }
  throw new Error(`has an answer: ${sql}`);
}

const everything = async () => [
  await rowsOf('from sales'),
  await rowsOf('show tables'),
  await rowsOf('select name, value from duckdb_settings() order by name', 1000),
  await rowsOf('select count(*) as logged from duckdb_logs'),
];

describe('the asking engine returns', () => {
  test('tables filled in parts and empty tables, with their types', async () => {
    expect(await rowsOf('from sales')).toEqual([
      ['name', 'orders', 'revenue'],
      ['tea', '3', '4.50'],
      ["kaya 'toast'", '12', '123456789012345678.91'],
      [null, '1', null],
    ]);
    expect(await rowsOf('from none')).toEqual([['name']]);
    expect(await rowsOf('select column_type from (describe sales)')).toEqual([
      ['column_type'],
      ['VARCHAR'],
      ['BIGINT'],
      ['DECIMAL(38,2)'],
    ]);
  });

  test.each([
    ["select 'it''s; -- no comment' as text", "it's; -- no comment"],
    ['select 1 -- ; drop table sales', '1'],
    ['/* ; */ select 1;', '1'],
    ['select 1 as a; -- the end', '1'],
    ['with two as (select 2 as n) from two', '2'],
    ['values (3)', '3'],
    ['select $$a;b$$', 'a;b'],
    ["select 'ü' || '日本'", 'ü日本'],
    ["from query('select 4')", '4'],
  ])('the result of: %s', async (sql, text) => {
    expect((await rowsOf(sql))[1]).toEqual([text]);
  });

  test('rows in the requested order, up to the limit', async () => {
    const { rows, hasMore } = await engine.ask('from range(10) order by range desc', 3);
    expect([...rows].map(({ c0 }) => c0)).toEqual(['9', '8', '7']);
    expect([rows.length, hasMore, rows.at(3)]).toEqual([3, true, undefined]);
    expect((await engine.ask('from range(3)', 3)).hasMore).toBe(false);
  });

  test('values of every type as exact text', async () => {
    const sql = `select 170141183460469231731687303715884105727::hugeint as h, 0.1::double as d,
      1.230::decimal(9, 3) as c, 'nan'::double as n, date '2026-11-23' as day,
      timestamp '2026-11-23 01:02:03' as at, interval 3 day as i, true as b, [1, null] as l,
      {'a': 1} as s, map {'k': 2} as m, null as x, 1 as x`;
    const [heads, row] = await rowsOf(sql);
    expect(heads).toEqual('h d c n day at i b l s m x x_1'.split(' '));
    expect(row).toEqual([
      ...['170141183460469231731687303715884105727', '0.1', '1.230', 'nan', '2026-11-23'],
      ...['2026-11-23 01:02:03', '3 days', 'true', '[1, NULL]', "{'a': 1}", '{k=2}', null, '1'],
    ]);
    const { columns } = await engine.ask(sql, MOST);
    const numbers = columns.filter(({ isNumber }) => isNumber).map(({ name }) => name);
    // DuckDB types a bare NULL as INTEGER.
    expect(numbers).toEqual('h d c n x x_1'.split(' '));
  });

  test('columns with any name', async () => {
    expect(await rowsOf('select 1 as "__proto__", 2 as "a""b", 3 as "1"')).toEqual([
      ['__proto__', 'a"b', '1'],
      ['1', '2', '3'],
    ]);
  });
});

describe('the asking engine is read-only and isolated', () => {
  test.each([
    "insert into sales values ('x', 1, 1)",
    'update sales set orders = 0',
    'delete from sales',
    'delete from sales returning *',
    'truncate sales',
    'drop table sales',
    'alter table sales rename to others',
    'create table mine as select 1',
    'create temp table mine as select 1',
    'create view mine as select 1',
    'create macro mine() as 1',
    'create secret (type s3)',
    "attach 'other.db'",
    'detach memory',
    'use memory',
    "copy sales to 'sales.csv'",
    "copy sales from 'sales.csv'",
    "export database 'all'",
    'install httpfs',
    'load httpfs',
    'pragma version',
    'set threads = 2',
    'reset threads',
    'call enable_logging()',
    'begin',
    'commit',
    'rollback',
    'vacuum',
    'checkpoint',
    'prepare mine as select 1',
    'comment on table sales is $$x$$',
    'select 1; select 2',
    'select 1; drop table sales',
    '/* */ drop table sales; -- select 1',
    'select 1 /* ; */; drop table sales',
    "from query('drop table sales')",
    "from query('select 1; drop table sales')",
    '',
    ' \n ',
    '-- nothing',
    ';',
  ])('and rejects statements that are not a query: %s', async (sql) => {
    const before = await everything();
    const error = await errorOf(sql);
    expect([error.isNotAQuery, error.isEngineLost, error.marker]).toEqual([true, false, null]);
    expect(await everything()).toEqual(before);
  });

  test.each([
    "select 1'); drop table sales; --",
    "'); drop table sales; select ('",
    'select 1) ; drop table sales; select (1',
    "select 'a",
    'select "a',
    'select 1 /* a',
    'select $$a',
    "select 1 \0 '); drop table sales; --",
    'with gone as (delete from sales returning *) from gone',
    "from read_text('/etc/passwd')",
    "from read_blob('/etc/passwd')",
    "from read_csv('http://localhost/sales.csv')",
    "from read_csv('https://example.com/sales.csv')",
    "from sniff_csv('/etc/passwd')",
    "from 'sales.csv'",
    "from 'https://example.com/sales.parquet'",
    "from read_parquet('sales.parquet')",
    "from glob('*')",
    "select getenv('HOME')",
    "select set_config('threads', '2')",
    "from force_checkpoint('memory')",
  ])('and rejects a query with an escape: %s', async (sql) => {
    const before = await everything();
    const error = await errorOf(sql);
    expect([error.isNotAQuery, error.isEngineLost]).toEqual([false, false]);
    expect(await everything()).toEqual(before);
  });

  test('and has no secrets and no other database', async () => {
    expect(await rowsOf('select name from duckdb_secrets()')).toEqual([['name']]);
    const databases = 'select distinct path from duckdb_databases() where path is not null';
    expect(await rowsOf(databases)).toEqual([['path']]);
  });

  test('and resets what a query enables', async () => {
    const before = await everything();
    await rowsOf('from enable_logging()');
    expect(await everything()).toEqual(before);
  });

  test('and reports its loss after a fatal query, also for later queries', async () => {
    const other = await openNodeAsking();
    await other.fill(parts());
    await other.ask("from enable_logging(storage = 'file', storage_path = '/nowhere')", MOST);
    await expect(other.ask('from sales', MOST)).rejects.toMatchObject({ isEngineLost: true });
    await expect(other.ask('from sales', MOST)).rejects.toMatchObject({ isEngineLost: true });
  });
});

describe('filling the asking engine again', () => {
  async function* some(values: string, fault?: Error): AsyncGenerator<PackedPart> {
    const engine = await openNodeEngine();
    const rows = { name: 'other', sql: `from (values ${values}) as other (name)` };
    yield { table: 'other', rows: await engine.pack(rows, { name: 'text' }) };
    await engine.close();
    if (fault) throw fault;
  }
  const otherRows = async (asked: AskingEngine) => [...(await asked.ask('from other', MOST)).rows];

  test('replaces the tables and keeps them read-only', async () => {
    const other = await openNodeAsking();
    await other.fill(parts());
    await other.ask('from sales', MOST);
    for (const name of ['tea', 'soup']) {
      await other.fill(some(`('${name}')`));
      expect(await otherRows(other)).toEqual([{ c0: name }]);
      await expect(other.ask('from sales', MOST)).rejects.toThrow(/sales does not exist/);
      await expect(other.ask('drop table other', MOST)).rejects.toThrow(AskError);
    }
    await other.close();
  });

  test('works after a failed attempt', async () => {
    const other = await openNodeAsking();
    await other.fill(parts());
    const fault = new Error('the tables on screen are no longer held');
    await expect(other.fill(some(`('tea')`, fault))).rejects.toBe(fault);
    await other.fill(some(`('soup')`));
    expect(await otherRows(other)).toEqual([{ c0: 'soup' }]);
    await other.close();
  });
});

describe('an error of the asking engine', () => {
  test.each([
    ['selec 1', 'Parser Error: syntax error at or near "selec"', 'LINE 1: selec 1\n        ^'],
    [
      'select\n  nam\nfrom sales',
      'Binder Error: Referenced column "nam" not found in FROM clause!\nCandidate bindings: "name"',
      'LINE 2:   nam\n          ^',
    ],
    [
      "select 'ü', '日本', nam from sales",
      'Binder Error: Referenced column "nam" not found in FROM clause!\nCandidate bindings: "name"',
      `LINE 1: select 'ü', '日本', nam from sales\n${' '.repeat(21)}\u3000\u3000   ^`,
    ],
    [
      "select cast(name as integer) from sales where name = 'tea'",
      "Conversion Error: Could not convert string 'tea' to INT32 when casting from source column name",
      "LINE 1: select cast(name as integer) from sales where name = 'tea'\n               ^",
    ],
  ])('has a message and a marker: %s', async (sql, message, marker) => {
    const error = await errorOf(sql);
    expect(error.message).toBe(message);
    expect(error.marker).toBe(marker);
  });

  test('has no marker without a position and no advice to install extensions', async () => {
    expect(await errorOf("select error('no')")).toMatchObject({ marker: null });
    const { message } = await errorOf("select json_serialize_sql('select 1')");
    expect(message).toContain('json extension');
    expect(message).not.toMatch(/INSTALL|autoload/i);
  });

  test('does not affect the next query', async () => {
    await errorOf('select cast(name as integer) from sales');
    expect(await rowsOf('select 1 as a')).toEqual([['a'], ['1']]);
  });
});
