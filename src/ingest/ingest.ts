import type { Chunk } from './records/chunk';
import type { Inspection } from './layout/inspect';
import type { Choice, Layout } from './layout/layout';
import type { Source } from './container/source';

export interface ReadOptions {
  /** Bytes of the input file per chunk, at least 1. */
  readonly chunkBytes: number;
  /**
   * Number of parallel readers for a plain file. The default depends on the file and the machine.
   */
  readonly readers?: number;
  readonly signal?: AbortSignal;
}

/** The interface through which other folders read input files. */
export interface Ingest {
  /** Lists the sources in an input file. Throws a Failure if an archive contains none. */
  sourcesOf(file: File, signal?: AbortSignal): Promise<Source[]>;
  /** Detects how to read a source. Throws a Failure that says what was found and expected. */
  inspect(source: Source, choice?: Choice, signal?: AbortSignal): Promise<Inspection>;
  /** Reads the records after the header, in order. Throws a Failure if the source is unreadable. */
  read(source: Source, layout: Layout, options: ReadOptions): AsyncIterable<Chunk>;
}

const MIB = 1024 * 1024;

/**
 * Small files get small chunks, so that the engine adds up one chunk while the next is read. Large
 * files get large chunks, because each chunk has a fixed cost.
 */
export function chunkBytesFor(fileBytes: number): number {
  return fileBytes < 32 * MIB ? 4 * MIB : 12 * MIB;
}
