import type { Row, Rows, Spec } from '../../lib/kinds';
import { describedTable, type DescribedTable } from '../../sql/columns';
import { missingFor, TABLE_NAMES, TABLES } from '../../sql/tables';
import { tableToCsv } from '../csv';
import { isoDate } from '../file-names';
import type { KitData } from '../index';
import type { ArchiveEntry, Part } from '../zip';
import { createTablesSql, replaceTablesSql } from './create-tables';
import { figuresOf } from './figures';
import { loadScript } from './load-script';
import { manifestJson } from './manifest';
import { readmeMarkdown } from './readme';
import { schemaJson } from './schemas';
import { verifySql, type Checked } from './verify';

export interface KitFile {
  /** The path of the file in the kit. */
  readonly name: string;
  readonly text: string;
}

interface Named {
  /** The name of the ZIP file. */
  readonly archive: string;
  readonly date: Date;
  /**
   * The files besides the tables and their loader. README.md and manifest.json list these files.
   */
  readonly further: readonly KitFile[];
}

/**
 * Returns all files of the kit in order. A table is omitted if the orders lack a column that it
 * needs.
 */
export async function kitFiles(
  data: KitData,
  { archive, date, further }: Named,
): Promise<ArchiveEntry[]> {
  const isMade = (name: (typeof TABLE_NAMES)[number]) =>
    missingFor(name, data.results.roles).length === 0;
  const leftOut = TABLE_NAMES.filter((name) => !isMade(name));
  const checked: Checked[] = [];
  const csvs: { table: DescribedTable; parts: readonly Part[]; bytes: number }[] = [];
  for (const name of TABLE_NAMES.filter(isMade)) {
    const table = describedTable(name);
    const rows: Rows<Row<Spec>> = data.results.tables[name];
    const parts = await tableToCsv<Spec>(TABLES[name], rows);
    csvs.push({ table, parts, bytes: parts.reduce((sum, part) => sum + part.byteLength, 0) });
    checked.push({ table, figures: await figuresOf(table, rows) });
  }
  const tables = checked.map(({ table }) => table);
  const readme = readmeMarkdown({
    archive,
    date: isoDate(date),
    files: csvs,
    leftOut,
    further: further.map(({ name }) => name),
  });
  const files = [
    textEntry('README.md', readme),
    textEntry('load.sh', loadScript(tables.map(({ name }) => name))),
    textEntry('create_tables.sql', createTablesSql(tables)),
    textEntry('replace_tables.sql', replaceTablesSql(tables)),
    textEntry('verify.sql', verifySql(checked)),
    ...further.map(({ name, text }) => textEntry(name, text)),
    ...csvs.map(({ table, parts }) => ({ name: `tables/${table.name}.csv`, parts })),
    ...tables.map((table) => textEntry(`schemas/${table.name}.json`, schemaJson(table))),
  ];
  const made = { date: isoDate(date), sources: data.tables, receipt: data.receipt };
  const manifest = await manifestJson({ ...made, checked, leftOut }, files);
  return [...files, textEntry('manifest.json', manifest)];
}

function textEntry(name: string, text: string): ArchiveEntry {
  return { name, parts: [new TextEncoder().encode(text)] };
}
