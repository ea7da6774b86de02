import type { Chunk } from './chunk';
import { inspect } from './inspect';
import type { Ingest, ReadOptions } from './ingest';
import type { Layout } from './layout';
import { Scanner } from './scanner';
import { blocksOf } from './source';

export async function* readChunks(
  file: File,
  layout: Layout,
  options: ReadOptions,
): AsyncGenerator<Chunk> {
  const scanner = new Scanner(layout);
  for await (const { block, isLast } of blocksOf(file, layout.bodyOffset, options.chunkBytes)) {
    options.signal?.throwIfAborted();
    yield scanner.push(block, isLast);
  }
}

/** Reading in the thread that asks: for tests in Node, and inside the worker. */
export const directIngest: Ingest = { inspect, read: readChunks };
