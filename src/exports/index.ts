/** The files that leave, each a name and its bytes in parts. */
import type { Row, Rows, Spec } from '../lib/kinds';
import type { Reject } from '../lib/receipt';
import type { Role } from '../lib/roles';
import { missingFor, TABLE_NAMES, TABLES, type TableName, type TableRows } from '../sql/tables';
import { EXACT, tableToCsv, type CsvStyle } from './csv';
import { archiveName } from './file-names';
import { rejectedRowsToCsv } from './rejected-rows';
import { SPREADSHEET } from './spreadsheet';

export interface ExportedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** What the exports are made from: a load's results, without what made them. */
export interface Exportable {
  readonly sources: readonly string[];
  readonly rejects: readonly Reject[];
  readonly results: { readonly roles: readonly Role[]; readonly tables: TableRows };
}

const CSV = 'text/csv;charset=utf-8';

export function exportTable(data: Exportable, name: TableName): ExportedFile {
  return { name: `${name}.csv`, mimeType: CSV, parts: tableParts(data, name, EXACT) };
}

export function exportSpreadsheet(data: Exportable, name: TableName): ExportedFile {
  const parts = tableParts(data, name, SPREADSHEET);
  return { name: `${name}_spreadsheet.csv`, mimeType: CSV, parts };
}

export function exportRejectedRows(data: Exportable): ExportedFile {
  return {
    name: 'rejected_rows.csv',
    mimeType: CSV,
    parts: rejectedRowsToCsv(data.rejects),
  };
}

/** The five tables as far as the files have what they are made from, and the rejected rows where there are any. */
export async function exportAll(data: Exportable, date: Date): Promise<ExportedFile> {
  const { zip } = await import('./zip');
  const files = TABLE_NAMES.filter((name) => missingFor(name, data.results.roles).length === 0).map(
    (name) => exportTable(data, name),
  );
  if (data.rejects.length > 0) files.push(exportRejectedRows(data));
  return {
    name: archiveName(data.sources, date),
    mimeType: 'application/zip',
    parts: zip(files, date),
  };
}

function tableParts(data: Exportable, name: TableName, style: CsvStyle) {
  const rows: Rows<Row<Spec>> = data.results.tables[name];
  return tableToCsv<Spec>(TABLES[name], rows, style);
}
