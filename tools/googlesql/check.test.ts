/**
 * Analyses every statement of the BigQuery SQL in Google's own engine, and checks that the pipeline makes
 * the same rows in the same order as DuckDB-WASM. `npm run googlesql` runs these tests. GOOGLESQL_SEEDS
 * sets the number of random seeds. GOOGLESQL_SEED sets the first seed; `new` takes it from the clock.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pipelineFiles } from '../../src/exports/bigquery/pipeline';
import type { RawOrders } from '../../src/exports/bigquery/raw-orders';
import { ROLES, type Role } from '../../src/domain/roles';
import { concatenateTexts } from '../../src/lib/text-column';
import { GOOGLESQL_FUNCTIONS } from '../../src/sql/googlesql';
import { TABLE_NAMES } from '../../src/sql/tables';
import { rawOrdersOf } from '../../src/ui/receipt/raw-orders';
import { useEngine } from '../../tests/support/engine';
import { csvOf, inDuckDB, inGoogleSql, rawTable, type Orders } from './compare';
import { oddOrders, ordersOf, randomOrders, sampleOrders } from './orders';
import { openService, type Service } from './service';
import { TEXT, Warehouse } from './warehouse';

const { GOOGLESQL_SEEDS = '6', GOOGLESQL_SEED = '20261122' } = process.env;
const FIRST_SEED = GOOGLESQL_SEED === 'new' ? Date.now() % 2 ** 31 : Number(GOOGLESQL_SEED);
const SEEDS = Array.from({ length: Number(GOOGLESQL_SEEDS) }, (_, index) => FIRST_SEED + index);
const FILES_PER_SEED = 8;
const SAMPLE_LINES = 4000;

const db = useEngine();

/**
 * White space, control characters, currency signs, and all characters that NFC or NFD changes. Of
 * the Korean syllables, only every 64th is included.
 */
const CLEANED = Array.from({ length: 0xffff }, (_, index) =>
  String.fromCodePoint(index + 1),
).filter(
  (character) =>
    /[\p{Sc}\p{White_Space}\p{Cc}]/u.test(character) ||
    (/\P{Cs}/u.test(character) &&
      (character.normalize('NFC') !== character || character.normalize('NFD') !== character) &&
      (character < '가' || character > '힣' || character.charCodeAt(0) % 64 === 0)),
);

let service: Service;
let odd: Orders;
beforeAll(async () => {
  service = await openService();
  odd = await oddOrders();
});
afterAll(() => {
  service.close();
});

/** The pipeline's script with this name, for these orders. */
function scriptOf(name: string, orders: RawOrders): string {
  return pipelineFiles(orders).find((file) => file.name === name)!.text;
}

function rawOrders(roles: readonly Role[]): RawOrders {
  return {
    columns: [
      { header: 'Größe (cm)', role: null },
      ...roles.map((role) => ({ header: role, role })),
    ],
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    headerLines: 1,
    decimalMark: '.',
    priceIs: 'unit price',
    restaurant: roles.includes('restaurant') ? null : "O'Neill\\'s\n-- \u0000\u2028寿司",
  };
}

describe('every statement is analysed', () => {
  const without = ROLES.map((role) => ROLES.filter((other) => other !== role));
  test.each([[[...ROLES]], ...without.map((roles) => [roles]), [['customer' as const]]])(
    'of the scripts for orders with %j',
    async (roles) => {
      const orders = rawOrders(roles);
      for (const { name, text } of pipelineFiles(orders)) {
        if (!name.endsWith('.sql')) continue;
        const warehouse = new Warehouse(service);
        warehouse.put('raw_orders', rawTable(orders, []));
        const parameters = new Map(name === 'append.sql' ? [['load', '']] : []);
        const statements = await warehouse.run(text, { onlyAnalyse: true, parameters });
        expect(statements, name).toBeGreaterThan(30);
      }
    },
  );

  test('reports a wrong statement', async () => {
    const warehouse = new Warehouse(service);
    await expect(warehouse.run('select 1;\nselect nobody from nowhere;')).rejects.toThrow(
      'select nobody from nowhere;: Table not found: nowhere',
    );
  });
});

describe('rows and order are those of DuckDB', () => {
  test(`of the sample’s first ${String(SAMPLE_LINES)} lines`, async () => {
    const orders = await sampleOrders(SAMPLE_LINES);
    const outcome = await inDuckDB(orders);
    expect(outcome!.get('customer_stats')!.length).toBeGreaterThan(10_000);
    expect(await inGoogleSql(service, orders)).toEqual(outcome);
  });

  test('of every known odd value', async () => {
    const outcome = await inDuckDB(odd);
    expect(outcome!.get('rejected_rows')!.split('\n').length).toBeGreaterThan(300);
    expect(await inGoogleSql(service, odd)).toEqual(outcome);
  });

  test.each(SEEDS)('of random hostile orders, seed %i', async (seed) => {
    let [rows, rejected] = [0, 0];
    for (const orders of await randomOrders(seed, FILES_PER_SEED)) {
      const outcome = await inDuckDB(orders);
      expect(await inGoogleSql(service, orders)).toEqual(outcome);
      rows += orders.rows.length;
      rejected += outcome === null ? 0 : outcome.get('rejected_rows')!.split('\n').length - 1;
    }
    console.log(`seed ${String(seed)}: ${String(rows)} rows, ${String(rejected)} rejected`);
    expect(rows).toBeGreaterThan(100);
  });

  test('neither engine makes tables if no row can be used', async () => {
    const orders = await ordersOf(
      ['restaurant_names', 'food_names', 'first_name', 'food_cost'],
      [['A', 'x', 'Ann', 'free']],
    );
    expect([await inDuckDB(orders), await inGoogleSql(service, orders)]).toEqual([null, null]);
  });
});

