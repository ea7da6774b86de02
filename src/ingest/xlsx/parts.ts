import { Failure } from '../../domain/failure';
import { runsOf } from '../records/runs';
import { openZip, type Archive } from '../container/zip';
import { partPath } from './places';

/**
 * The maximum unpacked sizes in bytes, because a part of a few KB can expand without limit. Sheets
 * are streamed; a full sheet (1,048,576 rows of seven columns) has some 300 MB. Strings and styles
 * are kept in memory.
 */
export const LARGEST = {
  sheet: 2 * 1024 ** 3,
  strings: 256 * 1024 ** 2,
  other: 32 * 1024 ** 2,
} as const;

export interface Part {
  /** The unpacked size in bytes according to the archive's directory, which can be wrong. */
  readonly unpackedSize: number;
  /** Yields the text in pieces. Throws a Failure beyond `largest` bytes. */
  runs(largest: number): AsyncGenerator<string>;
  text(): Promise<string>;
}

export interface Parts {
  readonly paths: readonly string[];
  /** Returns the part at a path from the root such as `xl/workbook.xml`, or null. */
  find(path: string): Part | null;
}

export async function openParts(file: File): Promise<Parts> {
  const archive = await openZip(file);
  const paths = archive.names.map(partPath);
  // Part names are case-insensitive.
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
