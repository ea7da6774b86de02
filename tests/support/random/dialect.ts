/** Writes fields as CSV. It shares no code with the reader. */
import type { RawValue } from '../reference-judging';
import { fitted, isDamaged, shown, type WrittenEncoding } from './encodings';

export const LINE_BREAKS = ['\n', '\r\n', '\r', 'mixed'] as const;

export interface WrittenDialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** Null if quotes are text. */
  readonly quote: '"' | "'" | '|' | null;
  /** Quotes every field, also without need. */
  readonly quotesAll: boolean;
  readonly lineBreak: (typeof LINE_BREAKS)[number];
  readonly encoding: WrittenEncoding;
}

export interface WrittenField {
  /** The field's text in the file. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** The value that must be read. */
  readonly value: RawValue;
}

/** The value that the file can hold: without a quote character, unsafe characters are removed. */
export function writable(value: string, { delimiter, quote, encoding }: WrittenDialect): string {
  const own = fitted(value, encoding);
  return quote === null ? own.replaceAll(delimiter, ' ').replace(/[\r\n]/g, ' ') : own;
}

/** `mayQuote` also quotes values that do not need it. */
export function field(value: string, dialect: WrittenDialect, mayQuote: boolean): WrittenField {
  const { quote, quotesAll } = dialect;
  if (quote === null) return fieldOf(value, false, value, dialect);
  const isQuoted = quotesAll || mayQuote || mustQuote(value, dialect);
  return fieldOf(isQuoted ? quoted(value, quote) : value, isQuoted, value, dialect);
}

/** Text after a closing quote is kept. It contains no quote at its start and no delimiter. */
export function fieldWithTail(value: string, tail: string, dialect: WrittenDialect): WrittenField {
  const { quote } = dialect;
  if (quote === null) return field(value, dialect, false);
  return fieldOf(quoted(value, quote) + tail, true, value + tail, dialect);
}

/** An unclosed quote. The text in it may have doubled quotes. */
export function openField(enclosed: string, quote: string): string {
  return quote + enclosed.replaceAll(quote, quote + quote);
}

/** A line of spaces is not a record. */
export function isBlankLine(fields: readonly WrittenField[]): boolean {
  const [first, second] = fields;
  return second === undefined && !first!.isQuoted && /^[ \t]*$/.test(first!.text);
}

export function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The line break after a text. CR followed by LF would be one break instead of two. */
export function breakAfter(
  text: string,
  before: string,
  { lineBreak }: WrittenDialect,
  choice: number,
): string {
  if (lineBreak !== 'mixed') return lineBreak;
  const chosen = ['\n', '\r\n', '\r'][choice % 3]!;
  return text === '' && chosen === '\n' && before === '\r' ? '\r' : chosen;
}

function fieldOf(
  text: string,
  isQuoted: boolean,
  value: string,
  { encoding }: WrittenDialect,
): WrittenField {
  return {
    text,
    isQuoted,
    value: { text: shown(value, encoding), isValid: !isDamaged(value) },
  };
}

/** A quote that is not at the start is text and needs no quoting. */
function mustQuote(value: string, { delimiter, quote }: WrittenDialect): boolean {
  return value.startsWith(quote!) || value.includes(delimiter) || /[\r\n]/.test(value);
}

function quoted(value: string, quote: string): string {
  return quote + value.replaceAll(quote, quote + quote) + quote;
}
