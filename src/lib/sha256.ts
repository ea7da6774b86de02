/** SHA-256 wherever the page is served from: the browser's own is there in secure contexts only, and asks for all bytes at once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { breathe } from './breathe';

/** Of a file in parts, laid end to end: 64 hexadecimal digits. Between parts the page has its turn. */
export async function sha256OfParts(parts: readonly (Uint8Array | Blob)[]): Promise<string> {
  const hash = sha256.create();
  for (const [index, part] of parts.entries()) {
    if (index > 0) await breathe();
    hash.update(part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part);
  }
  return bytesToHex(hash.digest());
}

/** Of a text in UTF-8: 32 bytes. */
export function sha256OfText(text: string): Uint8Array {
  return sha256(ENCODER.encode(text));
}

const ENCODER = new TextEncoder();
