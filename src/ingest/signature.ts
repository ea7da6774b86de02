/** What a file is when it is not a CSV, told by what is in it: the name says nothing. */

interface Signature {
  readonly name: string;
  readonly bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { name: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46] },
  // What is read as a file of its own is not looked for within an archive.
  { name: 'an old or password-protected Excel workbook', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a Parquet file in an archive', bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'an Excel workbook or another archive in an archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an encrypted Parquet file', bytes: [0x50, 0x41, 0x52, 0x45] },
  { name: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'a SQLite database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
];

/** The name of what a file is by its first bytes, or null where they may well be text. */
export function recogniseBytes(raw: Uint8Array): string | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => raw[index] === byte));
  return found?.name ?? null;
}

/** Documents that are ZIP archives, each by the path of something that only it holds. */
const DOCUMENTS: readonly { readonly name: string; readonly path: RegExp }[] = [
  { name: 'a binary Excel workbook (.xlsb)', path: /^xl\/workbook\.bin$/i },
  { name: 'a Word document', path: /^word\/document\d*\.xml$/i },
  { name: 'a PowerPoint presentation', path: /^ppt\/presentation\d*\.xml$/i },
  {
    name: 'an OpenDocument file, such as a LibreOffice spreadsheet',
    path: /^META-INF\/manifest\.xml$/,
  },
  { name: 'an Apple Numbers, Pages or Keynote document', path: /^Index(\.zip|\/.+\.iwa)$/ },
];

/** The name of the document that an archive is by the paths in it, or null where it is a mere archive. */
export function recogniseArchive(paths: readonly string[]): string | null {
  return DOCUMENTS.find(({ path }) => paths.some((found) => path.test(found)))?.name ?? null;
}

/** The name of what a text is, as UTF-8, or null where it may well be a CSV. */
export function recogniseText(head: Uint8Array): string | null {
  const start = new TextDecoder().decode(head.subarray(0, 256)).trimStart();
  if (/^(\[\s*[{[]|\{\s*["}])/.test(start)) return 'JSON';
  if (/^<[a-z!?]/i.test(start)) return 'a web page or XML';
  if (/^(BEGIN:V|\{\\rtf)/i.test(start)) return 'a contact, a calendar or a formatted text';
  if (/^(insert\s+into|create\s+table|--\s.*\bdump\b)/i.test(start)) return 'a database dump';
  return isBinary(head.subarray(0, 4096)) ? 'a binary file' : null;
}

/** A stray NUL is dirt in a text; one byte in ten that no text holds is no text. */
function isBinary(head: Uint8Array): boolean {
  const controls = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  return controls * 10 > head.length;
}
