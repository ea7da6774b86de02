import { CR, LF } from './fields';

const WORD = 4;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;
/** Just above a carriage return: bytes below are looked at one by one, and there are few but line breaks. */
const CONTROLS = 0x0e0e0e0e;

/**
 * Where the next byte `stop` is, or a line break; the end where there is none.
 *
 * Four bytes are looked at at once. A byte of a word is zero where `(word - ONES) & ~word & HIGH_BITS` has
 * its high bit, and below a limit where `word - limits` in place of it has (Hacker's Delight, 6-1).
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
