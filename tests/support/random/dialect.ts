/** Writing fields as CSV: the generator's own writer, which knows of no reader. */
import type { RawValue } from '../reference-judging';
import { fitted, isDamaged, shown, type WrittenEncoding } from './encodings';

export const LINE_BREAKS = ['\n', '\r\n', '\r', 'mixed'] as const;

export interface WrittenDialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** Null where quotes are text like any other. */
  readonly quote: '"' | "'" | '|' | null;
  /** Every field has quotes, and not only those that must. */
  readonly quotesAll: boolean;
  readonly lineBreak: (typeof LINE_BREAKS)[number];
  readonly encoding: WrittenEncoding;
}

export interface WrittenField {
  /** As it stands in the file. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** What must be read of it. */
  readonly value: RawValue;
}

/** The value as the file can hold it: what would need quotes is not in it where there are none. */
export function writable(value: string, { delimiter, quote, encoding }: WrittenDialect): string {
  const own = fitted(value, encoding);
  return quote === null ? own.replaceAll(delimiter, ' ').replace(/[\r\n]/g, ' ') : own;
}

/** `mayQuote`: quotes also where the value does not need them. */
export function field(value: string, dialect: WrittenDialect, mayQuote: boolean): WrittenField {
  const { quote, quotesAll } = dialect;
  if (quote === null) return fieldOf(value, false, value, dialect);
  const isQuoted = quotesAll || mayQuote || mustQuote(value, dialect);
  return fieldOf(isQuoted ? quoted(value, quote) : value, isQuoted, value, dialect);
}

/** Text after the closing quote, which stays as it is: it begins with none, and ends before the delimiter. */
export function fieldWithTail(value: string, tail: string, dialect: WrittenDialect): WrittenField {
  const { quote } = dialect;
  if (quote === null) return field(value, dialect, false);
  return fieldOf(quoted(value, quote) + tail, true, value + tail, dialect);
}

/** A quote that nothing closes: what it swallows may have quotes of its own, doubled. */
export function openField(swallowed: string, quote: string): string {
  return quote + swallowed.replaceAll(quote, quote + quote);
}

/** A line of nothing but spaces is no record, wherever it comes from. */
export function isBlankLine(fields: readonly WrittenField[]): boolean {
  const [first, second] = fields;
  return second === undefined && !first!.isQuoted && /^[ \t]*$/.test(first!.text);
}

export function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The line break of a text that follows another: CR and then LF would be one break and not two. */
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

/** A quote further on is text, and needs none around it. */
function mustQuote(value: string, { delimiter, quote }: WrittenDialect): boolean {
  return value.startsWith(quote!) || value.includes(delimiter) || /[\r\n]/.test(value);
}

function quoted(value: string, quote: string): string {
  return quote + value.replaceAll(quote, quote + quote) + quote;
}
