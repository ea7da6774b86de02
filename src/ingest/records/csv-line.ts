/** Writing what is no text, a sheet's row or a Parquet record, as the one kind of text that the scanner is given. */
import type { Dialect } from '../layout/layout';

/** Of every line written here: a comma, and `"` where needed. */
export const WRITTEN_DIALECT: Dialect = { delimiter: 0x2c, quote: 0x22 };

const LINE_BREAK = /\r\n|\n|\r/g;

/** One physical line, with its line break. */
export function csvLine(fields: readonly string[]): string {
  let line = '';
  for (let index = 0; index < fields.length; index += 1) {
    if (index > 0) line += ',';
    line += csvField(fields[index]!);
  }
  return `${line}\n`;
}

/**
 * A line break in a value becomes a space, so that a row stays one line and messages can name the
 * row by its number: cleaning makes one space of it anyway.
 */
function csvField(value: string): string {
  let text = value;
  if (text.includes('\n') || text.includes('\r')) text = text.replace(LINE_BREAK, ' ');
  if (text.includes('"')) return `"${text.replaceAll('"', '""')}"`;
  return text.includes(',') ? `"${text}"` : text;
}
