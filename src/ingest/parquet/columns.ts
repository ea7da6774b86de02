import type { SchemaElement, SchemaTree } from 'hyparquet';
import { isoDate, isoDateTime, isoTime } from '../layout/iso-time';
import { plainDecimal, plainDouble, plainFloat } from '../layout/plain-number';

export type TextWriter = (value: unknown) => string;

type Meaning =
  | { readonly type: 'decimal'; readonly scale: number }
  | { readonly type: 'date' }
  | { readonly type: 'time'; readonly unitsPerSecond: bigint }
  | { readonly type: 'timestamp'; readonly unitsPerSecond: bigint; readonly isInUtc: boolean }
  /** Intervals and encoded documents have no useful text. */
  | { readonly type: 'unreadable' };

const UNITS_PER_SECOND = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

/**
 * Returns true for a column with one value per record and a supported type. Lists, maps and structs
 * are not readable.
 */
export function isReadable({ children, element }: SchemaTree): boolean {
  const isOneValue = children.length === 0 && element.repetition_type !== 'REPEATED';
  return isOneValue && meaningOf(element)?.type !== 'unreadable';
}

/**
 * Removes annotations that hyparquet converts inexactly: decimals to floats, timestamps to dates in
 * milliseconds.
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
    // A byte array without an annotation is read as text, because many writers omit the annotation.
    if (value instanceof Uint8Array) return decoder.decode(value);
    return JSON.stringify(value);
  };
}

const decoder = new TextDecoder();

function annotatedText(value: unknown, meaning: Meaning): string {
  switch (meaning.type) {
    case 'decimal':
      return plainDecimal(toBigInt(value), meaning.scale);
    case 'date':
      return isoDate(Number(value));
    case 'time':
      return isoTime(toBigInt(value), meaning.unitsPerSecond);
    case 'timestamp': {
      const text = isoDateTime(toBigInt(value), meaning.unitsPerSecond);
      return meaning.isInUtc ? `${text}Z` : text;
    }
    case 'unreadable':
      return '';
  }
}

/** Accepts 32-bit and 64-bit integers, and big-endian two's complement bytes. */
function toBigInt(value: unknown): bigint {
  if (typeof value === 'bigint' || typeof value === 'number') return BigInt(value);
  if (!(value instanceof Uint8Array)) throw new TypeError('a decimal that is no number');
  let result = 0n;
  for (const byte of value) result = (result << 8n) | BigInt(byte);
  return BigInt.asIntN(value.length * 8, result);
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
  // Old versions of Spark and Impala wrote local timestamps as INT96. They are read as nanoseconds
  // since 1970.
  if (type === 'INT96') {
    return { type: 'timestamp', unitsPerSecond: UNITS_PER_SECOND.NANOS, isInUtc: false };
  }
  return null;
}
