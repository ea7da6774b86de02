import { chunkCount, chunkStart } from '../records/chunk-cuts';
import { CR, LF, LONGEST_RECORD } from '../records/fields';
import type { Encoding } from '../layout/layout';
import { orUnreadable } from '../container/unreadable';

/**
 * Bytes read beyond a part's end to complete its last line, in two attempts. No record is longer.
 */
const LOOK_AHEAD = [64 * 1024, LONGEST_RECORD];

export interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The index of the following part, or the number of parts after the last. */
  readonly next: number;
  /** Whether it ends within a line, exactly where the next part starts. */
  readonly isCut: boolean;
}

/**
 * Divides a file into parts of about equal size at line breaks, so that each part can be read
 * alone. A part without a line break belongs to the one before it.
 */
export class Parts {
  readonly count: number;
  readonly #file: File;
  readonly #partBytes: number;
  readonly #unit: Unit;

  constructor(file: File, partBytes: number, encoding: Encoding) {
    this.#file = file;
    this.#unit = UNITS[encoding] ?? SINGLE_BYTES;
    const { width } = this.#unit;
    this.#partBytes = Math.max(width, Math.ceil(partBytes / width) * width);
    this.count = chunkCount(file.size, this.#partBytes);
  }

  /**
   * Returns null if no line begins in the part. With `isRest` it begins within a line, where the
   * part before was cut. Throws a Failure if the file cannot be read.
   */
  async read(index: number, isRest = false): Promise<Part | null> {
    const from = this.#startOf(index);
    const to = this.#startOf(index + 1) - from;
    let own = new Uint8Array(0);
    for (const ahead of LOOK_AHEAD) {
      const until = Math.min(from + to + ahead, this.#file.size);
      const bytes = await orUnreadable(this.#file.name, 'plain', async () => {
        return new Uint8Array(await this.#file.slice(from, until).arrayBuffer());
      });
      const isWhole = until === this.#file.size;
      const start = index === 0 || isRest ? 0 : this.#lineStart(bytes, 0, to, isWhole);
      if (start === null) return null;
      for (let next = index + 1; next < this.count; next += 1) {
        const [at, after] = [this.#startOf(next) - from, this.#startOf(next + 1) - from];
        const end = this.#lineStart(bytes, at, after, isWhole);
        if (end !== null) return { bytes: bytes.subarray(start, end), next, isCut: false };
        if (after > bytes.length) break;
      }
      if (isWhole) return { bytes: bytes.subarray(start), next: this.count, isCut: false };
      own = bytes.subarray(start, to);
    }
    return { bytes: own, next: index + 1, isCut: true };
  }

  #startOf(index: number): number {
    return chunkStart(index, this.#partBytes);
  }

  /**
   * Returns the offset after the first line break in `bytes[from, to)` that is followed by
   * something, or null.
   */
  #lineStart(bytes: Uint8Array, from: number, to: number, isWhole: boolean): number | null {
    const { width, at } = this.#unit;
    const end = bytes.length - (bytes.length % width);
    for (let position = from; position < Math.min(to, end); position += width) {
      const unit = at(bytes, position);
      if (unit !== LF && unit !== CR) continue;
      const after = position + width;
      // The byte after a carriage return must be known: it may be the second half of the line
      // break.
      if (after >= end) return isWhole || unit === CR ? null : after;
      if (unit === LF || at(bytes, after) !== LF) return after;
    }
    return null;
  }
}

/** How an encoding represents the characters that end a line. */
interface Unit {
  readonly width: number;
  at(bytes: Uint8Array, position: number): number;
}

const SINGLE_BYTES: Unit = { width: 1, at: (bytes, position) => bytes[position]! };

const UNITS: Partial<Record<Encoding, Unit>> = {
  'utf-16le': { width: 2, at: (bytes, position) => bytes[position]! | (bytes[position + 1]! << 8) },
  'utf-16be': { width: 2, at: (bytes, position) => (bytes[position]! << 8) | bytes[position + 1]! },
};
