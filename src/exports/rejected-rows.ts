/** Every rejected record with its place and reasons, under the file's own header, to be mended and dropped back in. */
import {
  REJECTED_COLUMNS,
  REJECTED_RESTAURANT,
  type Reject,
  type TableHeader,
} from '../lib/receipt';
import { csvLine } from './csv';

const RECORDS_PER_PART = 16_384;

const RESTAURANT_KEY = 'role restaurant';

/**
 * The file in parts. Columns of several files stand side by side: those of one role in one column,
 * under the name that the first file gave it, the others by their names.
 */
export function rejectedRowsToCsv(rejects: readonly Reject[]): Uint8Array<ArrayBuffer>[] {
  const columns = new Columns();
  let hasRawLines = false;
  for (const { record } of rejects) {
    columns.add(record.table);
    if ('rawLine' in record) hasRawLines = true;
  }
  const encoder = new TextEncoder();
  const rawColumn = hasRawLines ? ['raw_line'] : [];
  const head = [...REJECTED_COLUMNS, ...columns.names, ...rawColumn];
  const parts = [encoder.encode(csvLine(head))];
  for (let start = 0; start < rejects.length; start += RECORDS_PER_PART) {
    const lines = rejects.slice(start, start + RECORDS_PER_PART).map((reject) => {
      const { source, line, reasons, record } = reject;
      const cells = columns.cells(record.table, 'fields' in record ? record.fields : []);
      const raw = hasRawLines ? ['rawLine' in record ? record.rawLine : ''] : [];
      return csvLine([source, String(line), reasons, ...cells, ...raw]);
    });
    parts.push(encoder.encode(lines.join('')));
  }
  return parts;
}

/** The columns of all files, and where those of each file are among them. */
class Columns {
  readonly #placeOf = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #places = new Map<TableHeader, readonly number[]>();

  get names(): readonly string[] {
    return this.#names;
  }

  add(table: TableHeader): void {
    if (this.#places.has(table)) return;
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

/** A key per column: its role, or its name with a number, for two columns of one header may have one name. */
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
