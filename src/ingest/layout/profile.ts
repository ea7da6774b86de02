import { isBlank } from '../records/fields';
import type { Dialect } from './layout';
import { looksLikeNumber, plainNumber } from './numbers';
import { readRecord } from '../records/record';

/** The number of records to sample. `MAX_CELLS` limits it for very wide files. */
const MAX_RECORDS = 1000;
const MAX_CELLS = 100_000;

/** Matches `2026-11-22`, `22.11.26`, `11/22/2026 9:30`, `09:30`. */
const TIME = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\d{1,2}:\d{2}\b)/;

export interface ColumnProfile {
  readonly filled: number;
  readonly numbers: number;
  /** Numbers with a decimal mark or a currency sign. */
  readonly amounts: number;
  readonly distinct: number;
  readonly times: number;
}

export function firstRecords(
  head: Uint8Array,
  bodyOffset: number,
  dialect: Dialect,
  width: number,
): readonly (readonly string[])[] {
  const limit = Math.max(20, Math.min(MAX_RECORDS, Math.floor(MAX_CELLS / Math.max(1, width))));
  const records: (readonly string[])[] = [];
  for (let offset = bodyOffset; records.length < limit && offset < head.length;) {
    const record = readRecord(head, offset, dialect);
    if (!isBlank(head, offset, record.end)) records.push(record.fields);
    offset = record.end;
  }
  return records;
}

export function profileOf(
  records: readonly (readonly string[])[],
  width: number,
): readonly ColumnProfile[] {
  return Array.from({ length: width }, (_, column) => {
    const values = records.map((fields) => fields[column]?.trim() ?? '').filter(Boolean);
    const numbers = values.filter(looksLikeNumber);
    return {
      filled: values.length,
      numbers: numbers.length,
      amounts: numbers.filter((value) => /[.,]/.test(plainNumber(value)) || /\p{Sc}/u.test(value))
        .length,
      distinct: new Set(values).size,
      times: values.filter((value) => TIME.test(value)).length,
    };
  });
}
