import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportBigQueryKit, exportTable } from '../../../src/exports';
import { describedTable } from '../../../src/sql/columns';
import { TABLE_NAMES, TABLES } from '../../../src/sql/tables';
import { ORDERS } from './orders';
import { csvFile, loadFiles, useEngine } from '../../support/engine';
import { KIT_ARCHIVE, KIT_DATE, kitOf, schemasOf } from '../../support/kit';
import { bytesOf, textOf } from '../../support/tables';

const db = useEngine();
const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const FILES = ['README.md', 'load.sh', 'create_tables.sql', 'replace_tables.sql', 'verify.sql'];

const ordersKit = async (text: string, name = 'orders.csv') =>
  kitOf(await loadFiles(db, [csvFile(text, name)]));

test('is a ZIP of all files, whose tables equal the single downloads byte for byte', async () => {
  const data = await loadFiles(db, [csvFile(`${HEADER}"A, ""b""",=1+1,ボブ,1\nC,tea,Ann,x\n`)]);
  const archive = await exportBigQueryKit(data, ORDERS, KIT_DATE);
  expect(archive.name).toBe(KIT_ARCHIVE);
  const files = unzipSync(await bytesOf(archive));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      ...FILES,
      ...TABLE_NAMES.map((name) => `tables/${name}.csv`),
      ...TABLE_NAMES.map((name) => `schemas/${name}.json`),
      'manifest.json',
    ]),
  );
  for (const name of TABLE_NAMES) {
    const single = await textOf(await exportTable(data, name));
    expect(strFromU8(files[`tables/${name}.csv`]!)).toBe(single);
  }
  const again = await bytesOf(await exportBigQueryKit(data, ORDERS, KIT_DATE));
  expect(again.equals(await bytesOf(archive))).toBe(true);
});

test('leaves tables without columns out of every file', async () => {
  const kit = await ordersKit('restaurant_names,food_names\nA,tea\n');
  const names = ['restaurant_stats', 'popular_dishes'];
  expect([...kit.keys()].filter((name) => name.includes('/'))).toEqual([
    ...names.map((name) => `tables/${name}.csv`),
    ...names.map((name) => `schemas/${name}.json`),
  ]);
  const others = TABLE_NAMES.filter((name) => !names.includes(name));
  for (const file of ['load.sh', 'create_tables.sql', 'replace_tables.sql', 'verify.sql']) {
    for (const name of names) expect(kit.get(file), file).toContain(name);
    for (const name of others) expect(kit.get(file), file).not.toContain(name);
  }
  expect(kit.get('README.md')).toContain(
    'Not in this kit, because the orders lack a column that they need: `profitable_dishes`, `customer_stats`, `frequent_visitors`.',
  );
  expect(kit.get('README.md')).not.toContain('customer_stats.csv');
  expect(JSON.parse(kit.get('manifest.json')!)).toMatchObject({ tables_left_out: others });
});

test('has names from the orders only in its tables and its list of sources', async () => {
  const name = `it's "Zqx" ; drop.csv`;
  const kit = await ordersKit(
    `${HEADER}"Zqx'); drop table x; --",\`Zqx\`,"Zqx ""\\",1\nZqx${'長'.repeat(300)},@TABLES@Zqx,$(Zqx),-2.5\n`,
    name,
  );
  for (const [file, text] of kit) {
    if (file === 'manifest.json' || file.startsWith('tables/')) expect(text).toContain('Zqx');
    else expect(text, file).not.toContain('Zqx');
  }
  expect(JSON.parse(kit.get('manifest.json')!)).toMatchObject({ sources: [{ name }] });
});

