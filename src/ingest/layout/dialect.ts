/** How a file is cut into fields, and where its header stands: judged by what each reading of its head would give. */
import { isBlank } from '../records/fields';
import { MAIN_ROLES, matchColumns } from './header';
import { DELIMITERS, type Choice, type Dialect } from './layout';
import { looksLikeNumber } from './numbers';
import { readRecord, type RecordText } from '../records/record';

const DOUBLE_QUOTE = '"';
const OTHER_QUOTES = ["'", '|'];

/** Titles and comments may stand above the header; further down than this it is not looked for. */
const HEADER_WITHIN = 20;

/** A record at the beginning of a file that is not blank. */
export interface HeadRecord extends RecordText {
  /** The physical line and the byte where it starts. */
  readonly line: number;
  readonly start: number;
  /** Blank lines above it. */
  readonly blankLines: number;
}

export interface HeaderFound {
  readonly dialect: Dialect;
  /** The first records, any of which a person may take for the header. */
  readonly records: readonly HeadRecord[];
  /** The one that is the header, or looks most like one; null where a person says that there is none. */
  readonly header: HeadRecord | null;
  /** Columns of most of the records. */
  readonly width: number;
  /** Whether the header is one by the names in it. */
  readonly isKnown: boolean;
}

interface Candidate extends HeaderFound {
  readonly score: number;
}

/** The reading of the head that finds the most columns we know; null where there is nothing but blank lines. */
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

/** The comma first: it wins a tie. */
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

/** A quote other than `"` is one only where it encloses more fields than `"` does. */
function quotesFor(text: string, delimiterByte: number): number[] {
  const delimiter = String.fromCharCode(delimiterByte);
  const usual = enclosedFields(text, DOUBLE_QUOTE, delimiter);
  const others = OTHER_QUOTES.filter(
    (quote) => quote !== delimiter && enclosedFields(text, quote, delimiter) > usual,
  );
  return (others.length > 0 ? others : [DOUBLE_QUOTE]).map((quote) => quote.charCodeAt(0));
}

/** How many fields begin and end with the quote. Looked for from quote to quote: most files have few. */
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
    // Where nothing is known, the first line is what the user will be told of.
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
  while (offset < head.length && records.length < HEADER_WITHIN) {
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

/** The number of columns that most records have, and how many of them; the greater of two as frequent ones. */
function commonWidth(records: readonly HeadRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let [width, most] = [1, 0];
  for (const [candidate, count] of counts) {
    if (count > most || (count === most && candidate > width)) [width, most] = [candidate, count];
  }
  return { width, share: most / Math.max(1, records.length) };
}

/**
 * Known columns count most, the main ones before others; then that there are as many columns as in
 * most records. A line with numbers in it is an order, and no header for a word of the two that it knows.
 */
function scoreOf(
  record: HeadRecord,
  width: number,
  share: number,
): { known: number; score: number } {
  const columns = matchColumns(record.fields);
  const all = Object.keys(columns).length;
  const known = all <= 2 && record.fields.some(looksLikeNumber) ? 0 : all;
  const main = known === 0 ? 0 : MAIN_ROLES.filter((role) => columns[role] !== undefined).length;
  const several = record.fields.length > 1 ? 1 : 0;
  // The wider reading of two as regular ones: a decimal comma cuts every line in two as well.
  const filled = record.fields.filter((field) => /[\p{L}\p{N}]/u.test(field)).length;
  const wider = Math.min(filled, 50) / 100;
  const regular = several === 1 && record.fields.length === width ? 8 * share + wider : 0;
  return { known, score: main * 1000 + known * 100 + regular + several };
}
