/**
 * Lists and decompresses ZIP entries. Entry names are displayed or compared, never used as file
 * paths.
 */
import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { Failure } from '../../domain/failure';

/** The maximum number of entries, which is enough for a file a day over many years. */
const MAX_ENTRIES = 10_000;

const TABLE_NAME = /\.(csv|tsv|txt)$/i;
const MACOS_METADATA = /(^|\/)__MACOSX\//;

export interface Archive {
  /** Names of all entries in order; folders end in `/`. */
  readonly names: readonly string[];
  /** The unpacked size in bytes according to the archive's directory, which can be wrong. */
  unpackedSize(entry: number): number;
  /**
   * Decompresses and verifies an entry while it is read. Throws a RangeError for an unknown entry.
   */
  open(entry: number): UnpackedEntry;
}

export interface UnpackedEntry {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  packedBytes(): number;
}

export interface ZipTable {
  readonly entry: number;
  readonly name: string;
}

export function tablesOf(archive: Archive): ZipTable[] {
  return archive.names
    .map((path, entry) => ({ path, entry }))
    .filter(({ path }) => isTable(path))
    .map(({ path, entry }) => ({ entry, name: baseName(path) }));
}

/** Throws a Failure if the archive is damaged or has too many entries. */
export async function openZip(file: File): Promise<Archive> {
  const entries = await readEntries(file);
  if (entries.length > MAX_ENTRIES) {
    throw new Failure({
      fault: 'input',
      what: 'archive too full',
      with: { files: entries.length, most: MAX_ENTRIES },
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
  // An error aborts the stream, so that the stream's reader receives the error.
  entry
    // Overlapping entries are refused, because they could expand a megabyte to a petabyte.
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
    // Unsafe names are accepted, because no name is used as a file path.
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
  return TABLE_NAME.test(path) && !MACOS_METADATA.test(path) && !baseName(path).startsWith('.');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
