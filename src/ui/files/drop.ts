import { filesIn, type Entry, type FolderEntry } from './folder';
import { noteOrigin, rootOf } from './origins';

/**
 * Returns the files of a drop or paste, including those in folders. Rejects with a Failure if they
 * cannot be read. Must be called during the event: the transfer is empty afterwards.
 */
export function filesOf({ items }: DataTransfer): Promise<File[]> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const root = rootOf(handleOf(item));
      const entry = item.webkitGetAsEntry();
      return { root, item: entry && isFolder(entry) ? folderOf(entry) : item.getAsFile() };
    })
    .filter((each): each is typeof each & { item: File | FolderEntry } => each.item !== null);
  const note = (file: File, path: string, place: number) => {
    noteOrigin(file, path, dropped[place]!.root);
  };
  return filesIn(
    dropped.map(({ item }) => item),
    note,
  );
}

/** Returns the item's handle. Without a handle (null), the file can still be read. */
async function handleOf(item: DataTransferItem): Promise<FileSystemHandle | null> {
  const { getAsFileSystemHandle: get } = item as GivesHandles;
  try {
    return (await get?.call(item)) ?? null;
  } catch {
    return null;
  }
}

/** The type of an item in Chromium, the only browser with `getAsFileSystemHandle`. */
type GivesHandles = DataTransferItem & {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
};

function entryOf(entry: FileSystemEntry): Entry {
  return isFolder(entry) ? folderOf(entry) : fileOf(entry as FileSystemFileEntry);
}

function folderOf(folder: FileSystemDirectoryEntry): FolderEntry {
  return { name: folder.name, list: () => entriesOf(folder) };
}

function fileOf(file: FileSystemFileEntry): Entry {
  return {
    name: file.name,
    open: () =>
      new Promise((resolve, reject) => {
        file.file(resolve, reject);
      }),
  };
}

/** The browser returns entries in batches (100 in Chromium) and an empty batch at the end. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<Entry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return;
    yield* some.map(entryOf);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
