import { filesIn, type Entry, type FolderEntry } from './folder';
import { noteOrigin, rootOf } from './origins';

/**
 * The files of a drop or a paste, and of the folders in it. Rejects with a Failure that says why they
 * cannot be taken. To be called while the event is handled: after it the transfer is empty.
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

/** Where the browser gives none, or does not want to, the files are read all the same. */
async function handleOf(item: DataTransferItem): Promise<FileSystemHandle | null> {
  const { getAsFileSystemHandle: get } = item as GivesHandles;
  try {
    return (await get?.call(item)) ?? null;
  } catch {
    return null;
  }
}

/** Chromium's: the standard has no such thing. */
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

/** A browser gives some entries at a time (Chromium a hundred), and none when there are no more. */
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
