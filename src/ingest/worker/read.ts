import { blocksOf } from '../container/bytes';
import type { Chunk } from '../records/chunk';
import { chunkSize } from '../records/chunk-cuts';
import { toUtf8 } from '../layout/encoding';
import { inspect } from '../layout/inspect';
import type { Ingest, ReadOptions } from '../ingest';
import type { Layout } from '../layout/layout';
import { PartReader } from './part-reader';
import { Parts } from './parts';
import { PartsInOrder } from './reading-parts';
import { Scanner } from '../records/scanner';
import type { Source } from '../container/source';
import { sourcesOf } from '../container/sources';

export async function* readChunks(
  source: Source,
  layout: Layout,
  options: ReadOptions,
): AsyncGenerator<Chunk> {
  const scanner = new Scanner(layout);
  let toSkip = layout.bodyOffset;
  const blocks = blocksOf(source, (index) => chunkSize(index, options.chunkBytes));
  for await (const block of toUtf8(blocks, layout.encoding)) {
    options.signal?.throwIfAborted();
    const skipped = Math.min(toSkip, block.bytes.length);
    toSkip -= skipped;
    yield scanner.push(block.bytes, block.isLast, block.readBytes, skipped);
  }
}

async function* readParts(
  { file }: Source,
  layout: Layout,
  { chunkBytes, signal }: ReadOptions,
  readers: number,
): AsyncGenerator<Chunk> {
  const reading = { file, layout, partBytes: chunkBytes, readers };
  const partReaders = Array.from(
    { length: readers },
    (_, reader) => new PartReader({ ...reading, reader }),
  );
  const parts = new Parts(file, chunkBytes, layout.encoding);
  for await (const chunk of new PartsInOrder(partReaders, layout, parts.count).chunks()) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

/** Reads files in the calling thread, for tests in Node. */
export const directIngest: Ingest = {
  sourcesOf,
  inspect,
  read: (source, layout, options) => {
    const { readers = 1 } = options;
    const isParallel = readers > 1 && source.container.type === 'plain';
    return isParallel
      ? readParts(source, layout, options, readers)
      : readChunks(source, layout, options);
  },
};
