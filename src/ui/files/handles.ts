/**
 * Reads files through the handles that a browser gives, so that they can be read again from disk.
 * Handles need no network, so the lock does not affect them.
 */
import { Failure } from '../../domain/failure';
import type { Disk } from '../../state/files/files-on-disk.svelte';
import type { Reread } from '../../state/files/reread';
import { filesIn, type Entry, type FolderEntry } from './folder';
import { isMade, noteOrigin, originOf, rootOf, stampOf, type Root } from './origins';

/** The permission methods of a handle, which only Chromium has. */
interface AsksPermission {
  queryPermission?(mode: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(mode: { mode: 'read' }): Promise<PermissionState>;
}

/**
 * Returns the files of handles and of their folders. Throws a Failure if a file can no longer be
 * read. Must be called within a click if the browser may have to ask for permission.
 */
export async function filesOfHandles(handles: readonly FileSystemHandle[]): Promise<File[]> {
  const roots: Root[] = handles.map((handle) => rootOf(Promise.resolve(handle)));
  return filesOfRoots(handles, (file, path, place) => {
    noteOrigin(file, path, roots[place]!);
  });
}

async function filesOfRoots(
  handles: readonly FileSystemHandle[],
  note: (file: File, path: string, place: number) => void,
): Promise<File[]> {
  // Asks one after the other, because a browser shows only one permission prompt at a time.
  for (const handle of handles) await requestPermission(handle);
  const opened = await Promise.all(
    handles.map((handle) => (isFolder(handle) ? folderOf(handle) : open(handle))),
  );
  return filesIn(opened, note);
}

const NOTHING: Reread = { changed: new Map(), added: [], gone: new Set() };

export const disk: Disk = {
  isOnDisk: (file) => !isMade(file),

  async handlesOf(files) {
    const handles = await Promise.all(rootsOf(files).map(({ handle }) => handle));
    return handles.filter((handle) => handle !== null);
  },

  async look(files, { mayAsk }) {
    const found: Reread[] = [];
    for (const root of rootsOf(files)) {
      const looking = rereadRoot(root, files, mayAsk);
      // If asking is not allowed, a file that cannot be read is skipped.
      found.push(await (mayAsk ? looking : looking.catch(() => NOTHING)));
    }
    return {
      changed: new Map(found.flatMap(({ changed }) => [...changed])),
      added: found.flatMap(({ added }) => added),
      gone: new Set(found.flatMap(({ gone }) => [...gone])),
      keep: () => {
        for (const { keep } of found) keep?.();
      },
    };
  },
};

function rootsOf(files: readonly File[]): Root[] {
  return [...new Set(files.flatMap((file) => originOf(file)?.root ?? []))];
}

/**
 * Finds changed, added and missing files of a dropped item. A file in the folder that was not
 * loaded is ignored until it changes.
 */
async function rereadRoot(root: Root, files: readonly File[], mayAsk: boolean): Promise<Reread> {
  const [changed, added] = [new Map<File, File>(), [] as File[]];
  const own = files.filter((file) => originOf(file)?.root === root);
  const gone = new Map(own.map((file) => [originOf(file)!.path, file]));
  const handle = await root.handle;
  if (!handle || !(mayAsk || (await hasPermission(handle)))) return NOTHING;
  const seen = new Map<string, string>();
  const found: [string, File][] = [];
  await filesOfRoots([handle], (file, path) => {
    seen.set(path, stampOf(file));
    found.push([path, file]);
  });
  for (const [path, file] of found) {
    const was = gone.get(path);
    gone.delete(path);
    if (seen.get(path) === root.seen.get(path)) continue;
    noteFound(file, path, root);
    if (was) changed.set(was, file);
    else added.push(file);
  }
  const keep = () => {
    root.seen = seen;
  };
  return { changed, added, gone: new Set(gone.values()), keep };
}

function noteFound(file: File, path: string, root: Root): void {
  const { seen } = root;
  noteOrigin(file, path, root);
  // Restores the stamps, which must describe the files on screen until the new files are loaded.
  root.seen = seen;
}

async function hasPermission(handle: FileSystemHandle): Promise<boolean> {
  const asks = handle as AsksPermission;
  return ((await asks.queryPermission?.({ mode: 'read' })) ?? 'granted') === 'granted';
}

async function requestPermission(handle: FileSystemHandle): Promise<void> {
  const asks = handle as AsksPermission;
  if ((await hasPermission(handle)) || (await askPermission(asks)) === 'granted') return;
  throw new Failure({ fault: 'input', what: 'no leave to read', where: { file: handle.name } });
}

/** Asks for permission; returns `denied` if the browser cannot ask at this moment. */
async function askPermission(asks: AsksPermission): Promise<PermissionState> {
  try {
    return (await asks.requestPermission?.({ mode: 'read' })) ?? 'denied';
  } catch {
    return 'denied';
  }
}

async function open(handle: FileSystemHandle): Promise<File> {
  try {
    return await (handle as FileSystemFileHandle).getFile();
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'NotFoundError';
    const details = error instanceof Error ? error.message : String(error);
    const where = { file: handle.name };
    const what = isGone ? ('file gone' as const) : ('unreadable file' as const);
    throw new Failure({ fault: 'input', what, where, details }, { cause: error });
  }
}

function folderOf(folder: FileSystemDirectoryHandle): FolderEntry {
  return { name: folder.name, list: () => entriesOf(folder) };
}

async function* entriesOf(folder: FileSystemDirectoryHandle): AsyncGenerator<Entry> {
  for await (const handle of folder.values()) {
    yield isFolder(handle)
      ? folderOf(handle)
      : { name: handle.name, open: () => (handle as FileSystemFileHandle).getFile() };
  }
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}