describe('schemas/*.json', () => {
  test('list the CSV’s columns in order with type, mode and description', async () => {
    const kit = await ordersKit(`${HEADER}A,tea,Bob,1\n`);
    expect(kit.get('schemas/restaurant_stats.json')).toBe(`[
  {
    "name": "restaurant_names",
    "type": "STRING",
    "mode": "REQUIRED",
    "description": "The restaurant."
  },
  {
    "name": "customer_count",
    "type": "INTEGER",
    "mode": "NULLABLE",
    "description": "Distinct customers who visited the restaurant. Not to be added up over restaurants: who visits two of them counts at both. NULL where the orders name no customer."
  },
  {
    "name": "total_revenue",
    "type": "NUMERIC",
    "mode": "NULLABLE",
    "description": "The sum of its orders, refunds taken off. NULL where the orders have no price."
  }
]
`);
    const types = { text: 'STRING', count: 'INTEGER', money: 'NUMERIC' } as const;
    for (const [name, fields] of schemasOf(kit)) {
      const head = kit.get(`tables/${name}.csv`)!.split('\n')[0]!;
      expect(fields.map((field) => field.name).join(',')).toBe(head);
      const spec: Readonly<Record<string, string>> = TABLES[name as keyof typeof TABLES];
      for (const field of fields) {
        const kind = spec[field.name]!;
        expect(field.type).toBe(types[kind.replace('?', '') as keyof typeof types]);
        expect(field.mode).toBe(kind.endsWith('?') ? 'NULLABLE' : 'REQUIRED');
        // BigQuery limits a description to 1,024 characters.
        expect(field.description.length).toBeLessThan(1024);
      }
    }
  });

  test('require key columns', () => {
    for (const name of TABLE_NAMES) {
      const { key, columns } = describedTable(name);
      expect(key.length).toBeGreaterThan(0);
      for (const each of key) {
        expect(columns.find((column) => column.name === each)?.kind).not.toMatch(/\?$/);
      }
    }
  });
});

describe('the SQL', () => {
  const restaurantStats = `create or replace table \`dishboard\`.restaurant_stats (
    restaurant_names string not null options (description = 'The restaurant.'),
    customer_count int64 options (description = 'Distinct customers who visited the restaurant. Not to be added up over restaurants: who visits two of them counts at both. NULL where the orders name no customer.'),
    total_revenue numeric options (description = 'The sum of its orders, refunds taken off. NULL where the orders have no price.'),
    primary key (restaurant_names) not enforced
)
options (description = 'One row per restaurant: how many customers came, and what it earned.')`;

  test('create_tables.sql creates the dataset and each table with descriptions and key', async () => {
    const sql = (await ordersKit(`${HEADER}A,tea,Bob,1\n`)).get('create_tables.sql')!;
    const statements = statementsOf(sql);
    expect(statements).toHaveLength(6);
    expect(statements[0]).toBe(
      "create schema if not exists `dishboard`\noptions (description = 'The five tables that Dishboard made of restaurant orders.')",
    );
    expect(statements[1]).toBe(restaurantStats);
    expect(statements[2]).toContain(
      'primary key (restaurant_names, popularity_rank) not enforced\n)',
    );
    expect(statements[3]).toContain('primary key (restaurant_names, profit_rank) not enforced\n)');
    expect(statements[4]).toContain('primary key (first_name) not enforced\n)');
    expect(statements[5]).toContain('primary key (restaurant_names) not enforced\n)');
  });

  test('replace_tables.sql replaces them by the loaded tables', async () => {
    const kit = await ordersKit(`${HEADER}A,tea,Bob,1\n`);
    const created = statementsOf(kit.get('create_tables.sql')!).slice(1);
    const replaced = statementsOf(kit.get('replace_tables.sql')!);
    expect(replaced[0]).toBe(
      `${restaurantStats}\nas select restaurant_names, customer_count, total_revenue\nfrom \`dishboard\`.restaurant_stats_loading`,
    );
    expect(replaced.map((statement) => statement.replace(/\nas select [^]*$/, ''))).toEqual(
      created,
    );
  });

  test('verify.sql contains the figures of the files', async () => {
    const sql = (
      await ordersKit('restaurant_names,first_name,food_cost\nA,Bob,1\nÉ,Bob,-2.25\n')
    ).get('verify.sql')!;
    expect(statementsOf(sql)).toHaveLength(1);
    expect(sql).toContain(`  select
    1 as place,
    'restaurant_stats' as table_name,
    ifnull(nullif(array_to_string([
      if(row_count = 2, null, format('rows: %d instead of 2', row_count)),
      if(sum_customer_count = numeric '2', null, format('sum of customer_count: %t instead of 2', sum_customer_count)),
      if(sum_total_revenue = numeric '-1.25', null, format('sum of total_revenue: %.2f instead of -1.25', sum_total_revenue)),
      if(fingerprint = numeric '${fingerprint(['A', '1', '1.00'], ['É', '1', '-2.25'])}', null, 'the rows are not those of the file')
    ], '; '), ''), 'OK') as result
  from (
    select
      count(*) as row_count,
      ifnull(sum(cast(customer_count as numeric)), 0) as sum_customer_count,
      ifnull(sum(cast(total_revenue as numeric)), 0) as sum_total_revenue,
      ifnull(sum(cast(cast(concat('0x', substr(to_hex(sha256(array_to_string([restaurant_names, cast(customer_count as string), format('%.2f', total_revenue)], '\\x1f', ''))), 1, 12)) as int64) as numeric)), 0) as fingerprint
    from \`dishboard\`.restaurant_stats
  )
`);
  });

  test('verify.sql treats NULL as an empty cell and tells tables apart', async () => {
    const sql = (await ordersKit('restaurant_names,food_names\nA,tea\n')).get('verify.sql')!;
    expect(sql).toContain(`numeric '${fingerprint(['A', '', ''])}'`);
    expect(sql).toContain("sum_total_revenue = numeric '0.00'");
    const other = (await ordersKit('restaurant_names,food_names\nB,tea\n')).get('verify.sql');
    expect(other).not.toBe(sql);
  });
});

