import { perRole, type PerRole } from '../../domain/roles';
import type { Chunk } from '../records/chunk';
import { newDictionaries, type Dictionary } from '../records/dictionary';
import { utf8From } from '../layout/encoding';
import { headersOf, type Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import { Parts } from './parts';
import { Scanner } from '../records/scanner';

export interface ReaderTask {
  readonly file: File;
  readonly layout: Layout;
  readonly partBytes: number;
  /**
   * The index of this reader. Its codes equal the index modulo `readers`, so the codes of different
   * readers never collide.
   */
  readonly reader: number;
  readonly readers: number;
}

/**
 * Where a part begins: either at the start of a line to which these headers apply, or within a
 * record that continues from the previous part (`go on`).
 */
export type PartStart = Headers | 'go on';

export interface PartRead {
  /** A chunk with line numbers that are 1 where the reader last began with headers. */
  readonly chunk: Chunk;
  readonly next: number;
  /**
   * Whether the last record continues in the next part. If so, this reader must `go on` with that
   * part.
   */
  readonly isOpen: boolean;
}

export class PartReader {
  readonly #reading: ReaderTask;
  readonly #parts: Parts;
  readonly #dictionaries: readonly Dictionary[] = newDictionaries();
  #scanner: Scanner;
  #toSkip = 0;
  #isCut = false;

  constructor(reading: ReaderTask) {
    const { file, layout, partBytes } = reading;
    this.#reading = reading;
    this.#parts = new Parts(file, partBytes, layout.encoding);
    this.#scanner = this.#newScanner(headersOf(layout));
  }

  /** Returns null if no line starts in the part. Throws a Failure if the file is unreadable. */
  async read(index: number, beginning: PartStart): Promise<PartRead | null> {
    const { layout } = this.#reading;
    const continuesLine = beginning === 'go on' && this.#isCut;
    const part = await this.#parts.read(index, continuesLine);
    if (!part) return null;
    const { next } = part;
    this.#isCut = part.isCut;
    if (beginning !== 'go on') {
      this.#scanner = this.#newScanner(beginning);
      this.#toSkip = index === 0 ? layout.bodyOffset : 0;
    }
    // Parts begin at the start of a line, so that no character is split, except in overlong
    // records.
    const text = utf8From(layout.encoding, index === 0)(part.bytes, true);
    const skipped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skipped;
    const isLast = next === this.#parts.count;
    const scanned = this.#scanner.push(text, isLast, part.bytes.length, skipped);
    return {
      chunk: this.#withUniqueCodes(scanned),
      next,
      isOpen: !isLast && (part.isCut || this.#toSkip > 0 || !this.#scanner.isBetweenRecords),
    };
  }

  #newScanner(headers: Headers): Scanner {
    return new Scanner(this.#reading.layout, this.#dictionaries, headers, 1);
  }

  #withUniqueCodes(chunk: Chunk): Chunk {
    const { layout } = this.#reading;
    const uniqueCodes = (codes: Int32Array) => this.#makeUnique(codes);
    const codes: PerRole<Int32Array> = perRole((role) =>
      layout.columns[role] === undefined ? chunk.codes[role] : uniqueCodes(chunk.codes[role]),
    );
    return { ...chunk, codes, values: { ...chunk.values, code: uniqueCodes(chunk.values.code) } };
  }

  /** Makes the codes unique among all readers. Modifies the array, which has no other user yet. */
  #makeUnique(codes: Int32Array): Int32Array {
    const { reader, readers } = this.#reading;
    for (let row = 0; row < codes.length; row += 1) codes[row] = codes[row]! * readers + reader;
    return codes;
  }
}
