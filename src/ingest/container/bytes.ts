import { runsOf } from '../records/runs';
import type { Block, Source, TextStream } from './source';
import { readOrFail } from './unreadable';

type Bytes = Uint8Array<ArrayBuffer>;

type Sizes = (index: number) => number;

export function blocksOf(source: Source, sizes: Sizes): AsyncGenerator<Block> {
  switch (source.container.type) {
    case 'plain':
      return slicesOf(source.file, sizes);
    case 'gzip':
      return gzipBlocks(source, sizes);
    case 'zip':
      return zipEntryBlocks(source, source.container.entry, sizes);
    case 'xlsx':
      return sheetBlocks(source, source.container.sheet, sizes);
    case 'parquet':
      return parquetBlocks(source, sizes);
  }
}

export async function headOf(
  source: Source,
  length: number,
): Promise<{ bytes: Bytes; isWhole: boolean }> {
  const blocks = blocksOf(source, () => length);
  const { value } = await blocks.next();
  await blocks.return(undefined);
  return value
    ? { bytes: value.bytes, isWhole: value.isLast }
    : { bytes: new Uint8Array(0), isWhole: true };
}

/** Reads a plain file in slices, which are faster than the file's stream in every browser. */
async function* slicesOf(file: File, sizes: Sizes): AsyncGenerator<Block> {
  for (let index = 0, start = 0; ; index += 1) {
    const end = Math.min(start + sizes(index), file.size);
    const bytes = await readOrFail(file.name, 'plain', async () => {
      return new Uint8Array(await file.slice(start, end).arrayBuffer());
    });
    const isLast = end === file.size;
    yield { bytes, readBytes: end - start, isLast };
    if (isLast) return;
    start = end;
  }
}

function gzipBlocks(source: Source, sizes: Sizes): AsyncGenerator<Block> {
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
  return toBlocks(source, { runs: runsOf(stream), readBytes: () => packedBytes }, sizes);
}

async function* zipEntryBlocks(source: Source, entry: number, sizes: Sizes): AsyncGenerator<Block> {
  const { openZip } = await import('./zip');
  const unpacking = await readOrFail(source.name, 'zip', async () => {
    const { stream, packedBytes } = (await openZip(source.file)).open(entry);
    return { runs: runsOf(stream), readBytes: packedBytes };
  });
  yield* toBlocks(source, unpacking, sizes);
}

async function* sheetBlocks(source: Source, sheet: number, sizes: Sizes): AsyncGenerator<Block> {
  const { sheetText } = await import('../xlsx/sheet-text');
  yield* toBlocks(source, sheetText(source.file, sheet), sizes);
}

async function* parquetBlocks(source: Source, sizes: Sizes): AsyncGenerator<Block> {
  const { parquetText } = await import('../parquet/parquet-text');
  yield* toBlocks(source, parquetText(source.file), sizes);
}

async function* toBlocks(
  source: Source,
  { runs, readBytes }: TextStream,
  sizes: Sizes,
): AsyncGenerator<Block> {
  let index = 0;
  let buffer = new Uint8Array(sizes(index));
  let length = 0;
  let reportedBytes = 0;
  const block = (bytes: Bytes, isLast: boolean): Block => {
    const before = reportedBytes;
    reportedBytes = readBytes();
    return { bytes, readBytes: reportedBytes - before, isLast };
  };
  try {
    for (;;) {
      const { done, value } = await readOrFail(source.name, source.container.type, () =>
        runs.next(),
      );
      if (done) break;
      for (let start = 0; start < value.length;) {
        // A full block is emitted only when more data follows, because the last block must have
        // `isLast`.
        if (length === buffer.length) {
          yield block(buffer, false);
          index += 1;
          buffer = new Uint8Array(sizes(index));
          length = 0;
        }
        const part = value.subarray(start, start + buffer.length - length);
        buffer.set(part, length);
        length += part.length;
        start += part.length;
      }
    }
    yield block(buffer.slice(0, length), true);
  } finally {
    await runs.return(undefined).catch(() => undefined);
  }
}
