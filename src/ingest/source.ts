import { Failure } from '../lib/failure';

/** The file's first bytes. */
export function headOf(file: File, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return readSlice(file, 0, length);
}

/** The file from `offset` to its end in blocks of `blockBytes`; the last one is marked. */
export async function* blocksOf(
  file: File,
  offset: number,
  blockBytes: number,
): AsyncGenerator<{ block: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  for (let start = offset; ; start += blockBytes) {
    const end = Math.min(start + blockBytes, file.size);
    const isLast = end === file.size;
    yield { block: await readSlice(file, start, end), isLast };
    if (isLast) return;
  }
}

async function readSlice(file: File, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (error) {
    throw new Failure(
      {
        fault: 'input',
        title: 'This file could not be read.',
        where: file.name,
        hint: 'It may be a folder, or it was moved, changed or locked since it was chosen. Choose it again.',
        details: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
}
