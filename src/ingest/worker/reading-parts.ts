import type { Chunk } from '../records/chunk';
import { headersOf, type Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import type { PartStart, PartRead } from './part-reader';

export interface PartReading {
  read(index: number, beginning: PartStart): Promise<PartRead | null>;
}

/**
 * The number of parts, beyond one per reader, that can be read in advance. A part takes tens of
 * megabytes.
 */
const EXTRA_PARTS = 1;

/**
 * Each reader has its own dictionary, so a value that several readers meet takes memory several
 * times. Beyond this number of values, one reader continues alone, because the engine is then the
 * bottleneck.
 */
const MAX_SHARED_VALUES = 250_000;

interface Assignment {
  readonly reader: PartReading;
  readonly read: Promise<PartRead | null>;
}

/**
 * Reads the parts of a file with several readers and emits their chunks in order. Each part is read
 * as if a record started there and the current headers applied. If this turns out wrong, the part
 * is discarded and read again.
 *
 * The values of a discarded part are emitted nevertheless, because its reader uses their codes
 * later.
 */
export class PartsInOrder {
  readonly #count: number;
  readonly #limit: number;
  readonly #maxSharedValues: number;
  readonly #first: PartReading;
  #free: PartReading[];
  readonly #assigned = new Map<number, Assignment>();
  #nextUnassigned = 0;
  #headers: Headers;
  #lines: number;
  #values = 0;
  #isPaused = false;

  constructor(
    readers: readonly PartReading[],
    layout: Layout,
    count: number,
    maxSharedValues = MAX_SHARED_VALUES,
  ) {
    this.#count = count;
    this.#limit = readers.length + EXTRA_PARTS;
    this.#first = readers[0]!;
    this.#maxSharedValues = maxSharedValues;
    this.#free = [...readers];
    this.#headers = headersOf(layout);
    this.#lines = layout.bodyLine - 1;
  }

  async *chunks(): AsyncGenerator<Chunk> {
    try {
      for (let index = 0; index < this.#count;) {
        this.#assignParts();
        const { reader, read } = this.#assigned.get(index)!;
        const part = await read;
        this.#assigned.delete(index);
        if (!part) throw new Error(`no line begins in part ${String(index)}, where one should`);
        index = yield* this.#emit(reader, part);
      }
    } finally {
      this.#isPaused = true;
    }
  }

  /**
   * Emits a part, and the parts after it while a record continues in the next part. Returns the
   * index of the next part to emit.
   */
  async *#emit(reader: PartReading, first: PartRead): AsyncGenerator<Chunk, number> {
    const linesBefore = this.#lines;
    for (let part = first; ;) {
      const { chunk, next, isOpen } = part;
      this.#values += chunk.values.code.length;
      const areHeadersUnchanged = isSame(chunk.headers, this.#headers);
      this.#headers = chunk.headers;
      this.#lines += chunk.counts.lines;
      const end = isOpen ? next + 1 : next;
      this.#nextUnassigned = Math.max(this.#nextUnassigned, end);
      if (areHeadersUnchanged) {
        yield* this.#discardBefore(end);
      } else {
        this.#isPaused = true;
        yield* this.#discardBefore(this.#count);
        this.#nextUnassigned = end;
        this.#isPaused = false;
      }
      yield withLineOffset(chunk, linesBefore);
      if (!isOpen) {
        // A reader whose first part had an open record is still reserved.
        if (part !== first) this.#free.push(reader);
        return next;
      }
      const more = await reader.read(next, 'go on');
      if (!more) throw new Error(`no line begins in part ${String(next)}, where one should`);
      part = more;
    }
  }

  /** Discards parts that were read on a wrong assumption, but emits their new values. */
  async *#discardBefore(end: number): AsyncGenerator<Chunk> {
    for (const [index, { reader, read }] of [...this.#assigned]) {
      if (index >= end) continue;
      const part = await read;
      this.#assigned.delete(index);
      if (!part) continue;
      if (part.isOpen) this.#free.push(reader);
      yield this.#valuesOf(part.chunk);
    }
  }

  #assignParts(): void {
    if (this.#isPaused) return;
    if (this.#values > this.#maxSharedValues) {
      this.#free = this.#free.filter((reader) => reader === this.#first);
    }
    while (
      this.#free.length > 0 &&
      this.#nextUnassigned < this.#count &&
      this.#assigned.size < this.#limit
    ) {
      // The first worker can be left over from the last file and start faster, so it gets the first
      // part.
      this.#assign(this.#free.shift()!, this.#nextUnassigned);
      this.#nextUnassigned += 1;
    }
  }

  #assign(reader: PartReading, index: number): void {
    const read = reader.read(index, this.#headers);
    this.#assigned.set(index, { reader, read });
    read.then(
      (part) => {
        // A reader with an open record stays reserved until its part is emitted or discarded.
        if (part?.isOpen) return;
        this.#free.push(reader);
        this.#assignParts();
      },
      // The error surfaces when the part is awaited.
      () => undefined,
    );
  }

  /** Returns a chunk that has no lines but the new values, because later chunks use their codes. */
  #valuesOf({ values }: Chunk): Chunk {
    const none = new Int32Array(0);
    const codes = { restaurant: none, dish: none, customer: none, price: none, quantity: none };
    return {
      counts: { bytes: 0, records: 0, blankLines: 0, headerLines: 0, recordLines: 0, lines: 0 },
      line: none,
      start: none,
      hash: none,
      codes,
      values,
      misshapen: [],
      unclosedQuotes: [],
      middleHeaders: [],
      tables: [{ fromLine: 1, table: this.#headers.tables[0]! }],
      strayQuotes: none,
      headers: this.#headers,
      bytes: new Uint8Array(0),
    };
  }
}

/** Compares headers as JSON, because they are plain data with a fixed key order. */
function isSame(left: Headers, right: Headers): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function withLineOffset(chunk: Chunk, lines: number): Chunk {
  const moved = <T extends { readonly line: number }>(each: T): T => ({
    ...each,
    line: each.line + lines,
  });
  const { line } = chunk;
  for (let row = 0; row < line.length; row += 1) line[row]! += lines;
  return {
    ...chunk,
    misshapen: chunk.misshapen.map(moved),
    unclosedQuotes: chunk.unclosedQuotes.map(moved),
    middleHeaders: chunk.middleHeaders.map(moved),
    tables: chunk.tables.map((each) => ({ ...each, fromLine: each.fromLine + lines })),
  };
}
