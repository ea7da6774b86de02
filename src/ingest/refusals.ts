/** What a person is told of a file that cannot be an order export: what was found, and what would be needed. */
import { Failure } from '../lib/failure';
import { formatBytes } from '../lib/format';
import { CANONICAL_HEADER } from './aliases';
import { looksLikeBankStatement, matchColumns } from './header';
import type { Source } from './source';

const EXAMPLE = CANONICAL_HEADER.join(',');

export function emptyFile(source: Source): Failure {
  return refusal(
    source,
    'This file is empty.',
    'It has 0 bytes. Export it again, and drop the new file.',
  );
}

export function otherKind(source: Source, kind: string): Failure {
  return refusal(
    source,
    `This is ${kind}, not a CSV file.`,
    `Its first bytes say so, whatever its name says. Export the orders as CSV, with a header such as ${EXAMPLE}.`,
  );
}

export function blankFile(source: Source): Failure {
  return refusal(
    source,
    'This file holds nothing but blank lines.',
    `It has ${formatBytes(source.file.size)} and no text. Expected a header such as ${EXAMPLE}, then the orders.`,
  );
}

export function openQuote(source: Source, line: number): Failure {
  return refusal(
    source,
    'A quote in the header is never closed.',
    `Line ${String(line)} opens a quote that has no end. Close it or take it away, and drop the file again; or match the columns by hand, with quotes as text.`,
    line,
    'match columns',
  );
}

export function noLines(source: Source, headBytes: number): Failure {
  return refusal(
    source,
    'This file has no lines.',
    `Its first ${formatBytes(headBytes)} hold no line break. Expected a CSV file with a header such as ${EXAMPLE}.`,
  );
}

export function noOrders(source: Source, header: readonly string[], line: number): Failure {
  return refusal(
    source,
    'This file has a header and no order lines.',
    `Line ${String(line)} names the columns (${list(header)}); nothing comes after it. Export it again with the orders in it.`,
    line,
  );
}

/** Of a table that holds something else, as far as its header tells; null where a person could still match it. */
export function otherTable(
  source: Source,
  header: readonly string[],
  line: number,
): Failure | null {
  const needed = `An order export has a column for the dish or the customer, and at best for the restaurant and the price too, as in ${EXAMPLE}.`;
  if (header.length === 1 && Object.keys(matchColumns(header)).length === 0) {
    return refusal(
      source,
      'No column of an order export was found in this file.',
      `Line ${String(line)} has one column: ${list(header)}. ${needed}`,
      line,
    );
  }
  if (!looksLikeBankStatement(header)) return null;
  return refusal(
    source,
    'This looks like a bank statement, not an order export.',
    `Line ${String(line)} has ${String(header.length)} columns: ${list(header)}. ${needed}`,
    line,
    'match columns',
  );
}

/** Column names as the user may read them: bounded, for a header can have ten thousand. */
function list(header: readonly string[]): string {
  const shown = header
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name || '(no name)'));
  const rest = header.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${String(rest)} more` : shown.join(', ');
}

function refusal(
  source: Source,
  title: string,
  hint: string,
  line?: number,
  wayOn?: 'match columns',
): Failure {
  const where = line === undefined ? source.name : `${source.name}, line ${String(line)}`;
  return new Failure({ fault: 'input', title, where, hint, ...(wayOn && { wayOn }) });
}
