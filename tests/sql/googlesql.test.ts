import { describe, expect, test } from 'vitest';
import { load } from '../../src/pipeline/load';
import { directIngest } from '../../src/ingest/worker/read';
import { MARTS, ROLLUPS, SETUP, STAGING } from '../../src/sql';
import {
  GOOGLESQL_FUNCTIONS,
  pipelineScript,
  textLiteral,
  unordered,
  type Mode,
  type RawTable,
} from '../../src/sql/googlesql';
import type { Model } from '../../src/sql/model';
import { TABLE_NAMES } from '../../src/sql/tables';
import { TOTAL_WORDS_FUNCTION, TOTAL_WORDS_MACRO } from '../../src/sql/total-words';
import { csvFile, tablesOf, useEngine } from '../support/engine';
import { sampleLines } from '../support/sample';
import { exportedTables } from '../support/tables';
import { moneyToDecimal } from '../../src/domain/money';

const db = useEngine();

const SHARED: readonly Model[] = [
  STAGING.clean_names,
  STAGING.clean_prices,
  STAGING.clean_quantities,
  STAGING.judged_lines,
  ROLLUPS.coded_sales,
  ROLLUPS.coded_visits,
  ROLLUPS.named_sales,
  ROLLUPS.fresh_dish_sales,
  ROLLUPS.fresh_customer_visits,
  ROLLUPS.dish_sales,
  ROLLUPS.customer_visits,
  ...Object.values(MARTS),
];

const ALL_ROLES: RawTable = {
  columns: ['customer', 'raw_note', 'restaurant', 'price', 'dish', 'quantity'],
  decimalMark: ',',
  priceIsLineTotal: true,
  restaurant: null,
};
const HEADS = new Map(TABLE_NAMES.map((name) => [name, `/* ${name} */`]));

const scriptOf = (table: Partial<RawTable> = {}, mode: Mode = 'replace') =>
  pipelineScript({ ...ALL_ROLES, ...table }, HEADS, mode);

/** Function names with their parameters, as each engine declares them. */
function declared(sql: string, opening: string): string[] {
  const declaration = new RegExp(`^${opening} (\\w+)\\(([^)]*)\\)`, 'gm');
  return [...sql.matchAll(declaration)].map(([, name, parameters]) => {
    const names = parameters!.split(',').map((parameter) => /\w+/.exec(parameter)![0]);
    return `${name!}(${names.join(', ')})`;
  });
}

