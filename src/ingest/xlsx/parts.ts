/** A workbook is a ZIP archive of XML parts: here they are found and read, and held to a size. */
import { Failure } from '../../domain/failure';
import { runsOf } from '../records/runs';
import { openZip, type Archive } from '../container/zip';
import { partPath } from './places';

/**
 * What parts may be in bytes when unpacked, for a packed part of some KB can grow without bounds. A
 * sheet goes by as it is read: a full one (1,048,576 rows) of seven columns has some 300 MB. Strings
 * and styles are held in memory.
 */
export const LARGEST = {
  sheet: 2 * 1024 ** 3,
  strings: 256 * 1024 ** 2,
  other: 32 * 1024 ** 2,
} as const;

export interface Part {
  /** As the archive says: not to be relied on. */
  readonly unpackedSize: number;
  /** Its text in runs of any size. Throws a Failure where there is more than `largest` bytes of it. */
  runs(largest: number): AsyncGenerator<string>;
  /** All of its text. */
  text(): Promise<string>;
}

export interface Parts {
  /** The paths of all parts. */
  readonly paths: readonly string[];
  /** The part at a path from the root, `xl/workbook.xml`; null where there is none. */
  find(path: string): Part | null;
}

export async function openParts(file: File): Promise<Parts> {
  const archive = await openZip(file);
  const paths = archive.names.map(partPath);
  // Names of parts are equal whatever their case.
  const byPath = new Map(paths.map((path, entry) => [path.toLowerCase(), entry]));
  return {
    paths,
    find(path) {
      const entry = byPath.get(path.toLowerCase());
      if (entry === undefined) return null;
      return partOf(file, archive, entry);
    },
  };
}

function partOf(file: File, archive: Archive, entry: number): Part {
  const unpackedSize = archive.unpackedSize(entry);
  const runs = async function* (largest: number): AsyncGenerator<string> {
    if (unpackedSize > largest) throw tooLarge(file, largest);
    const decoder = new TextDecoder();
    let length = 0;
    for await (const run of runsOf(archive.open(entry).stream)) {
      length += run.length;
      if (length > largest) throw tooLarge(file, largest);
      yield decoder.decode(run, { stream: true });
    }
    yield decoder.decode();
  };
  return {
    unpackedSize,
    runs,
    async text() {
      let text = '';
      for await (const run of runs(LARGEST.other)) text += run;
      return text;
    },
  };
}

function tooLarge(file: File, largest: number): Failure {
  return new Failure({
    fault: 'input',
    what: 'workbook too large',
    with: { most: largest },
    where: { file: file.name },
  });
}
