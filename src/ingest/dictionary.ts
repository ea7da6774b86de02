import type { TextBytes } from './utf8';
import { toValidUtf8 } from './utf8';
import { GrowingBytes, GrowingInts } from './growing';

/** The seed and factor of FNV-1a; the scanner hashes a field while it looks for its end. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

export function hashOf(bytes: Uint8Array): number {
  let hash = HASH_SEED;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, HASH_FACTOR);
  return hash;
}

/** Distinct byte strings of one column, numbered in the order in which they were first seen. */
export class Dictionary {
  /** Open addressing: a slot holds a code plus one, 0 where it is free. */
  #slots = new Int32Array(1024);
  readonly #hashes = new GrowingInts();
  readonly #ends = new GrowingInts();
  readonly #bytes = new GrowingBytes();
  #taken = 0;

  get size(): number {
    return this.#ends.length;
  }

  /** The code of `bytes[start, end)`, whose hash the caller has made. */
  code(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry === 0) return this.#add(bytes, start, end, hash, slot);
      const code = entry - 1;
      if (this.#hashes.values[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  has(bytes: Uint8Array): boolean {
    const mask = this.#slots.length - 1;
    const hash = hashOf(bytes);
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot]! - 1;
      if (code < 0) return false;
      if (this.#hashes.values[code] === hash && this.#equals(code, bytes, 0, bytes.length)) {
        return true;
      }
    }
  }

  /** The values added since the last call, as valid UTF-8, and the code of the first of them. */
  takeNew(): { firstCode: number; text: TextBytes } {
    const firstCode = this.#taken;
    this.#taken = this.size;
    const from = firstCode === 0 ? 0 : this.#ends.values[firstCode - 1]!;
    const offsets = new Int32Array(this.size - firstCode + 1);
    for (let code = firstCode; code < this.size; code += 1) {
      offsets[code - firstCode + 1] = this.#ends.values[code]! - from;
    }
    const bytes = this.#bytes.values.slice(from, this.#bytes.length);
    return { firstCode, text: toValidUtf8(bytes, offsets) };
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = code === 0 ? 0 : this.#ends.values[code - 1]!;
    const length = end - start;
    if (this.#ends.values[code]! - from !== length) return false;
    const own = this.#bytes.values;
    for (let index = 0; index < length; index += 1) {
      if (own[from + index] !== bytes[start + index]) return false;
    }
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size;
    this.#bytes.push(bytes, start, end);
    this.#hashes.push(hash);
    this.#ends.push(this.#bytes.length);
    this.#slots[slot] = code + 1;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code += 1) {
      let slot = spread(this.#hashes.values[code]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

/** FNV's low bits alone cluster for short texts. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
