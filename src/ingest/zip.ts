/** The tables in a ZIP archive. Its entries' names are shown, never used as paths. */
import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { Failure } from '../lib/failure';

/** More than a daily file of some years; an archive with more is none of ours. */
const MOST_ENTRIES = 10_000;

/** What may hold a table, as against a folder, a picture, or what macOS adds of its own. */
const TABLE_NAME = /\.(csv|tsv|txt)$/i;
const OF_MACOS = /(^|\/)__MACOSX\//;

export interface ZipTable {
  /** The entry's place in the archive. */
  readonly entry: number;
  readonly name: string;
}

/** The entries that may hold a table, in the archive's order. */
export async function tablesInZip(file: File): Promise<ZipTable[]> {
  return withEntries(file, (entries) =>
    Promise.resolve(
      entries
        .map((found, entry) => ({ found, entry }))
        .filter(({ found }) => !found.directory && isTable(found.filename))
        .map(({ found, entry }) => ({ entry, name: baseName(found.filename) })),
    ),
  );
}

/** The entry's bytes, unpacked and checked as they are read, and how many packed ones that took so far. */
export async function openZipEntry(
  file: File,
  entry: number,
): Promise<{ stream: ReadableStream<Uint8Array<ArrayBuffer>>; packedBytes: () => number }> {
  return withEntries(file, (entries) => {
    const found = entries[entry];
    if (!found || found.directory) throw new RangeError(`no entry ${String(entry)}`);
    let unpacked = 0;
    const { readable, writable } = new TransformStream<
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>
    >({
      transform(bytes, controller) {
        unpacked += bytes.length;
        controller.enqueue(bytes);
      },
    });
    const data = found as FileEntry;
    // What goes wrong here ends the stream with an error, which its reader is told.
    data
      .getData(writable, { useWebWorkers: false, checkSignature: true })
      .catch((error: unknown) => writable.abort(error).catch(() => undefined));
    const share = found.compressedSize / Math.max(1, found.uncompressedSize);
    return Promise.resolve({ stream: readable, packedBytes: () => Math.round(unpacked * share) });
  });
}

async function withEntries<T>(
  file: File,
  use: (entries: Awaited<ReturnType<typeof openEntries>>) => Promise<T>,
): Promise<T> {
  const entries = await openEntries(file);
  if (entries.length > MOST_ENTRIES) {
    throw new Failure({
      fault: 'input',
      title: 'This archive holds too many files.',
      where: file.name,
      hint: `It has ${String(entries.length)}; up to ${String(MOST_ENTRIES)} are read. Pack the order exports by themselves.`,
    });
  }
  return use(entries);
}

async function openEntries(file: File) {
  try {
    // No name becomes a path here, so an unsafe one harms nobody.
    const reader = new ZipReader(new BlobReader(file), { filenameValidation: 'tolerant' });
    return await reader.getEntries();
  } catch (error) {
    throw new Failure(
      {
        fault: 'input',
        title: 'This archive could not be opened.',
        where: file.name,
        hint: 'It may be damaged or only half downloaded. Pack the order exports again, or drop them unpacked.',
        details: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
}

function isTable(name: string): boolean {
  return TABLE_NAME.test(name) && !OF_MACOS.test(name) && !baseName(name).startsWith('.');
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
