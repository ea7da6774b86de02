/** The first look at a file: what it is, where its order lines begin, and which column is what. */
import { Failure } from '../lib/failure';
import { formatBytes } from '../lib/format';
import { CANONICAL_HEADER, matchColumns, REQUIRED_ROLES } from './header';
import { COMMA_SEPARATED, type Layout } from './layout';
import { readRecord, type RecordText } from './record';
import { recognise } from './signature';
import { headOf } from './source';

/** A header longer than this is none. */
const HEAD_BYTES = 1024 * 1024;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const EXAMPLE = CANONICAL_HEADER.join(',');

/** Throws a Failure that says what was found and what was expected. */
export async function inspect(file: File): Promise<Layout> {
  const head = await headOf(file, HEAD_BYTES);
  if (file.size === 0) {
    throw refusal(
      file,
      'This file is empty.',
      'It has 0 bytes. Export it again, and drop the new file.',
    );
  }
  const known = recognise(head);
  if (known) {
    throw refusal(
      file,
      `This is ${known}, not a CSV file.`,
      `Its first bytes say so, whatever its name says. Export the orders as CSV, with a header such as ${EXAMPLE}.`,
    );
  }
  const { record, line } = firstRecord(file, head);
  const header = record.fields;
  const columns = matchColumns(header);
  requireColumns(file, header, columns, line);
  if (isBlankFrom(file, head, record.end)) {
    throw refusal(
      file,
      'This file has a header and no order lines.',
      `Line ${String(line)} names the columns (${list(header)}); nothing comes after it. Export it again with the orders in it.`,
      `line ${String(line)}`,
    );
  }
  return {
    dialect: COMMA_SEPARATED,
    header,
    columns,
    bodyOffset: record.end,
    bodyLine: line + record.lines,
    blankLines: line - 1,
  };
}

function firstRecord(file: File, head: Uint8Array): { record: RecordText; line: number } {
  const hasMark = BYTE_ORDER_MARK.every((byte, index) => head[index] === byte);
  let offset = hasMark ? BYTE_ORDER_MARK.length : 0;
  for (let line = 1; offset < head.length;) {
    const record = readRecord(head, offset, COMMA_SEPARATED);
    if (record.fields.some((field) => field.trim() !== '')) {
      requireReadable(file, record, head, line);
      return { record, line };
    }
    offset = record.end;
    line += record.lines;
  }
  throw refusal(
    file,
    'This file holds nothing but blank lines.',
    `It has ${formatBytes(file.size)} and no text. Expected a header such as ${EXAMPLE}, then the orders.`,
  );
}

function requireReadable(file: File, record: RecordText, head: Uint8Array, line: number): void {
  if (record.isOpenQuote) {
    throw refusal(
      file,
      'A quote in the header is never closed.',
      `Line ${String(line)} opens a quote (") that has no end. Close it or take it away, and drop the file again.`,
      `line ${String(line)}`,
    );
  }
  if (!record.isComplete && head.length === HEAD_BYTES) {
    throw refusal(
      file,
      'This file has no lines.',
      `Its first ${formatBytes(HEAD_BYTES)} hold no line break. Expected a CSV file with a header such as ${EXAMPLE}.`,
    );
  }
  if (!record.isValidUtf8) {
    throw refusal(
      file,
      'The header of this file is not UTF-8 text.',
      'Save or export it as "CSV UTF-8", and drop the new file.',
      `line ${String(line)}`,
    );
  }
}

function requireColumns(
  file: File,
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
      file,
      'No column of an order export was found in this file.',
      `${found} Expected a comma-separated header such as ${EXAMPLE}.`,
      where,
    );
  }
  const words =
    missing.length === 1 ? `column ${missing.join()} is` : `columns ${missing.join(' and ')} are`;
  throw refusal(
    file,
    `The ${words} missing from this file.`,
    `${found} Add ${missing.map((role) => CANONICAL_HEADER[REQUIRED_ROLES.indexOf(role)] ?? role).join(', ')}, or rename the column that holds it.`,
    where,
  );
}

/** Whether nothing but white space follows; a file with more than the head after it is taken to go on. */
function isBlankFrom(file: File, head: Uint8Array, offset: number): boolean {
  if (file.size > head.length) return false;
  return new TextDecoder().decode(head.subarray(offset)).trim() === '';
}

/** Column names as the user may read them: bounded, for a header can have ten thousand. */
function list(header: readonly string[]): string {
  const shown = header
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name || '(no name)'));
  const rest = header.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ');
}

function refusal(file: File, title: string, hint: string, place?: string): Failure {
  const where = place === undefined ? file.name : `${file.name}, ${place}`;
  return new Failure({ fault: 'input', title, where, hint });
}
