/** What a Parquet column's values mean, and how they are written as text. */
import type { SchemaElement, SchemaTree } from 'hyparquet';
import { isoDate, isoDateTime, isoTime } from '../layout/iso-time';
import { plainDecimal, plainDouble, plainFloat } from '../layout/plain-number';

/** A column's value as text; nothing for a value that is not there. */
export type TextWriter = (value: unknown) => string;

/** What the values of a column are, by the older annotation or by the newer one. */
type Meaning =
  | { readonly type: 'decimal'; readonly scale: number }
  | { readonly type: 'date' }
  | { readonly type: 'time'; readonly unitsPerSecond: bigint }
  | { readonly type: 'timestamp'; readonly unitsPerSecond: bigint; readonly isInUtc: boolean }
  /** No text that a person would know: intervals and encoded documents. */
  | { readonly type: 'unreadable' };

const UNITS_PER_SECOND = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

/** One value a record, of a type that can be written: not so lists, maps and structures. */
export function isReadable({ children, element }: SchemaTree): boolean {
  const isOneValue = children.length === 0 && element.repetition_type !== 'REPEATED';
  return isOneValue && meaningOf(element)?.type !== 'unreadable';
}

/**
 * The column as if nothing were said of what its values mean, where the reader would make of them
 * what is not exact: decimals as floating point, moments as dates in milliseconds.
 */
export function unannotated(element: SchemaElement): SchemaElement {
  if (!meaningOf(element)) return element;
  const plain = { ...element };
  delete plain.converted_type;
  delete plain.logical_type;
  return plain;
}

export function textWriterFor(element: SchemaElement): TextWriter {
  const meaning = meaningOf(element);
  const isFloat = element.type === 'FLOAT';
  return (value) => {
    if (value === null || value === undefined) return '';
    if (meaning) return annotatedText(value, meaning);
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return isFloat ? plainFloat(value) : plainDouble(value);
    if (typeof value === 'bigint') return value.toString();
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    // Many writers do not say that their bytes are text.
    if (value instanceof Uint8Array) return decoder.decode(value);
    return JSON.stringify(value);
  };
}

const decoder = new TextDecoder();

function annotatedText(value: unknown, meaning: Meaning): string {
  switch (meaning.type) {
    case 'decimal':
      return plainDecimal(wholeNumber(value), meaning.scale);
    case 'date':
      return isoDate(Number(value));
    case 'time':
      return isoTime(wholeNumber(value), meaning.unitsPerSecond);
    case 'timestamp': {
      const text = isoDateTime(wholeNumber(value), meaning.unitsPerSecond);
      return meaning.isInUtc ? `${text}Z` : text;
    }
    case 'unreadable':
      return '';
  }
}

/** A whole number of 32 or 64 bits, or of any size as bytes: two's complement, the highest first. */
function wholeNumber(value: unknown): bigint {
  if (typeof value === 'bigint' || typeof value === 'number') return BigInt(value);
  if (!(value instanceof Uint8Array)) throw new TypeError('a decimal that is no number');
  let whole = 0n;
  for (const byte of value) whole = (whole << 8n) | BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
}

function meaningOf(element: SchemaElement): Meaning | null {
  const { logical_type: logical, converted_type: converted, scale = 0, type } = element;
  switch (logical?.type) {
    case 'DECIMAL':
      return { type: 'decimal', scale: logical.scale };
    case 'DATE':
      return { type: 'date' };
    case 'TIME':
      return { type: 'time', unitsPerSecond: UNITS_PER_SECOND[logical.unit] };
    case 'TIMESTAMP': {
      const isInUtc = logical.isAdjustedToUTC;
      return { type: 'timestamp', unitsPerSecond: UNITS_PER_SECOND[logical.unit], isInUtc };
    }
    case 'INTERVAL':
    case 'BSON':
    case 'VARIANT':
    case 'GEOMETRY':
    case 'GEOGRAPHY':
      return { type: 'unreadable' };
  }
  switch (converted) {
    case 'DECIMAL':
      return { type: 'decimal', scale };
    case 'DATE':
      return { type: 'date' };
    case 'TIME_MILLIS':
      return { type: 'time', unitsPerSecond: UNITS_PER_SECOND.MILLIS };
    case 'TIME_MICROS':
      return { type: 'time', unitsPerSecond: UNITS_PER_SECOND.MICROS };
    case 'TIMESTAMP_MILLIS':
      return { type: 'timestamp', unitsPerSecond: UNITS_PER_SECOND.MILLIS, isInUtc: true };
    case 'TIMESTAMP_MICROS':
      return { type: 'timestamp', unitsPerSecond: UNITS_PER_SECOND.MICROS, isInUtc: true };
    case 'INTERVAL':
    case 'BSON':
      return { type: 'unreadable' };
  }
  // Nanoseconds since 1970 in local time: what Spark and Impala wrote before there were annotations.
  if (type === 'INT96') {
    return { type: 'timestamp', unitsPerSecond: UNITS_PER_SECOND.NANOS, isInUtc: false };
  }
  return null;
}
