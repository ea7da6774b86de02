/**
 * Writes a result table as CSV: UTF-8 without a byte order mark, LF, commas, quotes only where they
 * are needed (RFC 4180), and `.` as the decimal mark.
 */
import { yieldToPage } from '../lib/yield-to-page';
import type { Cell } from '../lib/kinds';
import { columnOf, type Row, type Rows, type Spec } from '../lib/kinds';
import { moneyToDecimal } from '../domain/money';

export interface CsvStyle {
  readonly byteOrderMark: boolean;
  readonly lineBreak: '\n' | '\r\n';
  /** Changes a text before it is quoted. Numbers are never changed. */
  readonly text: (value: string) => string;
}

export const EXACT: CsvStyle = { byteOrderMark: false, lineBreak: '\n', text: (value) => value };

/** The number of rows per part, which is small enough not to block the page. */
const ROWS_PER_PART = 16_384;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Returns the file in parts, because one string would exceed the limit of the browser for a large
 * table. Yields to the page between parts. `heads` replaces the column names.
 */
export async function tableToCsv<S extends Spec>(
  spec: S,
  rows: Rows<Row<S>>,
  style: CsvStyle = EXACT,
  heads: readonly string[] = Object.keys(spec),
): Promise<Bytes[]> {
  const names = Object.keys(spec);
  const encoder = new TextEncoder();
  const head = csvLine(heads, style);
  const parts = [encoder.encode(`${style.byteOrderMark ? '\uFEFF' : ''}${head}`)];
  for (let start = 0; start < rows.length; start += ROWS_PER_PART) {
    if (start > 0) await yieldToPage();
    const end = Math.min(start + ROWS_PER_PART, rows.length);
    const columns = names.map((name) =>
      columnOf(rows, name, start, end).map((cell) => cellText(cell, style)),
    );
    let lines = '';
    for (let row = 0; row < end - start; row += 1) {
      lines += csvLine(
        columns.map((cells) => cells[row]!),
        style,
      );
    }
    parts.push(encoder.encode(lines));
  }
  return parts;
}

/** Returns a line of fields, quoted where needed, with its line break. */
export function csvLine(fields: readonly string[], style: CsvStyle = EXACT): string {
  return fields.map(quoted).join(',') + style.lineBreak;
}

export function cellText(value: Cell, style: CsvStyle): string {
  if (value === null) return '';
  if (typeof value === 'bigint') return moneyToDecimal(value);
  return typeof value === 'number' ? String(value) : style.text(value);
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
