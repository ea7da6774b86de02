/** Writes fields as CSV. It shares no code with the reader. */
import type { RawValue } from '../reference-judging';
import { fitted, isDamaged, shown, type WrittenEncoding } from './encodings';

export const LINE_BREAKS = ['\n', '\r\n', '\r', 'mixed'] as const;

export interface WrittenDialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** The quote character; null if quotes are ordinary text. */
  readonly quote: '"' | "'" | '|' | null;
  /** Quotes every field, even if it needs no quotes. */
  readonly quotesAll: boolean;
  readonly lineBreak: (typeof LINE_BREAKS)[number];
  readonly encoding: WrittenEncoding;
}

export interface WrittenField {
  /** The field's text in the file. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** The value that a reader must return. */
  readonly value: RawValue;
}

/**
 * Adapts a value to what the file can hold. Without a quote character, delimiters and line breaks
 * become spaces.
 */
export function writable(value: string, { delimiter, quote, encoding }: WrittenDialect): string {
  const own = fitted(value, encoding);
  return quote === null ? own.replaceAll(delimiter, ' ').replace(/[\r\n]/g, ' ') : own;
}

/** Writes a field. With `mayQuote`, it is quoted even if it needs no quotes. */
export function field(value: string, dialect: WrittenDialect, mayQuote: boolean): WrittenField {
  const { quote, quotesAll } = dialect;
  if (quote === null) return fieldOf(value, false, value, dialect);
  const isQuoted = quotesAll || mayQuote || mustQuote(value, dialect);
  return fieldOf(isQuoted ? quoted(value, quote) : value, isQuoted, value, dialect);
}

/**
 * Writes a quoted field followed by a tail, which a reader must keep. The tail has no delimiter and
 * no quote at its start.
 */
export function fieldWithTail(value: string, tail: string, dialect: WrittenDialect): WrittenField {
  const { quote } = dialect;
  if (quote === null) return field(value, dialect, false);
  return fieldOf(quoted(value, quote) + tail, true, value + tail, dialect);
}

/** Writes a field whose quote is never closed. Quotes in its text are doubled. */
export function openField(enclosed: string, quote: string): string {
  return quote + enclosed.replaceAll(quote, quote + quote);
}

/** Whether the fields make a blank line, which is not a record. */
export function isBlankLine(fields: readonly WrittenField[]): boolean {
  const [first, second] = fields;
  return second === undefined && !first!.isQuoted && /^[ \t]*$/.test(first!.text);
}

export function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/**
 * The line break after a text. An empty line after CR does not end with LF, because CR and LF are
 * one line break.
 */
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

/** Whether a value needs quotes. A quote needs none unless it is at the start. */
function mustQuote(value: string, { delimiter, quote }: WrittenDialect): boolean {
  return value.startsWith(quote!) || value.includes(delimiter) || /[\r\n]/.test(value);
}

function quoted(value: string, quote: string): string {
  return quote + value.replaceAll(quote, quote + quote) + quote;
}
