import type { Cell } from '../../../lib/kinds';
import type { CodedColumn } from './coded-column';
import type { Slices } from './slices';

const VALUES_AT_ONCE = 1024;

/** A text column prepared for searching. */
export interface SearchableColumn {
  readonly codes: Uint32Array;
  readonly folded: readonly string[];
}

/**
 * Removes differences of width, case and European accents. Kana marks stay, because `が` and `か` are
 * different letters.
 */
export function fold(text: string): string {
  // Uses upper case, because it maps `ß` to `SS` and `ς` to `Σ`.
  const upper = text.normalize('NFKC').toUpperCase();
  return isPlain(upper)
    ? upper
    : upper
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
}

export async function foldColumn(
  { codes, values }: CodedColumn,
  slices: Slices,
): Promise<SearchableColumn> {
  const folded: string[] = [];
  for (const value of values) {
    if (folded.length % VALUES_AT_ONCE === 0) await slices.rest();
    folded.push(foldCell(value));
  }
  return { codes, folded };
}

/**
 * Returns the rows of `order`, or of all rows if it is null, that contain the text in any column.
 */
export async function findRows(
  columns: readonly SearchableColumn[],
  text: string,
  order: Uint32Array | null,
  slices: Slices,
): Promise<Uint32Array> {
  const wanted = fold(text);
  const hits: Uint8Array[] = [];
  for (const { folded } of columns) {
    const hit = new Uint8Array(folded.length);
    for (let code = 0; code < folded.length; code += 1) {
      if (code % VALUES_AT_ONCE === 0) await slices.rest();
      if (folded[code]!.includes(wanted)) hit[code] = 1;
    }
    hits.push(hit);
  }
  const length = order?.length ?? columns[0]?.codes.length ?? 0;
  const found = new Uint32Array(length);
  let count = 0;
  for (let place = 0; place < length; place += 1) {
    const row = order?.[place] ?? place;
    if (columns.some(({ codes }, column) => hits[column]![codes[row]!] === 1)) {
      found[count] = row;
      count += 1;
    }
  }
  return found.slice(0, count);
}

function foldCell(value: Cell): string {
  return typeof value === 'string' ? fold(value) : '';
}

function isPlain(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
