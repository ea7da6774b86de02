import { exportTable, type Exportable, type ExportedFile } from '../../src/exports';
import { TABLE_NAMES, type TableName } from '../../src/sql/tables';

export async function bytesOf(file: ExportedFile): Promise<Buffer> {
  return Buffer.from(await new Blob([...file.parts]).arrayBuffer());
}

export async function textOf(file: ExportedFile): Promise<string> {
  return (await bytesOf(file)).toString('utf8');
}

export async function exportedTables(data: Exportable): Promise<Record<TableName, string>> {
  const texts = TABLE_NAMES.map(
    async (name) => [name, await textOf(await exportTable(data, name))] as const,
  );
  return Object.fromEntries(await Promise.all(texts)) as Record<TableName, string>;
}
