/** Where a file is cut into chunks: most of them of the wanted size, the first ones smaller. */

/** A file's names are nearly all in so much of it: while the engine cleans them, the rest is read. */
const FIRST_BYTES = 512 * 1024;

const GROWTH = 8;

/** In bytes, from the file's beginning, of the chunk with the number, the first being 0. */
export function chunkStart(index: number, chunkBytes: number): number {
  let start = 0;
  let size = FIRST_BYTES;
  for (let before = 0; before < index; before += 1, size *= GROWTH) {
    if (size >= chunkBytes) return start + (index - before) * chunkBytes;
    start += size;
  }
  return start;
}

/** What a chunk is to have, unless the file ends before. */
export function chunkSize(index: number, chunkBytes: number): number {
  return chunkStart(index + 1, chunkBytes) - chunkStart(index, chunkBytes);
}

/** Of a file; one that is empty has one too. */
export function chunkCount(fileBytes: number, chunkBytes: number): number {
  for (let index = 1; ; index += 1) {
    const left = fileBytes - chunkStart(index, chunkBytes);
    if (left <= 0) return index;
    if (chunkSize(index, chunkBytes) === chunkBytes) return index + Math.ceil(left / chunkBytes);
  }
}
