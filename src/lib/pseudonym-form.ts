/** The format of pseudonyms, shared by the page and the engine. */

/** Base 32 in code point order, so that pseudonyms sort by number. Excludes I, L, O and U. */
export const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The two padded keys of HMAC-SHA-256: 64 bytes each, in hexadecimal. */
export interface KeyBlocks {
  readonly inner: string;
  readonly outer: string;
}
