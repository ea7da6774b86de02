/** Turns dropped folders into files. The browser's own entries are read in drop.ts. */
import { Failure } from '../../domain/failure';
import type { FailureValues } from '../../domain/failures';
import { compareNaturally } from '../../lib/natural-order';

export interface FileEntry {
  readonly name: string;
  open(): Promise<File>;
}

export interface FolderEntry {
  readonly name: string;
  list(): AsyncIterable<Entry>;
}

export type Entry = FileEntry | FolderEntry;

/** A folder above these limits is probably a whole disk and not a folder of exports. */
const MOST_ENTRIES = 10_000;
const DEEPEST = 16;

const TABLE_NAME = /\.(csv|tsv|txt|gz|zip|xlsx|parquet)$/i;
const TABLE_ENDINGS = ['.csv', '.tsv', '.txt', '.gz', '.zip', '.xlsx', '.parquet'];
/** Matches files that operating systems and programs add to folders. */
const HIDDEN_NAME = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const ENDINGS_SHOWN = 4;

/** A file with its path, which starts at the dropped item. */
interface Found<T> {
  readonly path: string;
  readonly item: T;
}

/**
 * Returns all dropped files, and the files in dropped folders that have a table's extension,
 * ordered by path. Files with the same name are renamed to their path. Calls `note` for each file
 * with its path and the index of its dropped item. Throws a Failure if a folder has no such file,
 * is too large or too deep, or cannot be read.
 */
export async function filesIn(
  dropped: readonly (File | FolderEntry)[],
  note: (file: File, path: string, place: number) => void = () => undefined,
): Promise<File[]> {
  const found: (Found<File> & { readonly place: number })[] = [];
  for (const [place, item] of dropped.entries()) {
    const own = item instanceof File ? [{ path: item.name, item }] : await tablesIn(item);
    found.push(...own.map((each) => ({ ...each, place })));
  }
  const times = new Map<string, number>();
  for (const { item } of found) times.set(item.name, (times.get(item.name) ?? 0) + 1);
  return found.map(({ path, item, place }) => {
    const isOnly = times.get(item.name) === 1 || item.name === path;
    const file = isOnly ? item : renamed(item, path);
    note(file, path, place);
    return file;
  });
}

function renamed(file: File, name: string): File {
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}

async function tablesIn(folder: FolderEntry): Promise<Found<File>[]> {
  const walk = new Walk(folder.name);
  await walk.visit(folder, folder.name, 1);
  if (walk.tables.length === 0) {
    throw new Failure({
      fault: 'input',
      what: 'folder without a table',
      with: { ...summariseOthers(walk.others), endings: TABLE_ENDINGS },
      where: { file: folder.name },
    });
  }
  return Promise.all(
    walk.tables.map(async ({ path, item }) => ({
      path,
      item: await orUnreadable(path, () => item.open()),
    })),
  );
}

class Walk {
  readonly tables: Found<FileEntry>[] = [];
  /** The number of other files per extension. */
  readonly others = new Map<string, number>();
  readonly #root: string;
  #entries = 0;

  constructor(root: string) {
    this.#root = root;
  }

  async visit(folder: FolderEntry, path: string, depth: number): Promise<void> {
    if (depth > DEEPEST) {
      throw new Failure({
        fault: 'input',
        what: 'folder too deep',
        with: { most: DEEPEST },
        where: { file: this.#root },
      });
    }
    const entries = await orUnreadable(path, () => this.#entriesOf(folder));
    for (const entry of entries.sort((a, b) => compareNaturally(a.name, b.name))) {
      const own = `${path}/${entry.name}`;
      if ('list' in entry) await this.visit(entry, own, depth + 1);
      else if (TABLE_NAME.test(entry.name)) this.tables.push({ path: own, item: entry });
      else this.#count(entry.name);
    }
  }

  async #entriesOf(folder: FolderEntry): Promise<Entry[]> {
    const entries: Entry[] = [];
    for await (const entry of folder.list()) {
      this.#entries += 1;
      if (this.#entries > MOST_ENTRIES) {
        throw new Failure({
          fault: 'input',
          what: 'folder too full',
          with: { most: MOST_ENTRIES },
          where: { file: this.#root },
        });
      }
      if (!HIDDEN_NAME.test(entry.name)) entries.push(entry);
    }
    return entries;
  }

  #count(name: string): void {
    const ending = /.(\.[^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
    this.others.set(ending, (this.others.get(ending) ?? 0) + 1);
  }
}

/**
 * Returns the most frequent extensions with their numbers of files, and the number of remaining
 * files.
 */
function summariseOthers(
  others: ReadonlyMap<string, number>,
): Pick<FailureValues<'folder without a table'>, 'named' | 'others'> {
  const named = [...others]
    .filter(([ending]) => ending !== '')
    .sort(([a, x], [b, y]) => y - x || compareNaturally(a, b))
    .slice(0, ENDINGS_SHOWN)
    .map(([ending, files]) => ({ ending, files }));
  const total = [...others.values()].reduce((sum, files) => sum + files, 0);
  return { named, others: total - named.reduce((sum, { files }) => sum + files, 0) };
}

async function orUnreadable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      {
        fault: 'input',
        what: 'unreadable folder',
        where: { file: path },
        details: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
}
