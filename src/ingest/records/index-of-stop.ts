import { CR, LF } from './fields';

const WORD = 4;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;
/**
 * A word with a byte below 0x0E is checked byte by byte, because such a byte is usually a line
 * break.
 */
const CONTROLS = 0x0e0e0e0e;

/**
 * Returns the offset of the next `stop` byte or line break, or the length if there is none.
 *
 * Checks words of four bytes at a time. `(word - ONES) & ~word & HIGH_BITS` has the high bit of
 * every zero byte set. Likewise, `(word - limits) & ~word & HIGH_BITS` has the high bit of every
 * byte below its limit set (Hacker's Delight, 6-1).
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
