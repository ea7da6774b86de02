import { ROLES } from '../../domain/roles';
import { hashOf, combineHashes, type Dictionary } from './dictionary';
import { CR, LF, LONGEST_RECORD } from './fields';
import { indexOfStop } from './index-of-stop';
import type { Layout } from '../layout/layout';
import type { LineColumns } from './line-columns';
import type { Shape } from '../layout/shape';

/**
 * Reads simple order lines fast: with the number of columns of the header, on one physical line,
 * and with quotes only around whole values. Stops at any other record, which `Scanner` then reads.
 */
export class PlainLines {
  readonly #dictionaries: readonly Dictionary[];
  readonly #roles: readonly number[];
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #starts = new Int32Array(ROLES.length);
  readonly #ends = new Int32Array(ROLES.length);

  constructor({ dialect }: Layout, dictionaries: readonly Dictionary[], roles: readonly number[]) {
    this.#dictionaries = dictionaries;
    this.#roles = roles;
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.quote;
  }

  /**
   * Adds order lines from the record at `from`, which begins on physical line `line`. Returns the
   * offset of the first record that was not added.
   */
  read(
    bytes: Uint8Array,
    view: DataView,
    from: number,
    line: number,
    shape: Shape,
    output: LineColumns,
  ): number {
    const { width, roleOfColumn, telling } = shape;
    // With a single column, a blank line looks like an order line.
    if (width === 1) return from;
    const starts = this.#starts;
    const ends = this.#ends;
    const roles = this.#roles;
    const dictionaries = this.#dictionaries;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const end = bytes.length;
    let row = output.length;
    let position = from;
    let recordStart;
    for (;;) {
      recordStart = position;
      let column = 0;
      let byte = 0;
      let hash = 0;
      do {
        if (position >= end || column === width) break;
        let start = position;
        let valueEnd;
        if (bytes[start] === quote) {
          start += 1;
          valueEnd = indexOfStop(bytes, view, start, quote);
          // Line breaks in quotes, doubled quotes and text after a closing quote need the scanner.
          if (bytes[valueEnd] !== quote) break;
          position = valueEnd + 1;
        } else {
          valueEnd = indexOfStop(bytes, view, start, delimiter);
          position = valueEnd;
        }
        if (position >= end) break;
        byte = bytes[position]!;
        if (byte !== delimiter && byte !== LF && byte !== CR) break;
        const role = roleOfColumn[column]!;
        if (role >= 0) {
          starts[role] = start;
          ends[role] = valueEnd;
        } else {
          hash = combineHashes(hash, hashOf(view, start, valueEnd));
        }
        column += 1;
        position += 1;
      } while (byte === delimiter);
      if (column !== width || (byte !== LF && byte !== CR)) break;
      if (byte === CR) {
        if (position === end) break;
        if (bytes[position] === LF) position += 1;
      }
      if (position - recordStart > LONGEST_RECORD) break;
      if (shape.mayBeHeader(bytes, starts[telling]!, ends[telling]!)) break;
      if (row === output.capacity) output.grow();
      const { codes } = output;
      for (const role of roles) {
        const dictionary = dictionaries[role]!;
        codes[role]![row] = dictionary.code(view, starts[role]!, ends[role]!);
        hash = combineHashes(hash, dictionary.hash);
      }
      output.line[row] = line;
      output.start[row] = recordStart;
      output.hash[row] = hash;
      line += 1;
      row += 1;
    }
    output.length = row;
    return recordStart;
  }
}
