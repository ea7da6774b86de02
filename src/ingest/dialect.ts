/** How a file is cut into fields, and where its header stands: judged by what each reading of its head would give. */
import { isBlank } from './fields';
import { matchColumns, REQUIRED_ROLES } from './header';
import type { Dialect } from './layout';
import { readRecord, type RecordText } from './record';

const DELIMITERS = [',', ';', '\t', '|'];
const DOUBLE_QUOTE = '"';
const OTHER_QUOTES = ["'", '|'];

/** Titles and comments may stand above the header; further down than this it is not looked for. */
const HEADER_WITHIN = 20;

export interface HeaderFound {
  readonly dialect: Dialect;
  readonly record: RecordText;
  /** The header's physical line. */
  readonly line: number;
  /** Of the lines above it, those that are blank. */
  readonly blankLines: number;
}

interface Candidate extends HeaderFound {
  readonly score: number;
}

/** The reading of the head that finds the most columns we know; null where there is nothing but blank lines. */
export function findHeader(head: Uint8Array, start: number): HeaderFound | null {
  let best: Candidate | null = null;
  for (const dialect of dialectsFor(head)) {
    const found = bestHeader(head, start, dialect);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

/** The comma first: it wins a tie. */
function dialectsFor(head: Uint8Array): Dialect[] {
  const text = new TextDecoder().decode(head.subarray(0, 64 * 1024));
  const dialects: Dialect[] = [];
  for (const delimiter of DELIMITERS) {
    for (const quote of quotesFor(text, delimiter)) {
      dialects.push({ delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) });
    }
  }
  return dialects;
}

/** A quote other than `"` is one only where it encloses more fields than `"` does. */
function quotesFor(text: string, delimiter: string): string[] {
  const enclosed = (quote: string) =>
    text
      .split(/\r\n|\n|\r/)
      .flatMap((line) => line.split(delimiter))
      .filter((field) => field.length > 1 && field.startsWith(quote) && field.endsWith(quote))
      .length;
  const usual = enclosed(DOUBLE_QUOTE);
  const others = OTHER_QUOTES.filter((quote) => quote !== delimiter && enclosed(quote) > usual);
  return others.length > 0 ? others : [DOUBLE_QUOTE];
}

function bestHeader(head: Uint8Array, start: number, dialect: Dialect): Candidate | null {
  let best: Candidate | null = null;
  let offset = start;
  let line = 1;
  let blankLines = 0;
  for (let records = 0; offset < head.length && records < HEADER_WITHIN;) {
    const record = readRecord(head, offset, dialect);
    if (isBlank(head, offset, record.end)) {
      blankLines += 1;
    } else if (record.fields.some((field) => field.trim() !== '')) {
      records += 1;
      const score = scoreOf(record);
      // Where nothing is known, the first line is what the user will be told of.
      if (!best || score > best.score) best = { dialect, record, line, blankLines, score };
    }
    offset = record.end;
    line += record.lines;
  }
  return best;
}

/** Known columns count most, those that a report needs before others; then that there are several columns at all. */
function scoreOf(record: RecordText): number {
  const columns = matchColumns(record.fields);
  const known = Object.keys(columns).length;
  const needed = REQUIRED_ROLES.filter((role) => columns[role] !== undefined).length;
  return needed * 100 + known * 10 + (record.fields.length > 1 ? 1 : 0);
}
