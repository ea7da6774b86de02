import { perRole, type PerRole } from '../../domain/roles';
import type { Chunk } from '../records/chunk';
import { newDictionaries, type Dictionary } from '../records/dictionary';
import { utf8From } from '../layout/encoding';
import { headersOf, type Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import { Parts } from './parts';
import { Scanner } from '../records/scanner';

/** What each reader of a file receives. */
export interface Reading {
  readonly file: File;
  readonly layout: Layout;
  readonly partBytes: number;
  /**
   * The reader's index. Its codes are offset by it in steps of `readers`, so that no two readers
   * share one.
   */
  readonly reader: number;
  readonly readers: number;
}

/**
 * Where to begin: at a line's start with these headers, or inside the record that the part before
 * left open.
 */
export type Beginning = Headers | 'go on';

/** A part that was read. */
export interface PartRead {
  /**
   * Its line numbers are relative to where the reader last began with headers; the first line there
   * is 1.
   */
  readonly chunk: Chunk;
  /** The index of the part to read next. */
  readonly next: number;
  /** Whether a record continues in the next part, which its own reader has then read wrongly. */
  readonly isOpen: boolean;
}

/** Reads parts of one file in any order and assigns codes of its own. */
export class PartReader {
  readonly #reading: Reading;
  readonly #parts: Parts;
  readonly #dictionaries: readonly Dictionary[] = newDictionaries();
  #scanner: Scanner;
  /** Bytes of text before the first record. */
  #toSkip = 0;
  /** Whether the last part ended within a line. */
  #isCut = false;

  constructor(reading: Reading) {
    const { file, layout, partBytes } = reading;
    this.#reading = reading;
    this.#parts = new Parts(file, partBytes, layout.encoding);
    this.#scanner = this.#scannerFrom(headersOf(layout));
  }

  /** Returns null if no line begins in the part. Throws a Failure if it cannot be read. */
  async read(index: number, beginning: Beginning): Promise<PartRead | null> {
    const { layout } = this.#reading;
    const isRest = beginning === 'go on' && this.#isCut;
    const part = await this.#parts.read(index, isRest);
    if (!part) return null;
    const { next } = part;
    this.#isCut = part.isCut;
    if (beginning !== 'go on') {
      this.#scanner = this.#scannerFrom(beginning);
      this.#toSkip = index === 0 ? layout.bodyOffset : 0;
    }
    // Parts begin at a line's start, so no character is cut, except in a record that is too long
    // for a part.
    const text = utf8From(layout.encoding, index === 0)(part.bytes, true);
    const skipped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skipped;
    const isLast = next === this.#parts.count;
    const scanned = this.#scanner.push(text, isLast, part.bytes.length, skipped);
    return {
      chunk: this.#renumbered(scanned),
      next,
      isOpen: !isLast && (part.isCut || this.#toSkip > 0 || !this.#scanner.isBetweenRecords),
    };
  }

  #scannerFrom(headers: Headers): Scanner {
    return new Scanner(this.#reading.layout, this.#dictionaries, headers, 1);
  }

  #renumbered(chunk: Chunk): Chunk {
    const { layout } = this.#reading;
    const own = (codes: Int32Array) => this.#ownCodes(codes);
    const codes: PerRole<Int32Array> = perRole((role) =>
      layout.columns[role] === undefined ? chunk.codes[role] : own(chunk.codes[role]),
    );
    return { ...chunk, codes, values: { ...chunk.values, code: own(chunk.values.code) } };
  }

  /** Changes the codes in place: the chunk is not shared yet. */
  #ownCodes(codes: Int32Array): Int32Array {
    const { reader, readers } = this.#reading;
    for (let row = 0; row < codes.length; row += 1) codes[row] = codes[row]! * readers + reader;
    return codes;
  }
}
