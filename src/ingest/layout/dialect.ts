import { isBlank } from '../records/fields';
import { MAIN_ROLES, matchColumns } from './header';
import { DELIMITERS, type Choice, type Dialect } from './layout';
import { looksLikeNumber } from './numbers';
import { readRecord, type RecordText } from '../records/record';

const DOUBLE_QUOTE = '"';
const OTHER_QUOTES = ["'", '|'];

/** The number of records to search for a header, because titles and comments can precede it. */
const MAX_HEADER_RECORDS = 20;

export interface HeadRecord extends RecordText {
  readonly line: number;
  readonly start: number;
  readonly blankLines: number;
}

export interface HeaderFound {
  readonly dialect: Dialect;
  readonly records: readonly HeadRecord[];
  /** The chosen or most likely header; null if the user chose that there is none. */
  readonly header: HeadRecord | null;
  readonly width: number;
  readonly isKnown: boolean;
}

interface Candidate extends HeaderFound {
  readonly score: number;
}

/**
 * Finds the header with each possible dialect. Returns the result with the most known columns, or
 * null if all lines are blank.
 */
export function findHeader(
  head: Uint8Array,
  start: number,
  choice: Pick<Choice, 'delimiter' | 'quote' | 'headerLine'> = {},
): HeaderFound | null {
  let best: Candidate | null = null;
  for (const dialect of dialectsFor(head, choice)) {
    const found = readingOf(head, start, dialect, choice.headerLine);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

/** Returns the dialects to try. The comma comes first, so that it wins ties. */
function dialectsFor(
  head: Uint8Array,
  { delimiter: chosen, quote }: Pick<Choice, 'delimiter' | 'quote'>,
): Dialect[] {
  const text = new TextDecoder().decode(head.subarray(0, 64 * 1024));
  const delimiters = chosen === undefined ? DELIMITERS : [chosen];
  return delimiters.flatMap((delimiter) => {
    const quotes = quote === undefined ? quotesFor(text, delimiter) : [quote];
    return quotes.map((each) => ({ delimiter, quote: each }));
  });
}

/** Returns the quote characters to try: `"`, unless another character encloses more fields. */
function quotesFor(text: string, delimiterByte: number): number[] {
  const delimiter = String.fromCharCode(delimiterByte);
  const usual = enclosedFields(text, DOUBLE_QUOTE, delimiter);
  const others = OTHER_QUOTES.filter(
    (quote) => quote !== delimiter && enclosedFields(text, quote, delimiter) > usual,
  );
  return (others.length > 0 ? others : [DOUBLE_QUOTE]).map((quote) => quote.charCodeAt(0));
}

/**
 * Counts fields enclosed in the quote. Jumps from quote to quote, because most files have few
 * quotes.
 */
function enclosedFields(text: string, quote: string, delimiter: string): number {
  const endsField = (character: string | undefined) =>
    character === undefined || character === delimiter || character === '\n' || character === '\r';
  let count = 0;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (!endsField(text[at - 1])) continue;
    let end = at + 1;
    while (!endsField(text[end])) end += 1;
    if (end - at > 1 && text[end - 1] === quote) count += 1;
  }
  return count;
}

function readingOf(
  head: Uint8Array,
  start: number,
  dialect: Dialect,
  headerLine: number | null | undefined,
): Candidate | null {
  const records = headRecords(head, start, dialect);
  const { width, share } = commonWidth(records);
  let best: { record: HeadRecord; known: number; score: number } | null = null;
  for (const record of records) {
    const { known, score } = scoreOf(record, width, share);
    // The first record wins ties, for example if no column name is known. The user sees the result.
    if (!best || score > best.score) best = { record, known, score };
  }
  if (!best) return null;
  const chosen = records.find(({ line }) => line === headerLine);
  return {
    dialect,
    records,
    header: headerLine === null ? null : (chosen ?? best.record),
    width,
    isKnown: best.known > 0,
    score: best.score,
  };
}

function headRecords(head: Uint8Array, start: number, dialect: Dialect): HeadRecord[] {
  const records: HeadRecord[] = [];
  let offset = start;
  let line = 1;
  let blankLines = 0;
  while (offset < head.length && records.length < MAX_HEADER_RECORDS) {
    const record = readRecord(head, offset, dialect);
    if (isBlank(head, offset, record.end)) blankLines += 1;
    else if (record.fields.some((field) => field.trim() !== '')) {
      records.push({ ...record, line, start: offset, blankLines });
    }
    offset = record.end;
    line += record.lines;
  }
  return records;
}

function commonWidth(records: readonly HeadRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let [width, highest] = [1, 0];
  for (const [candidate, count] of counts) {
    if (count > highest || (count === highest && candidate > width))
      [width, highest] = [candidate, count];
  }
  return { width, share: highest / Math.max(1, records.length) };
}

/**
 * Scores how likely a record is the header. Known columns of the main roles weigh most, then other
 * known columns, then the usual number of columns. A record with numbers and at most two known
 * names is taken for an order.
 */
function scoreOf(
  record: HeadRecord,
  width: number,
  share: number,
): { known: number; score: number } {
  const columns = matchColumns(record.fields);
  const allKnown = Object.keys(columns).length;
  const known = allKnown <= 2 && record.fields.some(looksLikeNumber) ? 0 : allKnown;
  const main = known === 0 ? 0 : MAIN_ROLES.filter((role) => columns[role] !== undefined).length;
  const several = record.fields.length > 1 ? 1 : 0;
  // If two delimiters both split the lines regularly, the one with more columns wins, because
  // decimal commas also split every line in two.
  const filled = record.fields.filter((field) => /[\p{L}\p{N}]/u.test(field)).length;
  const wider = Math.min(filled, 50) / 100;
  const regular = several === 1 && record.fields.length === width ? 8 * share + wider : 0;
  return { known, score: main * 1000 + known * 100 + regular + several };
}
