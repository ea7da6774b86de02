/** All downloads. A download is a file name and the bytes in parts. */
import type { Row, Rows, Spec } from '../lib/kinds';
import type { Receipt, Rejects } from '../domain/receipt';
import type { Role } from '../domain/roles';
import { missingFor, TABLE_NAMES, TABLES, type TableName, type TableRows } from '../sql/tables';
import type { KitSource } from './bigquery/manifest';
import type { RawOrders } from './bigquery/raw-orders';
import { EXACT, tableToCsv, type CsvStyle } from './csv';
import { datedName } from './file-names';
import type { Told } from './html/report';
import { rejectedRowsToCsv } from './rejected-rows';
import { SPREADSHEET } from './spreadsheet';
import type { Part } from './zip';

export interface ExportedFile {
  readonly name: string;
  readonly mimeType: string;
  /** The parts that make up the file when they are joined in order. Large parts are Blobs. */
  readonly parts: readonly Part[];
}

/** The results of a load that exports need. */
export interface Exportable {
  readonly sources: readonly string[];
  readonly rejects: Rejects;
  readonly results: { readonly roles: readonly Role[]; readonly tables: TableRows };
}

/** The results together with the receipt of each input table. */
export interface KitData extends Exportable {
  readonly tables: readonly KitSource[];
  readonly receipt: Receipt;
}

/** The answer to a query, as texts in columns `c0`, `c1` and so on. */
export interface Answered {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: Rows<Readonly<Record<string, string | null>>>;
}

const CSV = 'text/csv;charset=utf-8';

export async function exportTable(data: Exportable, name: TableName): Promise<ExportedFile> {
  return { name: `${name}.csv`, mimeType: CSV, parts: await tableParts(data, name, EXACT) };
}

export async function exportSpreadsheet(data: Exportable, name: TableName): Promise<ExportedFile> {
  const parts = await tableParts(data, name, SPREADSHEET);
  return { name: `${name}_spreadsheet.csv`, mimeType: CSV, parts };
}

/** Exports the answer to a query, with the column names that the query gives. */
export async function exportQuery({ columns, rows }: Answered): Promise<ExportedFile> {
  const spec = Object.fromEntries(
    columns.map((_, index) => [`c${String(index)}`, 'text?' as const]),
  );
  const heads = columns.map(({ name }) => name);
  return { name: 'query.csv', mimeType: CSV, parts: await tableToCsv(spec, rows, EXACT, heads) };
}

export async function exportRejectedRows(data: Exportable): Promise<ExportedFile> {
  return {
    name: 'rejected_rows.csv',
    mimeType: CSV,
    parts: await rejectedRowsToCsv(data.rejects),
  };
}

/** Exports the available result tables, and the rejected rows if there are any. */
export async function exportAll(data: Exportable, date: Date): Promise<ExportedFile> {
  const { zip } = await import('./zip');
  const files: ExportedFile[] = [];
  for (const name of TABLE_NAMES) {
    if (missingFor(name, data.results.roles).length > 0) continue;
    files.push(await exportTable(data, name));
  }
  if (data.rejects.count > 0) files.push(await exportRejectedRows(data));
  return {
    name: `${datedName(data.sources, date)}.zip`,
    mimeType: 'application/zip',
    parts: await zip(files, date),
  };
}

/** Exports the available result tables with everything needed to load them into BigQuery. */
export async function exportBigQueryKit(
  data: KitData,
  orders: RawOrders | null,
  date: Date,
): Promise<ExportedFile> {
  const [{ zip }, { kitFiles }, { pipelineFiles }, { lookerGuide }] = await Promise.all([
    import('./zip'),
    import('./bigquery/kit'),
    import('./bigquery/pipeline'),
    import('./bigquery/looker-guide'),
  ]);
  const name = `${datedName(data.sources, date, 'dishboard_bigquery')}.zip`;
  const further = [...(orders ? pipelineFiles(orders) : []), lookerGuide(data.results)];
  const files = await kitFiles(data, { archive: name, date, further });
  return { name, mimeType: 'application/zip', parts: await zip(files, date) };
}

/** Exports the five answers with their numbers, tables and charts, but without order lines. */
export async function exportHtmlReport(
  sources: readonly string[],
  told: Told,
  date: Date,
): Promise<ExportedFile> {
  const { htmlReport } = await import('./html/report');
  return {
    name: `${datedName(sources, date)}.html`,
    mimeType: 'text/html;charset=utf-8',
    parts: [new Blob([htmlReport(told, date)])],
  };
}

function tableParts(data: Exportable, name: TableName, style: CsvStyle) {
  const rows: Rows<Row<Spec>> = data.results.tables[name];
  return tableToCsv<Spec>(TABLES[name], rows, style);
}
