/** Encodes texts as concatenated UTF-8 with offsets, which is the input format of the engine. */
export function concatenateTexts(texts: readonly string[]): {
  offsets: Int32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
} {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(texts.join(''));
  const offsets = new Int32Array(texts.length + 1);
  const lengths = new Map<string, number>();
  texts.forEach((text, index) => {
    let length = lengths.get(text);
    if (length === undefined) {
      length = encoder.encode(text).length;
      lengths.set(text, length);
    }
    offsets[index + 1] = offsets[index]! + length;
  });
  return { offsets, bytes };
}

/**
 * Works like `concatenateTexts` for repeated ASCII texts, without creating a string per repetition.
 */
export function repeatedTexts(texts: readonly (readonly [text: string, times: number])[]): {
  offsets: Int32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
} {
  const encoder = new TextEncoder();
  const runs = texts.map(([text, times]) => ({ bytes: encoder.encode(text), times }));
  const count = runs.reduce((sum, { times }) => sum + times, 0);
  const length = runs.reduce((sum, { bytes, times }) => sum + bytes.length * times, 0);
  const [offsets, bytes] = [new Int32Array(count + 1), new Uint8Array(length)];
  let [index, offset] = [0, 0];
  for (const run of runs) {
    const [start, length] = [offset, run.bytes.length];
    for (let time = 0; time < run.times; time += 1) {
      offset += length;
      index += 1;
      offsets[index] = offset;
    }
    // The written bytes are copied and so doubled, until the run is full.
    if (offset > start) bytes.set(run.bytes, start);
    for (let written = length; written > 0 && written < offset - start; written *= 2) {
      bytes.copyWithin(start + written, start, start + Math.min(written, offset - start - written));
    }
  }
  return { offsets, bytes };
}
