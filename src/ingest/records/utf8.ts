/**
 * Concatenated texts: value i is `bytes[offsets[i], offsets[i + 1])`. `isValid[i]` is 0 if invalid
 * bytes of the value were replaced.
 */
export interface TextBytes {
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  readonly isValid: Uint8Array;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

export function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export function decodeUtf8(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

/** Replaces invalid UTF-8 with U+FFFD, because the engine traps on invalid text. */
export function toValidUtf8(bytes: Uint8Array, offsets: Int32Array): TextBytes {
  const count = offsets.length - 1;
  const isValid = new Uint8Array(count).fill(1);
  // Invalid pieces can become valid when they are joined, so each text is validated separately.
  if (isAscii(bytes)) return { offsets, bytes, isValid };
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  for (let index = 0; index < count; index += 1) {
    const part = bytes.subarray(offsets[index], offsets[index + 1]);
    const valid = isValidUtf8(part);
    isValid[index] = valid ? 1 : 0;
    parts.push(valid ? part : encoder.encode(lenient.decode(part)));
  }
  return { ...concatenate(parts), isValid };
}

export function concatenate(parts: readonly Uint8Array[]): {
  offsets: Int32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
} {
  const offsets = new Int32Array(parts.length + 1);
  parts.forEach((part, index) => (offsets[index + 1] = offsets[index]! + part.length));
  const bytes = new Uint8Array(offsets[parts.length]!);
  parts.forEach((part, index) => {
    bytes.set(part, offsets[index]);
  });
  return { offsets, bytes };
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}
