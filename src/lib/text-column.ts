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
