/**
 * Writes every rejected record with its line and reasons, under the header of its file. The user
 * can correct the records and read the result like any file.
 */
import {
  REJECTED_COLUMNS,
  REJECTED_RESTAURANT,
  type Rejects,
  type TableHeader,
} from '../domain/receipt';
import { csvLine } from './csv';

/** The number of records per part, which is small enough not to block the page. */
const RECORDS_PER_PART = 4096;

const RESTAURANT_KEY = 'role restaurant';

/**
 * Returns the file as Blobs, because there can be millions of records. Columns of different files
 * become one column if they have the same role or the same name.
 */
export async function rejectedRowsToCsv(rejects: Rejects): Promise<Blob[]> {
  const { tables, hasRawLines } = rejects;
  const columns = new Columns(tables);
  const rawColumn = hasRawLines ? ['raw_line'] : [];
  const parts: Blob[] = [];
  let lines = [csvLine([...REJECTED_COLUMNS, ...columns.names, ...rawColumn])];
  for await (const batch of rejects.batches()) {
    for (const { source, line, reasons, record } of batch) {
      const cells = columns.cells(record.table, 'fields' in record ? record.fields : []);
      const raw = hasRawLines ? ['rawLine' in record ? record.rawLine : ''] : [];
      lines.push(csvLine([source, String(line), reasons, ...cells, ...raw]));
      if (lines.length < RECORDS_PER_PART) continue;
      parts.push(new Blob([lines.join('')]));
      lines = [];
    }
  }
  parts.push(new Blob([lines.join('')]));
  return parts;
}

/** The columns of all files together, and the position of the columns of each file among them. */
class Columns {
  readonly #placeOf = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #places = new Map<TableHeader, readonly number[]>();

  constructor(tables: readonly TableHeader[]) {
    for (const table of tables) this.#add(table);
  }

  get names(): readonly string[] {
    return this.#names;
  }

  #add(table: TableHeader): void {
    if (table.restaurant !== null) this.#place(RESTAURANT_KEY, REJECTED_RESTAURANT);
    const places = columnKeys(table).map((key, column) => this.#place(key, table.header[column]!));
    this.#places.set(table, places);
  }

  cells(table: TableHeader, fields: readonly string[]): string[] {
    const cells = new Array<string>(this.#names.length).fill('');
    const places = this.#places.get(table)!;
    fields.forEach((field, column) => (cells[places[column]!] = field));
    if (table.restaurant !== null) cells[this.#placeOf.get(RESTAURANT_KEY)!] = table.restaurant;
    return cells;
  }

  #place(key: string, name: string): number {
    const place = this.#placeOf.get(key) ?? this.#names.length;
    if (place === this.#names.length) {
      this.#placeOf.set(key, place);
      this.#names.push(name);
    }
    return place;
  }
}

/**
 * Returns a key for each column: its role, or its name with a counter, because names can repeat in
 * a header.
 */
function columnKeys({ header, columns }: TableHeader): string[] {
  const roles = new Map(Object.entries(columns).map(([role, column]) => [column, role]));
  const seen = new Map<string, number>();
  return header.map((name, column) => {
    const role = roles.get(column);
    if (role !== undefined) return `role ${role}`;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return `${String(occurrence)} ${name}`;
  });
}
