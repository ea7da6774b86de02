/** A source's text, unpacked or made of its table, in blocks of the wanted size. */
import { runsOf } from './runs';
import type { Block, Source, Unpacking } from './source';
import { orUnreadable } from './unreadable';

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
      return sheetBlocks(source, source.container.sheet, blockBytes);
    case 'parquet':
      return parquetBlocks(source, blockBytes);
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
    const bytes = await orUnreadable(file.name, 'plain', async () => {
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
  return laidTogether(source, { runs: runsOf(stream), readBytes: () => packedBytes }, blockBytes);
}

async function* zipEntryBlocks(
  source: Source,
  entry: number,
  blockBytes: number,
): AsyncGenerator<Block> {
  const { openZip } = await import('./zip');
  const unpacking = await orUnreadable(source.name, 'zip', async () => {
    const { stream, packedBytes } = (await openZip(source.file)).open(entry);
    return { runs: runsOf(stream), readBytes: packedBytes };
  });
  yield* laidTogether(source, unpacking, blockBytes);
}

async function* sheetBlocks(
  source: Source,
  sheet: number,
  blockBytes: number,
): AsyncGenerator<Block> {
  const { sheetText } = await import('./xlsx/sheet-text');
  yield* laidTogether(source, sheetText(source.file, sheet), blockBytes);
}

async function* parquetBlocks(source: Source, blockBytes: number): AsyncGenerator<Block> {
  const { parquetText } = await import('./parquet/parquet-text');
  yield* laidTogether(source, parquetText(source.file), blockBytes);
}

/** What comes in runs of any size, in blocks of the wanted one. */
async function* laidTogether(
  source: Source,
  { runs, readBytes }: Unpacking,
  blockBytes: number,
): AsyncGenerator<Block> {
  let waiting = new Uint8Array(blockBytes);
  let length = 0;
  let told = 0;
  const block = (bytes: Bytes, isLast: boolean): Block => {
    const before = told;
    told = readBytes();
    return { bytes, readBytes: told - before, isLast };
  };
  try {
    for (;;) {
      const { done, value } = await orUnreadable(source.name, source.container.type, () =>
        runs.next(),
      );
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
    await runs.return(undefined).catch(() => undefined);
  }
}
