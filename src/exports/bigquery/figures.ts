/** Numbers by which a loaded table is verified. */
import { yieldToPage } from '../../lib/yield-to-page';
import type { Cell } from '../../lib/kinds';
import { baseKind, columnOf, type Row, type Rows, type Spec } from '../../lib/kinds';
import { sha256OfText } from '../../lib/sha256';
import type { DescribedTable } from '../../sql/columns';
import { cellText, EXACT } from '../csv';

export interface Figures {
  readonly rows: number;
  /** The sum of each numeric column, with money in hundredths. NULL counts as 0. */
  readonly sums: ReadonlyMap<string, bigint>;
  /**
   * The sum of the hashes of all rows, which does not depend on the order of rows. The hash of a
   * row is the first 48 bits of the SHA-256 of its CSV cells, joined by `CELL_SEPARATOR`.
   */
  readonly fingerprint: bigint;
}

/** The unit separator, which is safe because clean names contain no control characters. */
export const CELL_SEPARATOR = '\u001F';
export const FINGERPRINT_BYTES = 6;

const ROWS_AT_ONCE = 8192;

export async function figuresOf(
  { columns }: Pick<DescribedTable, 'columns'>,
  rows: Rows<Row<Spec>>,
): Promise<Figures> {
  const sums = new Map<string, bigint>();
  for (const { name, kind } of columns) if (baseKind(kind) !== 'text') sums.set(name, 0n);
  let fingerprint = 0n;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    if (start > 0) await yieldToPage();
    const end = Math.min(start + ROWS_AT_ONCE, rows.length);
    const cells = columns.map(({ name }) => columnOf(rows, name, start, end));
    columns.forEach(({ name }, column) => {
      const sum = sums.get(name);
      if (sum !== undefined) sums.set(name, sum + sumOf(cells[column]!));
    });
    for (let row = 0; row < end - start; row += 1) {
      const texts = cells.map((column) => cellText(column[row]!, EXACT));
      fingerprint += BigInt(leadingBits(sha256OfText(texts.join(CELL_SEPARATOR))));
    }
  }
  return { rows: rows.length, sums, fingerprint };
}

function sumOf(cells: readonly Cell[]): bigint {
  let sum = 0n;
  for (const cell of cells) if (cell !== null) sum += BigInt(cell);
  return sum;
}

/** Returns the first 48 bits, which a number represents exactly. */
function leadingBits(digest: Uint8Array): number {
  let bits = 0;
  for (let index = 0; index < FINGERPRINT_BYTES; index += 1) bits = bits * 256 + digest[index]!;
  return bits;
}
