import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { DIGITS, type KeyBlocks } from '../../lib/pseudonym-form';

const BITS_OF_DIGIT = 5;
/** With 60 bits, about one of two million files with a million guests each has a collision. */
const DIGIT_COUNT = 12;
const LEADING_BITS = 29;
const CACHE_SIZE = 50_000;

/**
 * Makes pseudonyms as HMAC-SHA-256 of names. The same key and name always give the same pseudonym.
 * Without the key, a list of first names does not reveal the guests.
 */
export class Pseudonyms {
  readonly #keyed: ReturnType<typeof hmac.create>;
  readonly #encoder = new TextEncoder();
  readonly #key: Uint8Array;
  /** The cache has two generations; when the newer one is full, it replaces the older one. */
  #pseudonyms = new Map<string, string>();
  #olderPseudonyms = new Map<string, string>();
  #names = new Map<string, string>();
  #olderNames = new Map<string, string>();

  /** `key` has 32 random bytes. */
  constructor(key: Uint8Array) {
    this.#key = key;
    this.#keyed = hmac.create(sha256, key);
  }

  /** Returns the padded key blocks of the HMAC, because DuckDB has SHA-256 but no HMAC. */
  get keyBlocks(): KeyBlocks {
    return { inner: blockOf(this.#key, 0x36), outer: blockOf(this.#key, 0x5c) };
  }

  /** Returns a name's pseudonym. The name must have passed `cleanName`. */
  of(name: string): string {
    const known = this.#pseudonyms.get(name) ?? this.#olderPseudonyms.get(name);
    if (known !== undefined) return known;
    const pseudonym = `Guest ${digitsOf(this.#digest(name))}`;
    if (this.#pseudonyms.size >= CACHE_SIZE) {
      [this.#olderPseudonyms, this.#olderNames] = [this.#pseudonyms, this.#names];
      [this.#pseudonyms, this.#names] = [new Map(), new Map()];
    }
    this.#pseudonyms.set(name, pseudonym);
    this.#names.set(pseudonym, name);
    return pseudonym;
  }

  /** Returns the name behind a pseudonym; undefined if it is no longer cached. */
  nameOf(pseudonym: string): string | undefined {
    return this.#names.get(pseudonym) ?? this.#olderNames.get(pseudonym);
  }

  /** Returns the first 29 bits of the pseudonym, which sort in the same order as pseudonyms. */
  leading(name: string): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#digest(name);
    return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) >>> (32 - LEADING_BITS);
  }

  #digest(name: string): Uint8Array {
    return this.#keyed.clone().update(this.#encoder.encode(name)).digest();
  }
}

const BLOCK_BYTES = 64;

function blockOf(key: Uint8Array, pad: number): string {
  const block = Array.from({ length: BLOCK_BYTES }, (_, index) => (key[index] ?? 0) ^ pad);
  return block.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function digitsOf(bytes: Uint8Array): string {
  let digits = '';
  let [held, bits] = [0, 0];
  for (let index = 0; digits.length < DIGIT_COUNT; index += 1) {
    held = (held << 8) | bytes[index]!;
    bits += 8;
    while (bits >= BITS_OF_DIGIT && digits.length < DIGIT_COUNT) {
      bits -= BITS_OF_DIGIT;
      digits += DIGITS[(held >>> bits) & 31]!;
    }
    held &= (1 << bits) - 1;
  }
  return digits;
}
