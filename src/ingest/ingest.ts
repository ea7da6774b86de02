import type { Chunk } from './records/chunk';
import type { Inspection } from './layout/inspect';
import type { Choice, Layout } from './layout/layout';
import type { Source } from './container/source';

export interface ReadOptions {
  /** Bytes of the file per chunk, at the least one. */
  readonly chunkBytes: number;
  /** How many read it at once, where it can be read from anywhere; left out, as many as help. */
  readonly readers?: number;
  readonly signal?: AbortSignal;
}

/** All that the rest of the project knows of reading files. */
export interface Ingest {
  /** The tables in a dropped file. Throws a Failure where an archive holds none. */
  sourcesOf(file: File, signal?: AbortSignal): Promise<Source[]>;
  /** How it would be read. Throws a Failure that says what was found and what was expected. */
  inspect(source: Source, choice?: Choice, signal?: AbortSignal): Promise<Inspection>;
  /** The records after the header, in order. Throws a Failure where they cannot be read. */
  read(source: Source, layout: Layout, options: ReadOptions): AsyncIterable<Chunk>;
}

const MIB = 1024 * 1024;

/** Small enough that reading a day's file and rolling it up overlap; of a large file a chunk's own cost must not tell. */
export function chunkBytesFor(fileBytes: number): number {
  return fileBytes < 32 * MIB ? 4 * MIB : 12 * MIB;
}
