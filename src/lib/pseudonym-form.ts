/** The format of pseudonyms, shared by the page and the engine. */

/**
 * The digits of base 32 in code point order, so that pseudonyms sort by their numbers. I, L, O and
 * U are excluded.
 */
export const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The two padded keys of HMAC-SHA-256, with 64 bytes each, in hexadecimal. */
export interface KeyBlocks {
  readonly inner: string;
  readonly outer: string;
}
