/** Writes sheet rows and Parquet records as CSV, the scanner's only input. */
import type { Dialect } from '../layout/layout';

export const WRITTEN_DIALECT: Dialect = { delimiter: 0x2c, quote: 0x22 };

const LINE_BREAK = /\r\n|\n|\r/g;

/** Returns one physical line, including its line break. */
export function csvLine(fields: readonly string[]): string {
  let line = '';
  for (let index = 0; index < fields.length; index += 1) {
    if (index > 0) line += ',';
    line += csvField(fields[index]!);
  }
  return `${line}\n`;
}

/**
 * Replaces line breaks with a space, so that a row stays on one line. Cleaning collapses whitespace
 * anyway.
 */
function csvField(value: string): string {
  let text = value;
  if (text.includes('\n') || text.includes('\r')) text = text.replace(LINE_BREAK, ' ');
  if (text.includes('"')) return `"${text.replaceAll('"', '""')}"`;
  return text.includes(',') ? `"${text}"` : text;
}
