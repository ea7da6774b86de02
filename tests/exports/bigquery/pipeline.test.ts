import { describe, expect, test } from 'vitest';
import { pipelineFiles } from '../../../src/exports/bigquery/pipeline';
import {
  columnNames,
  loadEncoding,
  type RawOrders,
} from '../../../src/exports/bigquery/raw-orders';
import { ENCODINGS } from '../../../src/ingest/layout/layout';
import { describedTable } from '../../../src/sql/columns';
import { TABLE_NAMES } from '../../../src/sql/tables';
import { ORDERS } from './orders';

const textOf = (name: string, orders: Partial<RawOrders> = {}) =>
  pipelineFiles({ ...ORDERS, ...orders }).find((file) => file.name === name)!.text;

test('has four files', () => {
  expect(pipelineFiles(ORDERS).map(({ name }) => name)).toEqual([
    'pipeline.sql',
    'append.sql',
    'load_raw.sh',
    'raw_schema.json',
  ]);
});

describe('the tables', () => {
  test.each(TABLE_NAMES)('%s has its columns with types, descriptions and key', (name) => {
    const { columns, key } = describedTable(name);
    for (const script of ['pipeline.sql', 'append.sql']) {
      const head = textOf(script)
        .split(`create or replace table ${name}\n`)[1]!
        .split(') as\n')[0]!;
      const defined = [
        ...head.matchAll(/^ {4}(\w+) (string|int64|numeric)(?: not null)? options/gm),
      ];
      expect(defined.map((match) => match[1])).toEqual(columns.map((column) => column.name));
      expect(head).toContain(`primary key (${key.join(', ')}) not enforced`);
    }
  });

  test('have NUMERIC money, and NULL only where a column may be missing', () => {
    const sql = textOf('pipeline.sql');
    expect(sql).toContain('    restaurant_names string not null options');
    expect(sql).toContain('    customer_count int64 options');
    expect(sql).toContain('    total_revenue numeric options');
    expect(sql).toContain('    total_revenue numeric not null options');
  });

  test('are those with columns in the orders', () => {
    const columns = ORDERS.columns.filter(({ role }) => role !== 'price');
    expect(textOf('pipeline.sql', { columns })).not.toContain('table profitable_dishes');
    expect(textOf('pipeline.sql', { columns })).toContain('table popular_dishes');
  });
});

describe('the columns of the raw table', () => {
  test('have unique names: the role’s, or the allowed part of the header’s', () => {
    const others = [
      'Größe (cm)',
      'groesse',
      'Grosse cm',
      'select',
      '',
      '注文',
      '2nd',
      'dish',
      'Dish!',
      'x'.repeat(300),
    ];
    const names = columnNames([
      ...others.map((header) => ({ header, role: null })),
      { header: 'Gericht', role: 'dish' },
      { header: '__proto__', role: null },
      { header: 'source', role: null },
    ]);
    expect(names).toEqual([
      'raw_gro_e_cm',
      'raw_groesse',
      'raw_grosse_cm',
      'raw_select',
      'column_5',
      'column_6',
      'raw_2nd',
      'raw_dish',
      'raw_dish_2',
      `raw_${'x'.repeat(100)}`,
      'dish',
      'raw_proto',
      'raw_source',
    ]);
  });

  test('are all text and describe their name in the files', () => {
    const columns = [
      { header: 'Gericht "heute"', role: 'dish' },
      { header: '', role: null },
    ] as const;
    expect(JSON.parse(textOf('raw_schema.json', { columns, restaurant: 'A' }))).toEqual([
      { name: 'dish', type: 'STRING', mode: 'NULLABLE', description: 'Gericht "heute"' },
      { name: 'column_2', type: 'STRING', mode: 'NULLABLE' },
    ]);
  });

  test('stay in order in the rejected rows, before the reasons', () => {
    const columns = [{ header: 'Bon', role: null }, ...ORDERS.columns];
    expect(textOf('pipeline.sql', { columns })).toContain(`select
    reading.source,
    judged_lines.raw_bon,
    judged_lines.restaurant,
    judged_lines.dish,
    judged_lines.customer,
    judged_lines.price,
    judged_lines.reasons
from judged_lines`);
  });
});

describe('the encoding of the files', () => {
  test.each([
    ['utf-8', 'UTF-8', null],
    ['utf-16le', 'UTF-16LE', null],
    ['utf-16be', 'UTF-16BE', null],
    // BigQuery’s ISO-8859-1 lacks the letters that windows-1252 adds.
    ['windows-1252', 'UTF-8', 'WINDOWS-1252'],
    ['shift_jis', 'UTF-8', 'CP932'],
  ])('%s is loaded as %s, converted from %s', (label, encoding, convertFrom) => {
    expect(loadEncoding(label)).toEqual({ encoding, convertFrom });
  });

  test('is known to BigQuery or iconv for every label', () => {
    for (const label of ENCODINGS) {
      const { encoding, convertFrom } = loadEncoding(label);
      expect(encoding).toMatch(/^UTF-(?:8|16[LB]E)$/);
      expect(convertFrom ?? '').toMatch(/^[A-Z0-9-]*$/);
    }
  });
});
