import { CR, LF } from './fields';

const WORD = 4;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;
/** Just above a carriage return. Bytes below it are checked one by one; most are line breaks. */
const CONTROLS = 0x0e0e0e0e;

/**
 * Returns the offset of the next `stop` byte or line break, or the end. Checks four bytes at once:
 * a byte of a word is zero if `(word - ONES) & ~word & HIGH_BITS` has its high bit set, and below a
 * limit if `word - limits` has (Hacker's Delight, 6-1).
 */
export function indexOfStop(bytes: Uint8Array, view: DataView, from: number, stop: number): number {
  const end = bytes.length;
  const stops = Math.imul(stop, ONES);
  const lastWord = end - WORD;
  let position = from;
  for (;;) {
    if (position <= lastWord) {
      const word = view.getInt32(position, true);
      const other = word ^ stops;
      const found = (((other - ONES) & ~other) | ((word - CONTROLS) & ~word)) & HIGH_BITS;
      if (found === 0) {
        position += WORD;
        continue;
      }
      position += (31 - Math.clz32(found & -found)) >> 3;
    } else if (position >= end) return end;
    const byte = bytes[position]!;
    if (byte === stop || byte === LF || byte === CR) return position;
    position += 1;
  }
}