test('manifest.json lists the sources and the SHA-256 of each other file', async () => {
  const text = `${HEADER}A,tea,Bob,1\n\nA,tea,Bob,x\n`;
  const other = `${HEADER}B,tea,Bob,1\n`;
  const files = [csvFile(text, '売上 "1".csv'), csvFile(other, 'b.csv')];
  const kit = await kitOf(await loadFiles(db, files));
  const manifest: unknown = JSON.parse(kit.get('manifest.json')!);
  expect(manifest).toEqual({
    kind: 'Dishboard BigQuery kit',
    date: '2026-11-22',
    versions: {
      dishboard: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      'duckdb-wasm': expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    },
    sources: [
      {
        ...{ name: '売上 "1".csv', file_bytes: text.length },
        ...{ lines: 4, read: 2, kept: 1, rejected: 1 },
      },
      {
        ...{ name: 'b.csv', file_bytes: other.length },
        ...{ lines: 2, read: 1, kept: 1, rejected: 0 },
      },
    ],
    receipt: { lines: 6, read: 3, kept: 2, rejected: 1 },
    tables: TABLE_NAMES.map((name) => ({ name, rows: name === 'customer_stats' ? 1 : 2 })),
    tables_left_out: [],
    files: [...kit]
      .filter(([name]) => name !== 'manifest.json')
      .map(([path, content]) => ({
        path,
        bytes: Buffer.byteLength(content),
        sha256: createHash('sha256').update(content).digest('hex'),
      })),
  });
});

test('lists further files in its manifest and README', async () => {
  const data = await loadFiles(db, [csvFile(`${HEADER}A,tea,Bob,1\n`)]);
  const names = [
    'pipeline.sql',
    'append.sql',
    'load_raw.sh',
    'raw_schema.json',
    'looker_studio.md',
  ];
  const further = names.map((name) => ({ name, text: `-- ${name}\n` }));
  const kit = await kitOf(data, further);
  for (const { name, text } of further) {
    expect(kit.get(name)).toBe(text);
    expect(kit.get('README.md')).toContain(`\`${name}\``);
    expect(kit.get('manifest.json')).toContain(`"${name}"`);
  }
  const without = await kitOf(data);
  expect(without.get('README.md')).not.toMatch(/pipeline|append|load_raw|looker/);
});

function statementsOf(sql: string): string[] {
  return sql
    .replace(/^--.*\n/gm, '')
    .split(/;\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function fingerprint(...rows: string[][]): string {
  const digests = rows.map((cells) =>
    createHash('sha256').update(cells.join('\u001F')).digest('hex').slice(0, 12),
  );
  return String(digests.reduce((sum, digest) => sum + BigInt(`0x${digest}`), 0n));
}
