/** The first look at a file: what it is, where its order lines begin, and which column is what. */
import { Failure } from '../lib/failure';
import { formatBytes } from '../lib/format';
import { CANONICAL_HEADER } from './aliases';
import { headOf } from './bytes';
import { detectDecimalMark } from './decimal-mark';
import { findHeader } from './dialect';
import { detectEncoding, utf8From } from './encoding';
import { matchColumns, REQUIRED_ROLES } from './header';
import type { Layout } from './layout';
import type { RecordText } from './record';
import { recogniseBytes, recogniseText } from './signature';
import type { Source } from './source';

/** A header that begins later than this, or is longer, is none. */
const HEAD_BYTES = 1024 * 1024;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const EXAMPLE = CANONICAL_HEADER.join(',');

/** Throws a Failure that says what was found and what was expected. */
export async function inspect(source: Source): Promise<Layout> {
  const raw = await headOf(source, HEAD_BYTES);
  if (raw.bytes.length === 0) {
    throw refusal(
      source,
      'This file is empty.',
      'It has 0 bytes. Export it again, and drop the new file.',
    );
  }
  const encoding = detectEncoding(raw.bytes);
  const head = utf8From(encoding)(raw.bytes, raw.isWhole);
  const known = recogniseBytes(raw.bytes) ?? recogniseText(head);
  if (known) {
    throw refusal(
      source,
      `This is ${known}, not a CSV file.`,
      `Its first bytes say so, whatever its name says. Export the orders as CSV, with a header such as ${EXAMPLE}.`,
    );
  }
  const hasMark = BYTE_ORDER_MARK.every((byte, index) => head[index] === byte);
  const found = findHeader(head, hasMark ? BYTE_ORDER_MARK.length : 0);
  if (!found) {
    throw refusal(
      source,
      'This file holds nothing but blank lines.',
      `It has ${formatBytes(source.file.size)} and no text. Expected a header such as ${EXAMPLE}, then the orders.`,
    );
  }
  const { record, line, dialect, blankLines } = found;
  requireReadable(source, record, raw.isWhole, line);
  const header = record.fields;
  const columns = matchColumns(header);
  requireColumns(source, header, columns, line);
  if (raw.isWhole && isBlank(head.subarray(record.end))) {
    throw refusal(
      source,
      'This file has a header and no order lines.',
      `Line ${String(line)} names the columns (${list(header)}); nothing comes after it. Export it again with the orders in it.`,
      `line ${String(line)}`,
    );
  }
  return {
    encoding,
    dialect,
    decimalMark: detectDecimalMark(head, record.end, dialect, columns.price),
    header,
    columns,
    bodyOffset: record.end,
    bodyLine: line + record.lines,
    blankLines,
  };
}

function requireReadable(source: Source, record: RecordText, isWhole: boolean, line: number): void {
  if (record.isOpenQuote) {
    throw refusal(
      source,
      'A quote in the header is never closed.',
      `Line ${String(line)} opens a quote that has no end. Close it or take it away, and drop the file again.`,
      `line ${String(line)}`,
    );
  }
  if (!record.isComplete && !isWhole) {
    throw refusal(
      source,
      'This file has no lines.',
      `Its first ${formatBytes(HEAD_BYTES)} hold no line break. Expected a CSV file with a header such as ${EXAMPLE}.`,
    );
  }
}

function requireColumns(
  source: Source,
  header: readonly string[],
  columns: Layout['columns'],
  line: number,
): void {
  const missing = REQUIRED_ROLES.filter((role) => columns[role] === undefined);
  if (missing.length === 0) return;
  const found = `Line ${String(line)} has ${header.length === 1 ? 'one column' : `${String(header.length)} columns`}: ${list(header)}.`;
  const where = `line ${String(line)}`;
  if (missing.length === REQUIRED_ROLES.length) {
    throw refusal(
      source,
      'No column of an order export was found in this file.',
      `${found} Expected a header such as ${EXAMPLE}.`,
      where,
    );
  }
  const words =
    missing.length === 1 ? `column ${missing.join()} is` : `columns ${missing.join(' and ')} are`;
  throw refusal(
    source,
    `The ${words} missing from this file.`,
    `${found} Add ${missing.map((role) => CANONICAL_HEADER[REQUIRED_ROLES.indexOf(role)] ?? role).join(', ')}, or rename the column that holds it.`,
    where,
  );
}

function isBlank(rest: Uint8Array): boolean {
  return new TextDecoder().decode(rest).trim() === '';
}

/** Column names as the user may read them: bounded, for a header can have ten thousand. */
function list(header: readonly string[]): string {
  const shown = header
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name || '(no name)'));
  const rest = header.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ');
}

function refusal(source: Source, title: string, hint: string, place?: string): Failure {
  const where = place === undefined ? source.name : `${source.name}, ${place}`;
  return new Failure({ fault: 'input', title, where, hint });
}
