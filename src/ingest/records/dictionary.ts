import { ROLES } from '../../domain/roles';
import type { TextBytes } from './utf8';
import { toValidUtf8 } from './utf8';
import { GrowingBytes, GrowingInts } from './growing';

const WORD = 4;
/** Knuth's multiplicative hashing constant for 32 bits. */
const FACTOR = 0x9e3779b1;

/**
 * Hashes `view[start, end)` in words of four bytes. The last word can overlap the word before it.
 */
export function hashOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  const last = end - WORD;
  if (last < start) {
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ view.getUint8(at), FACTOR);
    return hash ^ (hash >>> 15);
  }
  for (let at = start; at < last; at += WORD) {
    hash = Math.imul(hash ^ view.getInt32(at, true), FACTOR);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ view.getInt32(last, true), FACTOR);
  return hash ^ (hash >>> 15);
}

function haveSameBytes(
  left: DataView,
  leftStart: number,
  right: DataView,
  rightStart: number,
  length: number,
): boolean {
  const last = length - WORD;
  if (last < 0) {
    for (let at = 0; at < length; at += 1) {
      if (left.getUint8(leftStart + at) !== right.getUint8(rightStart + at)) return false;
    }
    return true;
  }
  for (let at = 0; at < last; at += WORD) {
    if (left.getInt32(leftStart + at, true) !== right.getInt32(rightStart + at, true)) return false;
  }
  return left.getInt32(leftStart + last, true) === right.getInt32(rightStart + last, true);
}

/** Combines two hashes; the order matters. */
export function combineHashes(hash: number, other: number): number {
  return Math.imul(hash ^ other, FACTOR);
}

/** Distinct byte strings of one column, numbered in order of first occurrence. */
export class Dictionary {
  /** Hash of the last value that was looked up. */
  hash = 0;
  /**
   * A hash table with open addressing. A slot consists of a code plus one (0 if the slot is free)
   * and the hash of the value.
   */
  #slots = new Int32Array(2 * 1024);
  readonly #ends = new GrowingInts();
  readonly #bytes = new GrowingBytes();
  #taken = 0;

  get size(): number {
    return this.#ends.length - 1;
  }

  constructor() {
    this.#ends.push(0);
  }

  /** Returns the code of `view[start, end)`, adding the value if it is new. */
  code(view: DataView, start: number, end: number): number {
    const hash = hashOf(view, start, end);
    this.hash = hash;
    const slots = this.#slots;
    const ends = this.#ends.values;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (;;) {
      const entry = slots[slot]!;
      if (entry === 0) return this.#add(view, start, end, hash, slot);
      if (slots[slot + 1] === hash) {
        const from = ends[entry - 1]!;
        const length = ends[entry]! - from;
        if (length === end - start && haveSameBytes(this.#bytes.view, from, view, start, length)) {
          return entry - 1;
        }
      }
      slot = (slot + 2) & mask;
    }
  }

  /**
   * Returns the values added since the last call, as valid UTF-8, and the code of the first one.
   */
  takeNew(): { firstCode: number; text: TextBytes } {
    const firstCode = this.#taken;
    this.#taken = this.size;
    const from = this.#ends.values[firstCode]!;
    const offsets = this.#ends.values.slice(firstCode, this.size + 1);
    for (let index = 0; index < offsets.length; index += 1) offsets[index]! -= from;
    const bytes = this.#bytes.values.slice(from, this.#bytes.length);
    return { firstCode, text: toValidUtf8(bytes, offsets) };
  }

  #add(view: DataView, start: number, end: number, hash: number, slot: number): number {
    const code = this.size;
    const value = new Uint8Array(view.buffer, view.byteOffset + start, end - start);
    this.#bytes.push(value);
    this.#ends.push(this.#bytes.length);
    this.#slots[slot] = code + 1;
    this.#slots[slot + 1] = hash;
    // Probing stays fast while at most half of the slots are used.
    if (this.size * 4 > this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - 2;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] === 0) continue;
      const hash = before[at + 1]!;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = before[at]!;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}

export function newDictionaries(): readonly Dictionary[] {
  return ROLES.map(() => new Dictionary());
}
