import { blocksOf } from './bytes';
import type { Chunk } from './chunk';
import { toUtf8 } from './encoding';
import { inspect } from './inspect';
import type { Ingest, ReadOptions } from './ingest';
import type { Layout } from './layout';
import { Scanner } from './scanner';
import type { Source } from './source';
import { sourcesOf } from './sources';

export async function* readChunks(
  source: Source,
  layout: Layout,
  options: ReadOptions,
): AsyncGenerator<Chunk> {
  const scanner = new Scanner(layout);
  let toSkip = layout.bodyOffset;
  for await (const block of toUtf8(blocksOf(source, options.chunkBytes), layout.encoding)) {
    options.signal?.throwIfAborted();
    const skipped = Math.min(toSkip, block.bytes.length);
    toSkip -= skipped;
    const bytes = skipped === 0 ? block.bytes : block.bytes.slice(skipped);
    if (skipped > 0) scanner.startAfter(block.bytes[skipped - 1]!);
    yield scanner.push(bytes, block.isLast, block.readBytes);
  }
}

/** Reading in the thread that asks: for tests in Node, and inside the worker. */
export const directIngest: Ingest = { sourcesOf, inspect, read: readChunks };
