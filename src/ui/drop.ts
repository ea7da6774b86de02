import { filesIn, type Entry, type FolderEntry } from './folder';

/**
 * The files of a drop or a paste, and of the folders in it. Rejects with a Failure that says why they
 * cannot be taken. To be called while the event is handled: after it the transfer is empty.
 */
export function filesOf({ items }: DataTransfer): Promise<File[]> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      return entry && isFolder(entry) ? folderOf(entry) : item.getAsFile();
    })
    .filter((item) => item !== null);
  return filesIn(dropped);
}

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
