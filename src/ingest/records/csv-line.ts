/**
 * Writes a sheet's row or a Parquet record as CSV, so that the scanner reads only one kind of text.
 */
import type { Dialect } from '../layout/layout';

/** The dialect of every line written here. */
export const WRITTEN_DIALECT: Dialect = { delimiter: 0x2c, quote: 0x22 };

const LINE_BREAK = /\r\n|\n|\r/g;

/** Returns one physical line with its line break. */
export function csvLine(fields: readonly string[]): string {
  let line = '';
  for (let index = 0; index < fields.length; index += 1) {
    if (index > 0) line += ',';
    line += csvField(fields[index]!);
  }
  return `${line}\n`;
}

/**
 * A line break in a value becomes a space, so that line numbers equal row numbers. Cleaning would
 * replace it anyway.
 */
function csvField(value: string): string {
  let text = value;
  if (text.includes('\n') || text.includes('\r')) text = text.replace(LINE_BREAK, ' ');
  if (text.includes('"')) return `"${text.replaceAll('"', '""')}"`;
  return text.includes(',') ? `"${text}"` : text;
}
