import { ROLES, perRole, type Role } from '../lib/roles';
import type { Chunk, MisshapenRecord, NewValues } from './chunk';
import type { Dictionary } from './dictionary';
import { GrowingInts } from './growing';
import type { Layout } from './layout';
import { concatenate } from './utf8';

/** What the scanner adds up for one chunk. */
export class ChunkBuilder {
  blankLines = 0;
  readonly line: GrowingInts;
  readonly start: GrowingInts;
  readonly codes: readonly GrowingInts[];
  readonly #misshapen: MisshapenRecord[] = [];
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #readBytes: number;
  readonly #firstLine: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, readBytes: number, firstLine: number) {
    const guess = Math.max(16, bytes.length >> 5);
    this.line = new GrowingInts(guess);
    this.start = new GrowingInts(guess);
    this.codes = ROLES.map(() => new GrowingInts(guess));
    this.#bytes = bytes;
    this.#readBytes = readBytes;
    this.#firstLine = firstLine;
  }

  addMisshapen(record: MisshapenRecord): void {
    this.#misshapen.push(record);
  }

  finish(layout: Layout, dictionaries: readonly Dictionary[], line: number): Chunk {
    const orderLines = this.line.length;
    return {
      counts: {
        bytes: this.#readBytes,
        records: orderLines + this.#misshapen.length,
        blankLines: this.blankLines,
        lines: line - this.#firstLine,
      },
      line: this.line.toArray(),
      start: this.start.toArray(),
      codes: perRole((role) =>
        layout.columns[role] === undefined
          ? new Int32Array(orderLines).fill(-1)
          : this.codes[ROLES.indexOf(role)]!.toArray(),
      ),
      values: takeNewValues(dictionaries),
      misshapen: this.#misshapen,
      bytes: this.#bytes,
    };
  }
}

function takeNewValues(dictionaries: readonly Dictionary[]): NewValues {
  const role: Role[] = [];
  const code: number[] = [];
  const parts: Uint8Array[] = [];
  const isValid: number[] = [];
  dictionaries.forEach((dictionary, index) => {
    const { firstCode, text } = dictionary.takeNew();
    for (let value = 0; value < text.isValid.length; value += 1) {
      role.push(ROLES[index]!);
      code.push(firstCode + value);
      parts.push(text.bytes.subarray(text.offsets[value], text.offsets[value + 1]));
      isValid.push(text.isValid[value]!);
    }
  });
  return {
    role,
    code: Int32Array.from(code),
    ...concatenate(parts),
    isValid: Uint8Array.from(isValid),
  };
}
