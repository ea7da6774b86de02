import { perRole, type PerRole } from '../../domain/roles';
import type { Chunk } from '../records/chunk';
import { newDictionaries, type Dictionary } from '../records/dictionary';
import { utf8From } from '../layout/encoding';
import { headersOf, type Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import { Parts } from './parts';
import { Scanner } from '../records/scanner';

/** What one of several readers of a file is told. */
export interface Reading {
  readonly file: File;
  readonly layout: Layout;
  readonly partBytes: number;
  /** Its number among all, from 0: each value's code is a multiple of `readers` beyond it, so that no two share one. */
  readonly reader: number;
  readonly readers: number;
}

/** Where to begin: with headers at a line's start, or in the midst of the record that the part before has left open. */
export type Beginning = Headers | 'go on';

/** A part that was read. */
export interface PartRead {
  /** Its lines are counted from where its reader last began with headers, the first there being 1. */
  readonly chunk: Chunk;
  /** The part to be read after it. */
  readonly next: number;
  /** Whether a record goes on in that part: its own reader then has read it wrongly. */
  readonly isOpen: boolean;
}

/** Reads parts of one file, in any order, and gives their values codes of its own. */
export class PartReader {
  readonly #reading: Reading;
  readonly #parts: Parts;
  readonly #dictionaries: readonly Dictionary[] = newDictionaries();
  #scanner: Scanner;
  /** Of the text before the first record. */
  #toSkip = 0;
  /** Whether the last part that was read ended within a line. */
  #isCut = false;

  constructor(reading: Reading) {
    const { file, layout, partBytes } = reading;
    this.#reading = reading;
    this.#parts = new Parts(file, partBytes, layout.encoding);
    this.#scanner = this.#scannerFrom(headersOf(layout));
  }

  /** Null where no line begins in the part. Throws a Failure where it cannot be read. */
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
    // Parts begin at a line's start, where no character is cut, but for a record that is too long for any.
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

  /** In place: nobody else has them yet. */
  #ownCodes(codes: Int32Array): Int32Array {
    const { reader, readers } = this.#reading;
    for (let row = 0; row < codes.length; row += 1) codes[row] = codes[row]! * readers + reader;
    return codes;
  }
}
