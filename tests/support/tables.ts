import { exportTable, type Exportable, type ExportedFile } from '../../src/exports';
import { TABLE_NAMES, type TableName } from '../../src/sql/tables';

export function textOf(file: ExportedFile): string {
  return Buffer.concat(file.parts).toString('utf8');
}

/** The five exported CSVs as texts. */
export function exportedTables(data: Exportable): Record<TableName, string> {
  return Object.fromEntries(
    TABLE_NAMES.map((name) => [name, textOf(exportTable(data, name))]),
  ) as Record<TableName, string>;
}
