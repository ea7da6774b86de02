import type { Chunk } from './records/chunk';
import type { Inspection } from './layout/inspect';
import type { Choice, Layout } from './layout/layout';
import type { Source } from './container/source';

export interface ReadOptions {
  /** Bytes of the file per chunk, at least 1. */
  readonly chunkBytes: number;
  /** The number of parallel readers for a plain file. By default, as many as make it faster. */
  readonly readers?: number;
  readonly signal?: AbortSignal;
}

/** The port of this folder. */
export interface Ingest {
  /** Returns the tables in an input file. Throws a Failure if an archive holds none. */
  sourcesOf(file: File, signal?: AbortSignal): Promise<Source[]>;
  /**
   * Returns how a source would be read. Throws a Failure that says what was found and what was
   * expected.
   */
  inspect(source: Source, choice?: Choice, signal?: AbortSignal): Promise<Inspection>;
  /** Yields the records after the header, in order. Throws a Failure if they cannot be read. */
  read(source: Source, layout: Layout, options: ReadOptions): AsyncIterable<Chunk>;
}

const MIB = 1024 * 1024;

/**
 * Small enough that reading a daily file overlaps with its rollups; large enough that the cost per
 * chunk does not matter.
 */
export function chunkBytesFor(fileBytes: number): number {
  return fileBytes < 32 * MIB ? 4 * MIB : 12 * MIB;
}
