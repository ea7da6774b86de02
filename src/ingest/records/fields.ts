/** Byte rules that the scanner and `readRecord` share. */

export const LF = 0x0a;
export const CR = 0x0d;

/** A longer record has an unclosed quote, so its text is not held in memory. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

const SPACE = 0x20;
const TAB = 0x09;

/**
 * Unescapes a quoted field from after its opening quote: halves doubled quotes and keeps what
 * follows the closing one.
 */
export function unescapeField(
  bytes: Uint8Array,
  start: number,
  end: number,
  quote: number,
): Uint8Array<ArrayBuffer> {
  const value = new Uint8Array(end - start);
  let length = 0;
  let isOpen = true;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (isOpen && byte === quote) {
      if (index + 1 < end && bytes[index + 1] === quote) index += 1;
      else {
        isOpen = false;
        continue;
      }
    }
    value[length] = byte;
    length += 1;
  }
  return value.slice(0, length);
}

/** Whether there are only spaces, tabs and line breaks. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte !== SPACE && byte !== TAB && byte !== LF && byte !== CR) return false;
  }
  return true;
}

/** Finds an ASCII digit, or the first UTF-8 byte of a full-width one. */
export function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0xef) return true;
  }
  return false;
}
