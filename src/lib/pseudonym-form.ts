/** What pseudonyms look like and are made with, for whoever makes them: the page or an engine. */

/** In the order of their code points, so that pseudonyms sort as the numbers in them do; without I, L, O and U. */
export const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What HMAC-SHA-256 puts before a text and before the hash of that: blocks of 64 bytes, as hexadecimal digits. */
export interface KeyBlocks {
  readonly inner: string;
  readonly outer: string;
}
