import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import type { KitData } from '../../src/exports';
import { kitFiles, type KitFile } from '../../src/exports/bigquery/kit';
import type { Row, Rows, Spec } from '../../src/lib/kinds';
import { TABLES, type TableName } from '../../src/sql/tables';

export const KIT_ARCHIVE = 'dishboard_bigquery_orders_2026-11-22.zip';
export const KIT_DATE = new Date(2026, 10, 22);

export async function kitOf(
  data: KitData,
  further: readonly KitFile[] = [],
): Promise<Map<string, string>> {
  const files = await kitFiles(data, { archive: KIT_ARCHIVE, date: KIT_DATE, further });
  const texts = files.map(
    async ({ name, parts }) => [name, await new Blob([...parts]).text()] as const,
  );
  return new Map(await Promise.all(texts));
}

export interface SchemaField {
  readonly name: string;
  readonly type: 'STRING' | 'INTEGER' | 'NUMERIC';
  readonly mode: 'REQUIRED' | 'NULLABLE';
  readonly description: string;
}

export function schemasOf(kit: ReadonlyMap<string, string>): Map<string, SchemaField[]> {
  const entries = [...kit].filter(([name]) => name.startsWith('schemas/'));
  return new Map(
    entries.map(([name, text]) => [
      name.replace(/^schemas\/(.*)\.json$/, '$1'),
      JSON.parse(text) as SchemaField[],
    ]),
  );
}

const DUCKDB_TYPES = { STRING: 'varchar', INTEGER: 'bigint', NUMERIC: 'decimal(38, 9)' };

export interface Warehouse {
  /** A query's rows, with cells as the database prints them. */
  ask(sql: string): (string | null)[][];
  close(): void;
}

/** Loads the kit's tables into a plain DuckDB, from their CSVs and schemas only. */
export async function warehouseOf(kit: ReadonlyMap<string, string>): Promise<Warehouse> {
  const mainModule = createRequire(import.meta.url).resolve(
    '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  );
  const bundle = { mainModule, mainWorker: '' };
  const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate();
  database.open({});
  const connection = database.connect();
  for (const [table, fields] of schemasOf(kit)) {
    const columns = fields.map(({ name, type, mode }) => {
      const notNull = mode === 'REQUIRED' ? ' not null' : '';
      return `${name} ${DUCKDB_TYPES[type]}${notNull}`;
    });
    const types = fields.map(({ name, type }) => `'${name}': '${DUCKDB_TYPES[type]}'`);
    database.registerFileText(`${table}.csv`, kit.get(`tables/${table}.csv`)!);
    connection.query(`create table ${table} (${columns.join(', ')})`);
    connection.query(
      `insert into ${table} from read_csv('${table}.csv', header = true, auto_detect = false,
        delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}})`,
    );
  }
  return {
    ask: (sql) => {
      const answer = connection.query(`select columns(*)::varchar from (${sql})`);
      return answer
        .toArray()
        .map((row: { toArray(): unknown[] }) => [...row.toArray()] as (string | null)[]);
    },
    close: () => {
      connection.close();
      database.reset();
    },
  };
}

/** The cells of a result table as a database prints them. */
export function tableTexts({ results }: KitData, name: TableName): (string | null)[][] {
  const rows: Rows<Row<Spec>> = results.tables[name];
  return Array.from(rows, (row) =>
    Object.keys(TABLES[name]).map((column) => {
      const cell = row[column]!;
      if (typeof cell !== 'bigint') return cell === null ? null : String(cell);
      const digits = String(cell < 0n ? -cell : cell).padStart(3, '0');
      return `${cell < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    }),
  );
}