describe('the functions of the models', () => {
  test('have the same names and parameters in both engines, in the same order', () => {
    const macros = [SETUP.macros, TOTAL_WORDS_MACRO].flatMap(({ sql }) =>
      declared(sql, 'create or replace macro'),
    );
    const functions = [GOOGLESQL_FUNCTIONS, TOTAL_WORDS_FUNCTION].flatMap(({ sql }) =>
      declared(sql, 'create temp function'),
    );
    expect(macros).toContain('as_plain_number(value, decimal_mark)');
    expect(macros).toContain('is_total_word(name)');
    expect(functions).toEqual(macros);
  });

  test('are all used by the shared models or by each other', () => {
    const texts = [...SHARED, GOOGLESQL_FUNCTIONS].map(({ sql }) => sql).join('\n');
    for (const name of declared(GOOGLESQL_FUNCTIONS.sql, 'create temp function')) {
      const call = name.replace(/\(.*/, '(');
      expect(texts.split(call).length, call).toBeGreaterThan(2);
    }
  });
});

/** Syntax that only one of the engines accepts, or that they interpret differently. */
const OF_ONE_ENGINE: readonly [string, RegExp][] = [
  ['a cast', /::/],
  ['a backslash', /\\/],
  ['a double quote', /"/],
  ['a filter of an aggregate', /\bfilter\s*\(/],
  ['division of whole numbers', /\/\//],
  ['remainders', /\s%\s/],
  ['from without select', /(?:^|\()\s*from\b/],
  ['columns left out', /\bexclude\b/],
  ['group by all', /\bgroup by all\b/],
  ['a raw string', /\br'/],
  [
    'functions of DuckDB',
    /\b(?:regexp_matches|nfc_normalize|split_part|concat_ws|arg_max|list_\w+)\b/,
  ],
  ['functions of GoogleSQL', /\b(?:regexp_contains|safe_cast|ifnull|farm_fingerprint|normalize)\b/],
  ['a type', /\b(?:varchar|bigint|hugeint|decimal|integer|int64|numeric|string)\b/],
];

describe.each(SHARED)('$name', ({ sql }) => {
  const code = sql.replace(/^\s*--.*$/gm, '');

  test.each(OF_ONE_ENGINE)('has no syntax that only one engine reads: %s', (_, pattern) => {
    expect(code).not.toMatch(pattern);
  });

  test('is the same text in the script and in the browser', () => {
    const order = /\norder by [^\n]*\n$/.exec(sql)?.[0] ?? '\n';
    for (const mode of ['replace', 'append'] as const) {
      expect(scriptOf({}, mode)).toContain(sql.slice(0, -order.length));
    }
  });
});

describe('the script', () => {
  const heads = (script: string) =>
    [...script.matchAll(/^(?:create[^\n]*?|assert[^\n]*)$/gm)].map(([line]) => line);

  test('creates temporary tables first and replaces tables last', () => {
    const made = heads(scriptOf()).filter((line) => !line.includes('function'));
    expect(made).toEqual([
      'create temp table reading as',
      'create temp table raw_values as',
      'create temp table names as',
      'create temp table prices as',
      'create temp table quantities as',
      'create temp table fresh_rejected_rows as',
      'create or replace table rejected_rows',
      'create temp table raw_lines as',
      'assert exists (select 1 from raw_lines)',
      'create temp table coded_sales as',
      'create temp table coded_visits as',
      'create temp table named_sales as',
      'create temp table fresh_dish_sales as',
      'create or replace table source_dish_sales',
      'create temp table fresh_customer_visits as',
      'create or replace table source_customer_visits',
      'create or replace table dish_sales',
      'create or replace table customer_visits',
      ...TABLE_NAMES.map((name) => `create or replace table ${name}`),
    ]);
  });

  test('for append keeps other loads and replaces its own earlier run', () => {
    const script = scriptOf({}, 'append');
    expect(script).toContain('@load as source');
    for (const name of ['dish_sales', 'customer_visits']) {
      expect(script).toContain(`create table if not exists source_${name} as
select *
from fresh_${name}
limit 0;

create or replace table source_${name}
options (description = 'What each load adds to ${name}.') as
select *
from source_${name}
where source <> (select source from reading)
union all
select *
from fresh_${name};
`);
    }
    expect(scriptOf()).not.toContain('@');
  });

  test('begins with the settings of the raw table', () => {
    expect(scriptOf()).toMatch(/^[^;]*',' as decimal_mark[^;]*true as price_is_line_total;/);
    expect(scriptOf()).not.toContain('as restaurant;');
    const named = scriptOf({ columns: ['dish'], restaurant: "O'Neill" });
    expect(named).toMatch(/^[^;]*'O\\'Neill' as restaurant;/);
    expect(named).toContain("select 'restaurant' as role, '' as code, restaurant as text");
  });

  test('creates no table without a head and reads no missing column', () => {
    const script = pipelineScript(
      { ...ALL_ROLES, columns: ['customer'] },
      new Map([['customer_stats', '()']]),
      'replace',
    );
    expect(script).toContain('create or replace table customer_stats\n() as');
    expect(script).not.toContain('popular_dishes');
    expect(script).not.toContain('ifnull(dish');
    expect(script).toContain("select 'dish' as role, '' as code, null as name");
  });

  test('uses no DML, because the sandbox has none', () => {
    for (const mode of ['replace', 'append'] as const) {
      expect(scriptOf({}, mode)).not.toMatch(/^\s*(?:insert|update|delete|merge|truncate)\b/im);
    }
  });
});

test('any text becomes a literal in printable characters', () => {
  expect(textLiteral("a'b\\c\nd\u0000\u2028\u200b寿司🍕")).toBe(
    "'a\\'b\\\\c\\U0000000ad\\U00000000\\U00002028\\U0000200b寿司🍕'",
  );
});

describe('a model without its order', () => {
  test.each(Object.values(MARTS))('$name', (model) => {
    const { query, order } = unordered(model);
    expect(`${query}${order}\n`).toBe(model.sql);
    expect(order).toMatch(/^order by /);
  });

  test('throws for a model without an order', () => {
    expect(() => unordered(ROLLUPS.kept)).toThrow('kept does not end with its order');
  });
});

test('rollups of two halves equal those of the whole', async () => {
  const lines = sampleLines()
    .slice(0, 3000)
    .map(({ restaurant, dish, customer, price }) =>
      [restaurant, dish, customer, moneyToDecimal(price)].join(','),
    );
  const fileOf = (from: number, to: number) =>
    csvFile(['store,dish,guest,price', ...lines.slice(from, to)].join('\n'), `${String(from)}.csv`);
  const rollups = async () => {
    const spec = { line: 'text' } as const;
    const sql = ['dish_sales', 'customer_visits']
      .map((table) => `select t::varchar as line from ${table} as t`)
      .join(' union all ');
    return [...(await db.engine.query({ name: 'rollups', sql: `${sql} order by line` }, spec))];
  };
  const whole = await load(db, directIngest, await tablesOf([fileOf(0, 3000)]));
  const [tables, rows] = [await exportedTables(whole), await rollups()];
  const first = await load(db, directIngest, await tablesOf([fileOf(0, 1234)]));
  expect(await rollups()).not.toEqual(rows);
  const rest = await tablesOf([fileOf(1234, 3000)]);
  const both = await load(db, directIngest, [...first.tables, ...rest]);
  expect(await rollups()).toEqual(rows);
  expect(await exportedTables(both)).toEqual(tables);
});
