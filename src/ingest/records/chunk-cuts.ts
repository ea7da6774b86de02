/** The first chunk is small so that the engine can clean names while the reader parses the rest. */
const FIRST_BYTES = 512 * 1024;

const GROWTH = 8;

export function chunkStart(index: number, chunkBytes: number): number {
  let start = 0;
  let size = FIRST_BYTES;
  for (let before = 0; before < index; before += 1, size *= GROWTH) {
    if (size >= chunkBytes) return start + (index - before) * chunkBytes;
    start += size;
  }
  return start;
}

/** Size in bytes of a chunk; the last chunk of a file may be shorter. */
export function chunkSize(index: number, chunkBytes: number): number {
  return chunkStart(index + 1, chunkBytes) - chunkStart(index, chunkBytes);
}

/** Number of chunks in a file. An empty file has one. */
export function chunkCount(fileBytes: number, chunkBytes: number): number {
  for (let index = 1; ; index += 1) {
    const left = fileBytes - chunkStart(index, chunkBytes);
    if (left <= 0) return index;
    if (chunkSize(index, chunkBytes) === chunkBytes) return index + Math.ceil(left / chunkBytes);
  }
}
