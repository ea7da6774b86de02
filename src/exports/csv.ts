/** A result table as CSV: UTF-8 without BOM, LF, comma, quotes only where needed (RFC 4180), `.` as decimal mark. */
import type { Row, Rows, Spec } from '../lib/kinds';
import { moneyToDecimal } from '../lib/money';

export interface CsvStyle {
  readonly byteOrderMark: boolean;
  readonly lineBreak: '\n' | '\r\n';
  /** What is done to a text before it is quoted; numbers are never touched. */
  readonly text: (value: string) => string;
}

export const EXACT: CsvStyle = { byteOrderMark: false, lineBreak: '\n', text: (value) => value };

const ROWS_PER_PART = 16_384;

type Bytes = Uint8Array<ArrayBuffer>;

/** The file in parts, to be laid end to end: one string of a large table would be beyond what a browser holds. */
export function tableToCsv<S extends Spec>(
  spec: S,
  rows: Rows<Row<S>>,
  style: CsvStyle = EXACT,
): Bytes[] {
  const columns = Object.keys(spec);
  const encoder = new TextEncoder();
  const head = csvLine(columns, style);
  const parts = [encoder.encode(`${style.byteOrderMark ? '\uFEFF' : ''}${head}`)];
  for (let start = 0; start < rows.length; start += ROWS_PER_PART) {
    const lines = rows.slice(start, start + ROWS_PER_PART).map((row) =>
      csvLine(
        columns.map((column) => cellText(row[column], style)),
        style,
      ),
    );
    parts.push(encoder.encode(lines.join('')));
  }
  return parts;
}

/** Fields, quoted where needed, as a line with its line break. */
export function csvLine(fields: readonly string[], style: CsvStyle = EXACT): string {
  return fields.map(quoted).join(',') + style.lineBreak;
}

function cellText(value: string | number | bigint | null | undefined, style: CsvStyle): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'bigint') return moneyToDecimal(value);
  return typeof value === 'number' ? String(value) : style.text(value);
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
