/** Recognises files that are not CSV by their content, because names are unreliable. */
import type { DocumentKind, FileKind } from '../../domain/failures';

interface Signature {
  readonly name: FileKind;
  readonly bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { name: 'PDF document', bytes: [0x25, 0x50, 0x44, 0x46] },
  // Outside an archive, `sourcesOf` has handled files with the next three signatures already.
  { name: 'old or protected workbook', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'Parquet file in an archive', bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'archive in an archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'encrypted Parquet file', bytes: [0x50, 0x41, 0x52, 0x45] },
  { name: 'PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'SQLite database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
];

/** Returns a file's kind by its first bytes, or null if they may be text. */
export function recogniseBytes(raw: Uint8Array): FileKind | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => raw[index] === byte));
  return found?.name ?? null;
}

const DOCUMENTS: readonly { readonly name: DocumentKind; readonly path: RegExp }[] = [
  { name: 'xlsb', path: /^xl\/workbook\.bin$/i },
  { name: 'Word', path: /^word\/document\d*\.xml$/i },
  { name: 'PowerPoint', path: /^ppt\/presentation\d*\.xml$/i },
  { name: 'OpenDocument', path: /^META-INF\/manifest\.xml$/ },
  { name: 'Apple document', path: /^Index(\.zip|\/.+\.iwa)$/ },
];

/** Returns the document kind of an archive by its paths, or null for an ordinary archive. */
export function recogniseArchive(paths: readonly string[]): DocumentKind | null {
  return DOCUMENTS.find(({ path }) => paths.some((found) => path.test(found)))?.name ?? null;
}

/** Returns the kind of a UTF-8 text, or null if it may be CSV. */
export function recogniseText(head: Uint8Array): FileKind | null {
  const start = new TextDecoder().decode(head.subarray(0, 256)).trimStart();
  if (/^(\[\s*[{[]|\{\s*["}])/.test(start)) return 'JSON';
  if (/^<[a-z!?]/i.test(start)) return 'web page or XML';
  if (/^(BEGIN:V|\{\\rtf)/i.test(start)) return 'contact or calendar';
  if (/^(insert\s+into|create\s+table|--\s.*\bdump\b)/i.test(start)) return 'database dump';
  return isBinary(head.subarray(0, 4096)) ? 'binary file' : null;
}

/**
 * Returns true if over a tenth of the bytes are control bytes, because a few can be damage in a
 * text.
 */
function isBinary(head: Uint8Array): boolean {
  const controls = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  return controls * 10 > head.length;
}
