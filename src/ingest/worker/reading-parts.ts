/** Several readers at the parts of one file, and one run of chunks from them, as if one had read it from its beginning. */
import type { Chunk } from '../records/chunk';
import { headersOf, type Headers } from '../layout/headers';
import type { Layout } from '../layout/layout';
import type { Beginning, PartRead } from './part-reader';

/** A `PartReader`, wherever it is. */
export interface PartReading {
  read(index: number, beginning: Beginning): Promise<PartRead | null>;
}

/** So many more parts than readers may be read or wait to be taken: each is tens of megabytes. */
const PARTS_AHEAD = 1;

/**
 * Each reader numbers its values by itself, so that a name takes memory once for each. Where there are more,
 * most of them customers, one goes on alone: the engine then takes longer than the reading.
 */
const MOST_SHARED_VALUES = 250_000;

interface Dealt {
  readonly reader: PartReading;
  readonly read: Promise<PartRead | null>;
}

/**
 * Each part is read as if a record began with it and the headers known by then held: what nearly always
 * is so. Where it is not, because a quoted value goes on over the parts' border or there is another header
 * in the part before, that is known once the part before was taken, and the part is read again.
 *
 * What was read in vain still holds values whose codes its reader uses later: those are handed on.
 */
export class PartsInOrder {
  readonly #count: number;
  readonly #limit: number;
  readonly #mostSharedValues: number;
  readonly #first: PartReading;
  #free: PartReading[];
  readonly #dealt = new Map<number, Dealt>();
  /** The first part that no reader has been given. */
  #given = 0;
  #headers: Headers;
  #lines: number;
  /** Of all readers so far. */
  #values = 0;
  /** While none may be given. */
  #isHeld = false;

  /** `count`: of parts. */
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

  /** The part, and those that its reader must go on with. Returns the part after them. */
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
        // One that was open was kept from being free.
        if (part !== first) this.#free.push(reader);
        return next;
      }
      const more = await reader.read(next, 'go on');
      if (!more) throw new Error(`no line begins in part ${String(next)}, where one should`);
      part = more;
    }
  }

  /** Parts that were read in vain: a record goes on through them, no line begins there, or other headers hold. */
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
      // The first may have read a file before: it is the fastest at the beginning.
      this.#give(this.#free.shift()!, this.#given);
      this.#given += 1;
    }
  }

  #give(reader: PartReading, index: number): void {
    const read = reader.read(index, this.#headers);
    this.#dealt.set(index, { reader, read });
    read.then(
      (part) => {
        // One whose record goes on is kept until the part is taken, or dropped.
        if (part?.isOpen) return;
        this.#free.push(reader);
        this.#deal();
      },
      // Told when the part is to be taken.
      () => undefined,
    );
  }

  /** A chunk without lines: what is new in it has codes that will come again. */
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

/** They hold plain data in a fixed order. */
function isSame(left: Headers, right: Headers): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The chunk's lines, counted from 1 so far, after those before. */
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
