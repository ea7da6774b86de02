/**
 * SHA-256 in JavaScript. It is used because `crypto.subtle` needs a secure context and all bytes at
 * once.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { yieldToPage } from './yield-to-page';

/**
 * Hashes the concatenated parts, yielding to the page between them. Returns 64 hexadecimal digits.
 */
export async function sha256OfParts(parts: readonly (Uint8Array | Blob)[]): Promise<string> {
  const hash = sha256.create();
  for (const [index, part] of parts.entries()) {
    if (index > 0) await yieldToPage();
    hash.update(part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part);
  }
  return bytesToHex(hash.digest());
}

export function sha256OfText(text: string): Uint8Array {
  return sha256(ENCODER.encode(text));
}

const ENCODER = new TextEncoder();
