/** Encodes texts that can contain invalid bytes. */
import type { Encoding } from '../../../src/ingest/layout/layout';
import { shiftJisCode } from '../shift-jis';

export const WRITTEN_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
] as const satisfies readonly Encoding[];
export type WrittenEncoding = (typeof WRITTEN_ENCODINGS)[number];

/**
 * The characters of windows-1252 from 0x80 to 0x9F. Five of these codes are control characters with
 * the same number.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

interface Damage {
  readonly bytes: readonly number[];
  /** The text that the decoders of the Encoding Standard make from the bytes. */
  readonly reads: string;
}

const once = (...bytes: number[]): Damage => ({ bytes, reads: '\uFFFD' });

/**
 * The invalid bytes of each encoding. UTF-16 has single surrogates, and windows-1252 has no invalid
 * bytes.
 */
const DAMAGES: Readonly<Record<WrittenEncoding, readonly Damage[]>> = {
  'utf-8': [
    once(0xff),
    once(0x80),
    once(0xc3),
    once(0xe5, 0xaf),
    once(0xf0, 0x9f, 0x8d),
    { bytes: [0xc0, 0xaf], reads: '\uFFFD\uFFFD' },
    { bytes: [0xed, 0xa0, 0x80], reads: '\uFFFD\uFFFD\uFFFD' },
  ],
  'utf-16le': [once(0x00, 0xd8), once(0x00, 0xdc)],
  'utf-16be': [once(0xd8, 0x00), once(0xdc, 0x00)],
  'windows-1252': [],
  shift_jis: [once(0xff), once(0xa0), once(0xfd)],
};

/**
 * Private-use characters mark invalid bytes in a text. Generated texts contain no other private-use
 * characters.
 */
const FIRST_MARK = 0xf8f0;
const MARKS = /[\uF8F0-\uF8FF]/g;

/** The mark of some invalid bytes, or an empty text if the encoding has none. */
export function damageOf(encoding: WrittenEncoding, choice: number): string {
  const { length } = DAMAGES[encoding];
  return length === 0 ? '' : String.fromCharCode(FIRST_MARK + (choice % length));
}

export function isDamaged(text: string): boolean {
  return text.search(MARKS) >= 0;
}

/** The text as a reader decodes it. */
export function shown(text: string, encoding: WrittenEncoding): string {
  return text.replace(MARKS, (mark) => damage(encoding, mark).reads);
}

/** Replaces characters that the encoding lacks by question marks. */
export function fitted(text: string, encoding: WrittenEncoding): string {
  if (encoding === 'shift_jis') {
    return Array.from(text, (each) => (shiftJisCode(each) === undefined ? '?' : each)).join('');
  }
  if (encoding !== 'windows-1252') return text;
  return Array.from(text, (each) => (windows1252Code(each) === null ? '?' : each)).join('');
}

export function encode(
  text: string,
  encoding: WrittenEncoding,
  withMark: boolean,
): Uint8Array<ArrayBuffer> {
  const marked = withMark && encoding.startsWith('utf') ? `\uFEFF${text}` : text;
  const parts = marked.split(/([\uF8F0-\uF8FF])/);
  return Uint8Array.from(
    Buffer.concat(
      parts.map((part) =>
        isDamaged(part) ? Uint8Array.from(damage(encoding, part).bytes) : bytesOf(part, encoding),
      ),
    ),
  );
}

function bytesOf(text: string, encoding: WrittenEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(Array.from(text, (each) => windows1252Code(each)!));
    case 'shift_jis':
      return Uint8Array.from(
        Array.from(text).flatMap((each) => {
          const code = shiftJisCode(each)!;
          return code > 0xff ? [code >> 8, code & 0xff] : [code];
        }),
      );
  }
}

function windows1252Code(character: string): number | null {
  const place = WINDOWS_1252.indexOf(character);
  if (place >= 0) return 0x80 + place;
  const point = character.codePointAt(0)!;
  return point < 0x80 || (point >= 0xa0 && point <= 0xff) ? point : null;
}

function damage(encoding: WrittenEncoding, mark: string): Damage {
  return DAMAGES[encoding][mark.charCodeAt(0) - FIRST_MARK]!;
}
