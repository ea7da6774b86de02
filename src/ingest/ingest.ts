import type { Chunk } from './chunk';
import type { Layout } from './layout';

export interface ReadOptions {
  /** Bytes of the file per chunk, at the least one. */
  readonly chunkBytes: number;
  readonly signal?: AbortSignal;
}

/** All that the rest of the project knows of reading files. */
export interface Ingest {
  /** Throws a Failure that says what was found and what was expected. */
  inspect(file: File): Promise<Layout>;
  /** The file's records after the header, in order. Throws a Failure where it cannot be read. */
  read(file: File, layout: Layout, options: ReadOptions): AsyncIterable<Chunk>;
}

/** Large enough that a chunk's own cost does not tell, small enough that reading and rolling up overlap. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
