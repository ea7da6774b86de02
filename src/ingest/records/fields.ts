export const LF = 0x0a;
export const CR = 0x0d;

/**
 * The maximum size of a record in bytes. A longer record counts as an unclosed quote, and its text
 * is not kept in memory.
 */
export const LONGEST_RECORD = 16 * 1024 * 1024;

const SPACE = 0x20;
const TAB = 0x09;

/**
 * Unescapes a quoted field; `start` is after its opening quote. Text after the closing quote is
 * copied unchanged.
 */
export function unescapeField(
  bytes: Uint8Array,
  start: number,
  end: number,
  quote: number,
): Uint8Array<ArrayBuffer> {
  const value = new Uint8Array(end - start);
  let length = 0;
  let isInQuotes = true;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (isInQuotes && byte === quote) {
      if (index + 1 < end && bytes[index + 1] === quote) index += 1;
      else {
        isInQuotes = false;
        continue;
      }
    }
    value[length] = byte;
    length += 1;
  }
  return value.slice(0, length);
}

export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte !== SPACE && byte !== TAB && byte !== LF && byte !== CR) return false;
  }
  return true;
}

/** Returns true for a digit, and for 0xEF, which can start a full-width digit in UTF-8. */
export function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0xef) return true;
  }
  return false;
}
