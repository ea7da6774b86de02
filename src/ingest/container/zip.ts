/** A ZIP archive: what is in it, and its entries unpacked. Their names are shown or compared, never used as paths. */
import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { Failure } from '../../domain/failure';

/** More than a daily file of some years; an archive with more is none of ours. */
const MOST_ENTRIES = 10_000;

/** What may hold a table, as against a folder, a picture, or what macOS adds of its own. */
const TABLE_NAME = /\.(csv|tsv|txt)$/i;
const OF_MACOS = /(^|\/)__MACOSX\//;

export interface Archive {
  /** Of all entries in their order; those of folders end in `/`. */
  readonly names: readonly string[];
  /** In bytes, as the archive says: not to be relied on. */
  unpackedSize(entry: number): number;
  /** The entry's bytes, unpacked and checked as they are read. Throws a RangeError where there is none. */
  open(entry: number): UnpackedEntry;
}

export interface UnpackedEntry {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Packed bytes that were read so far. */
  packedBytes(): number;
}

export interface ZipTable {
  /** The entry's place in the archive. */
  readonly entry: number;
  readonly name: string;
}

/** The entries that may hold a table, in the archive's order. */
export function tablesOf(archive: Archive): ZipTable[] {
  return archive.names
    .map((path, entry) => ({ path, entry }))
    .filter(({ path }) => isTable(path))
    .map(({ path, entry }) => ({ entry, name: baseName(path) }));
}

/** Throws a Failure where it is damaged or holds too many files. */
export async function openZip(file: File): Promise<Archive> {
  const entries = await readEntries(file);
  if (entries.length > MOST_ENTRIES) {
    throw new Failure({
      fault: 'input',
      what: 'archive too full',
      with: { files: entries.length, most: MOST_ENTRIES },
      where: { file: file.name },
    });
  }
  return {
    names: entries.map(({ filename, directory }) =>
      directory && !filename.endsWith('/') ? `${filename}/` : filename,
    ),
    unpackedSize: (entry) => entries[entry]?.uncompressedSize ?? 0,
    open(entry) {
      const found = entries[entry];
      if (!found || found.directory) throw new RangeError(`no entry ${String(entry)}`);
      return unpack(found as FileEntry);
    },
  };
}

function unpack(entry: FileEntry): UnpackedEntry {
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
  // What goes wrong here ends the stream with an error, which its reader is told.
  entry
    // Entries that share their bytes could be a petabyte in a file of a megabyte.
    .getData(writable, {
      useWebWorkers: false,
      checkSignature: true,
      checkOverlappingEntry: true,
    })
    .catch((error: unknown) => writable.abort(error).catch(() => undefined));
  const share = entry.compressedSize / Math.max(1, entry.uncompressedSize);
  return {
    stream: readable,
    packedBytes: () => Math.round(unpacked * share),
  };
}

async function readEntries(file: File) {
  try {
    // No name becomes a path here, so an unsafe one harms nobody.
    const reader = new ZipReader(new BlobReader(file), { filenameValidation: 'tolerant' });
    return await reader.getEntries();
  } catch (error) {
    throw new Failure(
      {
        fault: 'input',
        what: 'unopened archive',
        where: { file: file.name },
        details: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
}

function isTable(path: string): boolean {
  return TABLE_NAME.test(path) && !OF_MACOS.test(path) && !baseName(path).startsWith('.');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
