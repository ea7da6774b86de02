/**
 * Lists the entries of a ZIP archive and unpacks them. Their names are shown or compared, but never
 * used as paths.
 */
import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { Failure } from '../../domain/failure';

/** A daily file for some years has fewer entries. */
const MOST_ENTRIES = 10_000;

/** Excludes folders, pictures, and what macOS adds. */
const TABLE_NAME = /\.(csv|tsv|txt)$/i;
const OF_MACOS = /(^|\/)__MACOSX\//;

export interface Archive {
  /** The names of all entries in order; those of folders end in `/`. */
  readonly names: readonly string[];
  /** The size in bytes that the archive claims. It may be wrong. */
  unpackedSize(entry: number): number;
  /**
   * Unpacks an entry and checks it while it is read. Throws a RangeError if there is no such entry.
   */
  open(entry: number): UnpackedEntry;
}

export interface UnpackedEntry {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Packed bytes read so far. */
  packedBytes(): number;
}

export interface ZipTable {
  /** The entry's index in the archive. */
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

/** Throws a Failure if the archive is damaged or holds too many files. */
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
  // An error here ends the stream, and its reader receives it.
  entry
    // Entries that share their bytes could unpack a megabyte to a petabyte.
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
    // Tolerant, because no name is used as a path.
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
