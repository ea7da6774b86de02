/** Cuts a file into chunks of the wanted size, with smaller ones first. */

/** This much of a file has nearly all its names. The engine cleans them while the rest is read. */
const FIRST_BYTES = 512 * 1024;

const GROWTH = 8;

/** The byte offset of the chunk with an index. */
export function chunkStart(index: number, chunkBytes: number): number {
  let start = 0;
  let size = FIRST_BYTES;
  for (let before = 0; before < index; before += 1, size *= GROWTH) {
    if (size >= chunkBytes) return start + (index - before) * chunkBytes;
    start += size;
  }
  return start;
}

/** The size in bytes of a chunk that does not reach the end of the file. */
export function chunkSize(index: number, chunkBytes: number): number {
  return chunkStart(index + 1, chunkBytes) - chunkStart(index, chunkBytes);
}

/** The number of chunks of a file, at least 1. */
export function chunkCount(fileBytes: number, chunkBytes: number): number {
  for (let index = 1; ; index += 1) {
    const left = fileBytes - chunkStart(index, chunkBytes);
    if (left <= 0) return index;
    if (chunkSize(index, chunkBytes) === chunkBytes) return index + Math.ceil(left / chunkBytes);
  }
}
