/** Runs the same orders through both engines and returns comparable texts. */
import type { Inspection } from '../../src/ingest/layout/inspect';
import { pipelineFiles } from '../../src/exports/bigquery/pipeline';
import { columnNames, type RawOrders } from '../../src/exports/bigquery/raw-orders';
import { csvLine } from '../../src/exports/csv';
import { Failure } from '../../src/domain/failure';
import { moneyToDecimal } from '../../src/domain/money';
import { createDatabase } from '../../src/pipeline/database';
import { missingFor, TABLE_NAMES } from '../../src/sql/tables';
import { rawOrdersOf } from '../../src/ui/receipt/raw-orders';
import { openNodeEngine } from '../../src/engine/duckdb-node';
import { loadTables } from '../../tests/support/engine';
import { allOf } from '../../tests/support/rejects';
import { exportedTables } from '../../tests/support/tables';
import type { Service } from './service';
import { isNull, TEXT, Warehouse, type Table, type Value } from './warehouse';

/** The same orders for both engines: a table for DuckDB, rows with line numbers for GoogleSQL. */
export interface Orders {
  readonly table: Inspection;
  readonly rows: readonly { readonly line: number; readonly fields: readonly string[] }[];
}

/**
 * The CSV of each table by its name, in the order of its rows. The entry `rejected_rows` has the line
 * number and the reasons of each rejected row. The outcome is null if no row can be used.
 */
export type Outcome = ReadonlyMap<string, string> | null;

const LINE: RawOrders['columns'][number] = { header: 'line', role: null };

/** Loads orders in DuckDB. `alter` is SQL that runs before the load, such as a changed macro. */
export async function inDuckDB({ table }: Orders, alter = ''): Promise<Outcome> {
  const database = await createDatabase(await openNodeEngine());
  try {
    if (alter !== '') await database.engine.run({ name: 'alter', sql: alter });
    const data = await loadTables(database, [table]);
    const tables = await exportedTables(data);
    const rejects = await allOf(data.rejects);
    const made = TABLE_NAMES.filter((name) => missingFor(name, data.results.roles).length === 0);
    return new Map([
      ...made.map((name) => [name, tables[name]] as const),
      [
        'rejected_rows',
        rejectedText(
          rejects
            .filter(({ record }) => 'fields' in record)
            .map(({ line, reasons }) => ({ line, reasons })),
        ),
      ],
    ]);
  } catch (error) {
    if (error instanceof Failure && error.report.what === 'no record kept') return null;
    throw error;
  } finally {
    await database.engine.close();
  }
}

/** Runs the pipeline on orders in Google's engine. `alter` edits its script first. */
export async function inGoogleSql(
  service: Service,
  { table, rows }: Orders,
  alter: (script: string) => string = (script) => script,
): Promise<Outcome> {
  const orders = rawOrdersOf(table.layout);
  // A column without a role holds the line number, so that no two rows are equal.
  const numbered: RawOrders = { ...orders, columns: [...orders.columns, LINE] };
  const script = pipelineFiles(numbered).find(({ name }) => name === 'pipeline.sql')!.text;
  const warehouse = new Warehouse(service);
  warehouse.put(
    'raw_orders',
    rawTable(
      numbered,
      rows.map(({ line, fields }) => [...fields, String(line)]),
    ),
  );
  try {
    await warehouse.run(alter(script));
  } catch (error) {
    if (error instanceof Error && error.message.includes('No row of raw_orders can be used')) {
      return null;
    }
    throw error;
  }
  const made = TABLE_NAMES.filter((name) => warehouse.tableNames.includes(name));
  return new Map([
    ...made.map((name) => [name, csvOf(warehouse.table(name))] as const),
    ['rejected_rows', rejectedText(rejectsOf(warehouse.table('rejected_rows')))],
  ]);
}

export function rawTable(orders: RawOrders, rows: readonly (readonly string[])[]): Table {
  return {
    columns: columnNames(orders.columns).map((name) => ({ name, type: TEXT, required: false })),
    rows: rows.map((fields) => fields.map((text) => ({ string_value: text }))),
  };
}

export function csvOf({ columns, rows }: Table): string {
  const head = csvLine(columns.map(({ name }) => name));
  return head + rows.map((row) => csvLine(row.map(cellText))).join('');
}

function rejectsOf({ columns, rows }: Table): { line: number; reasons: string }[] {
  const names = columns.map(({ name }) => name);
  const [line, reasons] = [
    names.findIndex((name) => name === 'raw_line'),
    names.indexOf('reasons'),
  ];
  return rows.map((row) => ({
    line: Number(cellText(row[line]!)),
    reasons: cellText(row[reasons]!),
  }));
}

function rejectedText(rows: readonly { line: number; reasons: string }[]): string {
  const sorted = [...rows].sort((a, b) => a.line - b.line);
  return sorted.map(({ line, reasons }) => `${String(line)}: ${reasons}\n`).join('');
}

/** Formats a cell as the exported CSVs do, with two decimal places for money. */
function cellText(value: Value): string {
  if (isNull(value)) return '';
  const kind = value['value'] as string;
  if (kind === 'numeric_value') return moneyText(value['numeric_value'] as Uint8Array);
  return String(value[kind]);
}

/** Formats a NUMERIC, a little-endian two's-complement integer that counts billionths. */
function moneyText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).reverse().toString('hex');
  const billionths = BigInt.asIntN(8 * bytes.length, BigInt(`0x${hex || '0'}`));
  const hundredths = billionths / 10_000_000n;
  if (hundredths * 10_000_000n !== billionths) throw new Error('money has more than two places');
  return moneyToDecimal(hundredths);
}
