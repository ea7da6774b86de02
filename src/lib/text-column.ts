/** Texts as one run of UTF-8 with the offsets between them, the form in which they enter the engine. */
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

/** Plain texts one after the other, each so many times: of a million of them none is made. */
export function repeatedTexts(texts: readonly (readonly [text: string, times: number])[]): {
  offsets: Int32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
} {
  const encoder = new TextEncoder();
  const runs = texts.map(([text, times]) => ({ bytes: encoder.encode(text), times }));
  const count = runs.reduce((sum, { times }) => sum + times, 0);
  const length = runs.reduce((sum, { bytes, times }) => sum + bytes.length * times, 0);
  const [offsets, bytes] = [new Int32Array(count + 1), new Uint8Array(length)];
  let [index, at] = [0, 0];
  for (const run of runs) {
    const [start, each] = [at, run.bytes.length];
    for (let time = 0; time < run.times; time += 1) {
      at += each;
      index += 1;
      offsets[index] = at;
    }
    // What is there is copied behind itself, twice as much each time.
    if (at > start) bytes.set(run.bytes, start);
    for (let written = each; written > 0 && written < at - start; written *= 2) {
      bytes.copyWithin(start + written, start, start + Math.min(written, at - start - written));
    }
  }
  return { offsets, bytes };
}
