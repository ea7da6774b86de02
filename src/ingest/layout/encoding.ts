/** Detects encodings and converts to UTF-8, the scanner's only encoding. */
import type { Encoding } from './layout';
import type { Block } from '../container/source';

const DETECTED: ReadonlyMap<string, Encoding> = new Map([
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['GB18030', 'gb18030'],
  ['EUC-KR', 'euc-kr'],
  ['ISO-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
]);

/**
 * Detects the encoding from the first bytes: byte order mark, valid UTF-8, zero bytes of UTF-16,
 * then statistics by chardet, which is loaded on demand.
 */
export async function detectEncoding(head: Uint8Array): Promise<Encoding> {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  const zeros = zerosByParity(head);
  if (zeros.odd * 4 > head.length && zeros.even * 100 < head.length) return 'utf-16le';
  if (zeros.even * 4 > head.length && zeros.odd * 100 < head.length) return 'utf-16be';
  if (isUtf8(head)) return 'utf-8';
  const { valid, invalid } = countUtf8(head);
  // A few invalid bytes in UTF-8 text are damage, and each damaged line is reported later.
  if (invalid <= valid || invalid < 2) return 'utf-8';
  const { analyse } = await import('chardet');
  for (const { name } of analyse(head)) {
    const encoding = DETECTED.get(name);
    if (encoding && decodesMostly(head, encoding)) return encoding;
  }
  return 'windows-1252';
}

export async function* toUtf8(
  blocks: AsyncIterable<Block>,
  encoding: Encoding,
): AsyncGenerator<Block> {
  const convert = utf8From(encoding);
  for await (const { bytes, readBytes, isLast } of blocks) {
    yield { bytes: convert(bytes, isLast), readBytes, isLast };
  }
}

/**
 * Returns a function that converts consecutive blocks, which can end within a character.
 * `isFileStart` is true if the first block starts the file, where a byte order mark can be.
 * Undecodable bytes become 0xFF, so that the value is rejected. UTF-8 is not changed.
 */
export function utf8From(
  encoding: Encoding,
  isFileStart = true,
): (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return (bytes) => bytes;
  const decoder = new TextDecoder(encoding, { ignoreBOM: !isFileStart });
  const encoder = new TextEncoder();
  return (bytes, isLast) => {
    // Without `stream`, Node decodes windows-1252 as Latin-1 (nodejs/node#56542).
    const text = decoder.decode(bytes, { stream: true }) + (isLast ? decoder.decode() : '');
    const utf8 = encoder.encode(text);
    return text.includes('\uFFFD') ? markInvalid(utf8) : utf8;
  };
}

/** Replaces U+FFFD (EF BF BD) with FF, which is never valid in UTF-8. */
function markInvalid(utf8: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (let index = 0; index < utf8.length; index += 1) {
    const isReplacement =
      utf8[index] === 0xef && utf8[index + 1] === 0xbf && utf8[index + 2] === 0xbd;
    utf8[length] = isReplacement ? 0xff : utf8[index]!;
    if (isReplacement) index += 2;
    length += 1;
  }
  return utf8.slice(0, length);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function zerosByParity(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let index = bytes.indexOf(0); index !== -1; index = bytes.indexOf(0, index + 1)) {
    zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  return zeros;
}

/**
 * Returns true for valid UTF-8, even if the last character is cut off. The browser checks it fast.
 */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Counts valid non-ASCII characters and invalid bytes, ignoring a character cut at the end. */
function countUtf8(bytes: Uint8Array): { valid: number; invalid: number } {
  const counts = { valid: 0, invalid: 0 };
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index]!;
    const length =
      byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    let seen = 1;
    while (seen < length && (bytes[index + seen]! & 0xc0) === 0x80) seen += 1;
    if (index + seen === bytes.length && seen < length) break;
    if (length === 0 || seen < length) {
      counts.invalid += 1;
      index += 1;
    } else {
      if (length > 1) counts.valid += 1;
      index += length;
    }
  }
  return counts;
}

/** Returns true if few characters are undecodable, because a wrong encoding leaves many. */
function decodesMostly(head: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(head);
  const undecodable = text.split('\uFFFD').length - 1;
  return undecodable * 20 <= text.length;
}
