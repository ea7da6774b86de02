/** A source's bytes, unpacked, in blocks of the wanted size. */
import { Failure } from '../lib/failure';
import type { Block, Source } from './source';

type Bytes = Uint8Array<ArrayBuffer>;

export function blocksOf(source: Source, blockBytes: number): AsyncGenerator<Block> {
  switch (source.container.type) {
    case 'plain':
      return slicesOf(source.file, blockBytes);
    case 'gzip':
      return gzipBlocks(source, blockBytes);
    case 'zip':
      return zipEntryBlocks(source, source.container.entry, blockBytes);
    case 'xlsx':
      throw new Error('not here yet');
  }
}

/** The first bytes, and whether they are all. */
export async function headOf(
  source: Source,
  length: number,
): Promise<{ bytes: Bytes; isWhole: boolean }> {
  const blocks = blocksOf(source, length);
  const { value } = await blocks.next();
  await blocks.return(undefined);
  return value
    ? { bytes: value.bytes, isWhole: value.isLast }
    : { bytes: new Uint8Array(0), isWhole: true };
}

/** A plain file in large slices, which every browser reads faster than its stream. */
async function* slicesOf(file: File, blockBytes: number): AsyncGenerator<Block> {
  for (let start = 0; ; start += blockBytes) {
    const end = Math.min(start + blockBytes, file.size);
    const bytes = await orUnreadable(file.name, async () => {
      return new Uint8Array(await file.slice(start, end).arrayBuffer());
    });
    const isLast = end === file.size;
    yield { bytes, readBytes: end - start, isLast };
    if (isLast) return;
  }
}

function gzipBlocks(source: Source, blockBytes: number): AsyncGenerator<Block> {
  let packedBytes = 0;
  const counter = new TransformStream<Bytes, Bytes>({
    transform(bytes, controller) {
      packedBytes += bytes.length;
      controller.enqueue(bytes);
    },
  });
  const stream = (source.file.stream() as ReadableStream<Bytes>)
    .pipeThrough(counter)
    .pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Bytes, Bytes>);
  return laidTogether(source, stream, () => packedBytes, blockBytes);
}

async function* zipEntryBlocks(
  source: Source,
  entry: number,
  blockBytes: number,
): AsyncGenerator<Block> {
  const { stream, packedBytes } = await orUnreadable(source.name, async () => {
    const { openZipEntry } = await import('./zip');
    return openZipEntry(source.file, entry);
  });
  yield* laidTogether(source, stream, packedBytes, blockBytes);
}

/** A stream's bytes as they come, in blocks of the wanted size. */
async function* laidTogether(
  source: Source,
  stream: ReadableStream<Bytes>,
  packedBytes: () => number,
  blockBytes: number,
): AsyncGenerator<Block> {
  const reader = stream.getReader();
  let waiting = new Uint8Array(blockBytes);
  let length = 0;
  let told = 0;
  const block = (bytes: Bytes, isLast: boolean): Block => {
    const readBytes = packedBytes() - told;
    told += readBytes;
    return { bytes, readBytes, isLast };
  };
  try {
    for (;;) {
      const { done, value } = await orUnreadable(source.name, () => reader.read());
      if (done) break;
      for (let start = 0; start < value.length;) {
        // A full block waits for what comes after it: only then is it known not to be the last.
        if (length === blockBytes) {
          yield block(waiting, false);
          waiting = new Uint8Array(blockBytes);
          length = 0;
        }
        const part = value.subarray(start, start + blockBytes - length);
        waiting.set(part, length);
        length += part.length;
        start += part.length;
      }
    }
    yield block(waiting.slice(0, length), true);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function orUnreadable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Failure(
      {
        fault: 'input',
        title: 'This file could not be read.',
        where: name,
        hint: 'It may be a folder or a damaged archive, or it was moved, changed or locked since it was chosen. Choose it again.',
        details: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
}