test('both engines clean every character in the same way', async () => {
  const texts = CLEANED.flatMap((character) => [`a${character}\u0323b `, `q\u0301${character}`]);
  const cleaned = `trim(replace_white_space(nfc(without_controls(text)), ' ')) as name,
    as_plain_number(without_currency(text), ',') as number`;
  const warehouse = new Warehouse(service);
  const rows = texts.map((text) => [{ string_value: text }]);
  warehouse.put('raw_texts', { columns: [{ name: 'text', type: TEXT, required: false }], rows });
  await warehouse.run(
    `${GOOGLESQL_FUNCTIONS.sql}\ncreate table cleaned as\nselect ${cleaned} from raw_texts;`,
  );
  const { engine } = db;
  await engine.replace('raw_texts', { text: concatenateTexts(texts) });
  const statement = { name: 'cleaned', sql: `select ${cleaned} from raw_texts` };
  const expected = [...(await engine.query(statement, { name: 'text', number: 'text' }))];
  expect(expected.length).toBeGreaterThan(3000);
  const found = warehouse.table('cleaned').rows.map(([name, number]) => ({
    name: name!['string_value'],
    number: number!['string_value'],
  }));
  expect(found).toEqual(expected);
});

test('appending loads one by one, and one of them twice, gives the same tables as a single load', async () => {
  const orders = await sampleOrders(600);
  const outcome = await inDuckDB(orders);
  const raw = rawOrdersOf(orders.table.layout);
  const warehouse = new Warehouse(service);
  const append = async (load: string, from: number, to: number) => {
    const rows = orders.rows.slice(from, to).map(({ fields }) => fields);
    warehouse.put('raw_orders', rawTable(raw, rows));
    await warehouse.run(scriptOf('append.sql', raw), { parameters: new Map([['load', load]]) });
  };
  await append('2026-11-22', 0, 100);
  await append('2026-11-23', 100, 350);
  await append('2026-11-24', 350, 600);
  for (const name of TABLE_NAMES) {
    expect(csvOf(warehouse.table(name)), name).toBe(outcome!.get(name));
  }
  await append('2026-11-23', 100, 350);
  for (const name of TABLE_NAMES) {
    expect(csvOf(warehouse.table(name)), name).toBe(outcome!.get(name));
  }
  await append('2026-11-23', 0, 1);
  expect(csvOf(warehouse.table('customer_stats'))).not.toBe(outcome!.get('customer_stats'));
});

describe('a planted difference is found', () => {
  const GOOGLESQL: readonly [string, string, string][] = [
    ['rounding', 'round(cast(', 'trunc(cast('],
    ['white space', '\\x{3000}', ''],
    ['Unicode form', 'normalize(value, NFC)', 'normalize(value, NFD)'],
    ['total words', "rtrim(lower(name), ' :：')", 'lower(name)'],
    ['the place of a reason', '[first, second,', '[second, first,'],
    ['the order of names', 'order by orders desc, dish)', 'order by orders desc, dish desc)'],
    ['the order of rows', '-- order by visit_count desc,', '-- order by visit_count,'],
  ];
  test.each(GOOGLESQL)('in GoogleSQL: %s', async (_, from, to) => {
    const altered = (script: string) => {
      expect(script).toContain(from);
      return script.replaceAll(from, to);
    };
    const outcome = await inDuckDB(odd);
    expect(outcome).not.toBeNull();
    expect(await inGoogleSql(service, odd, altered)).not.toEqual(outcome);
  });

  const DUCKDB: readonly [string, string][] = [
    ['rounding', "to_money(digits) as trunc(('0' || digits)::decimal(12, 3), 2)::decimal(12, 2)"],
    ['white space', "replace_white_space(value, mark) as regexp_replace(value, '\\s+', mark, 'g')"],
    ['Unicode form', 'nfc(value) as value'],
    ['total words', "is_total_word(name) as lower(name) = 'total'"],
    ['factors', 'amount_of(price, factor) as (price * abs(factor))::decimal(18, 2)'],
  ];
  test.each(DUCKDB)('in DuckDB: %s', async (_, macro) => {
    const altered = await inDuckDB(odd, `create or replace macro ${macro}`);
    expect(altered).not.toBeNull();
    expect(await inGoogleSql(service, odd)).not.toEqual(altered);
  });
});
