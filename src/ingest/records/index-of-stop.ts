import { CR, LF } from './fields';

const WORD = 4;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;
/** Bytes below this value are checked one by one; few of them are not line breaks. */
const CONTROLS = 0x0e0e0e0e;

/**
 * Returns the offset of the next `stop` byte or line break, or the length if there is none.
 *
 * Checks four bytes at a time. A byte of a word is zero if `(word - ONES) & ~word & HIGH_BITS` has
 * its high bit set. It is below a limit if `(word - limits) & ~word` does (Hacker's Delight, 6-1).
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
