import { chunkCount, chunkStart } from '../records/chunk-cuts';
import { CR, LF, LONGEST_RECORD } from '../records/fields';
import type { Encoding } from '../layout/layout';
import { readOrFail } from '../container/unreadable';

/**
 * The number of bytes to read beyond a part's end to find the end of its last line. The second
 * number covers the longest record.
 */
const LOOK_AHEAD = [64 * 1024, LONGEST_RECORD];

export interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /**
   * The index of the part that starts where this one ends. After the last part, it is the number of
   * parts.
   */
  readonly next: number;
  /** Whether this part is cut off within a line, because the line is too long. */
  readonly isCut: boolean;
}

/**
 * Splits a file into parts that end at line breaks, so that each can be read alone. A part without
 * a line break belongs to the previous one.
 */
export class Parts {
  readonly count: number;
  readonly #file: File;
  readonly #partBytes: number;
  readonly #unit: CodeUnit;

  constructor(file: File, partBytes: number, encoding: Encoding) {
    this.#file = file;
    this.#unit = UNITS[encoding] ?? SINGLE_BYTES;
    const { width } = this.#unit;
    this.#partBytes = Math.max(width, Math.ceil(partBytes / width) * width);
    this.count = chunkCount(file.size, this.#partBytes);
  }

  /**
   * Returns null if no line starts in the part. With `continuesLine`, the part begins within a
   * line, where the previous part was cut off. Throws a Failure if the file is unreadable.
   */
  async read(index: number, continuesLine = false): Promise<Part | null> {
    const from = this.#startOf(index);
    const to = this.#startOf(index + 1) - from;
    let own = new Uint8Array(0);
    for (const ahead of LOOK_AHEAD) {
      const until = Math.min(from + to + ahead, this.#file.size);
      const bytes = await readOrFail(this.#file.name, 'plain', async () => {
        return new Uint8Array(await this.#file.slice(from, until).arrayBuffer());
      });
      const isAtFileEnd = until === this.#file.size;
      const start = index === 0 || continuesLine ? 0 : this.#lineStart(bytes, 0, to, isAtFileEnd);
      if (start === null) return null;
      for (let next = index + 1; next < this.count; next += 1) {
        const [at, after] = [this.#startOf(next) - from, this.#startOf(next + 1) - from];
        const end = this.#lineStart(bytes, at, after, isAtFileEnd);
        if (end !== null) return { bytes: bytes.subarray(start, end), next, isCut: false };
        if (after > bytes.length) break;
      }
      if (isAtFileEnd) return { bytes: bytes.subarray(start), next: this.count, isCut: false };
      own = bytes.subarray(start, to);
    }
    return { bytes: own, next: index + 1, isCut: true };
  }

  #startOf(index: number): number {
    return chunkStart(index, this.#partBytes);
  }

  /**
   * Returns the offset after the first line break in `bytes[from, to)`. Returns null if there is no
   * line break, or no byte after it.
   */
  #lineStart(bytes: Uint8Array, from: number, to: number, isAtFileEnd: boolean): number | null {
    const { width, at } = this.#unit;
    const end = bytes.length - (bytes.length % width);
    for (let position = from; position < Math.min(to, end); position += width) {
      const unit = at(bytes, position);
      if (unit !== LF && unit !== CR) continue;
      const after = position + width;
      // The byte after a carriage return must have been read, because it can complete a CRLF.
      if (after >= end) return isAtFileEnd || unit === CR ? null : after;
      if (unit === LF || at(bytes, after) !== LF) return after;
    }
    return null;
  }
}

interface CodeUnit {
  readonly width: number;
  at(bytes: Uint8Array, position: number): number;
}

const SINGLE_BYTES: CodeUnit = { width: 1, at: (bytes, position) => bytes[position]! };

const UNITS: Partial<Record<Encoding, CodeUnit>> = {
  'utf-16le': { width: 2, at: (bytes, position) => bytes[position]! | (bytes[position + 1]! << 8) },
  'utf-16be': { width: 2, at: (bytes, position) => (bytes[position]! << 8) | bytes[position + 1]! },
};
