/** Whether prices are written `4.50` or `4,50`: the reading that makes more of them numbers. */
import type { Dialect } from './layout';
import { readRecord } from './record';

export type DecimalMark = '.' | ',';

const RECORDS = 1000;
const NOT_IN_A_NUMBER = /[\p{Sc}\p{White_Space}\u200B\uFEFF()+-]/gu;
const NUMBER: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$|^\.\d+$/,
  ',': /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d*)?$|^,\d+$/,
};

/** Judged by the column's first values after the header; the point where both readings fit equally. */
export function detectDecimalMark(
  head: Uint8Array,
  bodyOffset: number,
  dialect: Dialect,
  column: number | undefined,
): DecimalMark {
  if (column === undefined) return '.';
  const fits = { '.': 0, ',': 0 };
  let offset = bodyOffset;
  for (let records = 0; records < RECORDS && offset < head.length; records += 1) {
    const record = readRecord(head, offset, dialect);
    const price = record.fields[column]?.normalize('NFKC').replace(NOT_IN_A_NUMBER, '') ?? '';
    for (const mark of ['.', ','] as const) if (NUMBER[mark].test(price)) fits[mark] += 1;
    offset = record.end;
  }
  return fits[','] > fits['.'] ? ',' : '.';
}
