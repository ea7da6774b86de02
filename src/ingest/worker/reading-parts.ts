/**
 * Combines several readers of one file into a single sequence of chunks, as if one reader had read
 * it from the beginning.
 */
import type { Chunk } from '../records/chunk';
import { headersOf, type Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import type { Beginning, PartRead } from './part-reader';

/** A `PartReader` in this thread or in a worker. */
export interface PartReading {
  read(index: number, beginning: Beginning): Promise<PartRead | null>;
}

/** How many parts more than readers may be read or waiting: each takes tens of megabytes. */
const PARTS_AHEAD = 1;

/**
 * Each reader numbers values by itself, so every name is stored once per reader. Above this limit
 * one reader continues alone, because the engine is then slower than reading.
 */
const MOST_SHARED_VALUES = 250_000;

interface Dealt {
  readonly reader: PartReading;
  readonly read: Promise<PartRead | null>;
}

/**
 * Each part is read as if a record began with it and the known headers applied, which is nearly
 * always true. If a quoted value crosses the border, or the part before has another header, the
 * part is read again. The discarded reading still has new values whose codes its reader uses later,
 * so those are kept.
 */
export class PartsInOrder {
  readonly #count: number;
  readonly #limit: number;
  readonly #mostSharedValues: number;
  readonly #first: PartReading;
  #free: PartReading[];
  readonly #dealt = new Map<number, Dealt>();
  /** The next part to assign. */
  #given = 0;
  #headers: Headers;
  #lines: number;
  /** The number of values of all readers so far. */
  #values = 0;
  /** While true, no part is assigned. */
  #isHeld = false;

  /** `count` is the number of parts. */
  constructor(
    readers: readonly PartReading[],
    layout: Layout,
    count: number,
    mostSharedValues = MOST_SHARED_VALUES,
  ) {
    this.#count = count;
    this.#limit = readers.length + PARTS_AHEAD;
    this.#first = readers[0]!;
    this.#mostSharedValues = mostSharedValues;
    this.#free = [...readers];
    this.#headers = headersOf(layout);
    this.#lines = layout.bodyLine - 1;
  }

  async *chunks(): AsyncGenerator<Chunk> {
    try {
      for (let index = 0; index < this.#count;) {
        this.#deal();
        const { reader, read } = this.#dealt.get(index)!;
        const part = await read;
        this.#dealt.delete(index);
        if (!part) throw new Error(`no line begins in part ${String(index)}, where one should`);
        index = yield* this.#take(reader, part);
      }
    } finally {
      this.#isHeld = true;
    }
  }

  /**
   * Yields a part and those that its reader must continue with. Returns the index of the next part.
   */
  async *#take(reader: PartReading, first: PartRead): AsyncGenerator<Chunk, number> {
    const linesBefore = this.#lines;
    for (let part = first; ;) {
      const { chunk, next, isOpen } = part;
      this.#values += chunk.values.code.length;
      const isAsBefore = isSame(chunk.headers, this.#headers);
      this.#headers = chunk.headers;
      this.#lines += chunk.counts.lines;
      const own = isOpen ? next + 1 : next;
      this.#given = Math.max(this.#given, own);
      if (isAsBefore) {
        yield* this.#dropBefore(own);
      } else {
        this.#isHeld = true;
        yield* this.#dropBefore(this.#count);
        this.#given = own;
        this.#isHeld = false;
      }
      yield movedDown(chunk, linesBefore);
      if (!isOpen) {
        // A reader with an open record was not returned to the free ones.
        if (part !== first) this.#free.push(reader);
        return next;
      }
      const more = await reader.read(next, 'go on');
      if (!more) throw new Error(`no line begins in part ${String(next)}, where one should`);
      part = more;
    }
  }

  /**
   * Drops parts that were read in vain: a record continues through them, no line begins there, or
   * other headers apply.
   */
  async *#dropBefore(end: number): AsyncGenerator<Chunk> {
    for (const [index, { reader, read }] of [...this.#dealt]) {
      if (index >= end) continue;
      const part = await read;
      this.#dealt.delete(index);
      if (!part) continue;
      if (part.isOpen) this.#free.push(reader);
      yield this.#valuesOf(part.chunk);
    }
  }

  #deal(): void {
    if (this.#isHeld) return;
    if (this.#values > this.#mostSharedValues) {
      this.#free = this.#free.filter((reader) => reader === this.#first);
    }
    while (this.#free.length > 0 && this.#given < this.#count && this.#dealt.size < this.#limit) {
      // The first free reader may have read a file before and is then the fastest.
      this.#give(this.#free.shift()!, this.#given);
      this.#given += 1;
    }
  }

  #give(reader: PartReading, index: number): void {
    const read = reader.read(index, this.#headers);
    this.#dealt.set(index, { reader, read });
    read.then(
      (part) => {
        // A reader with an open record stays reserved until its part is taken or dropped.
        if (part?.isOpen) return;
        this.#free.push(reader);
        this.#deal();
      },
      // The error is reported when the part is taken.
      () => undefined,
    );
  }

  /** Returns a chunk without lines: its new values have codes that occur later. */
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

/** Both hold plain data with keys in the same order. */
function isSame(left: Headers, right: Headers): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Shifts the chunk's line numbers, which start at 1. */
function movedDown(chunk: Chunk, lines: number): Chunk {
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
