/**
 * Files by the handles that a browser gives to them: what was dropped, chosen or opened with the page
 * can be looked at again where it is. They need no network, and so the page's lock leaves them alone.
 */
import { Failure } from '../../domain/failure';
import type { Disk } from '../../state/files/files-on-disk.svelte';
import type { Reread } from '../../state/files/reread';
import { filesIn, type Entry, type FolderEntry } from './folder';
import { isMade, noteOrigin, originOf, rootOf, stampOf, type Root } from './origins';

/** Chromium's: the standard's handles are those of a page's own files, which need no leave. */
interface AsksLeave {
  queryPermission?(mode: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(mode: { mode: 'read' }): Promise<PermissionState>;
}

/**
 * The files of handles, from wherever they come: their folders are looked through as dropped ones are.
 * Throws a Failure where one cannot be read any more. To be called in a click where leave may have to be asked.
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
  // Asked for one after the other: a browser has one question at a time.
  for (const handle of handles) await getLeave(handle);
  const opened = await Promise.all(
    handles.map((handle) => (isFolder(handle) ? folderOf(handle) : open(handle))),
  );
  return filesIn(opened, note);
}

const NOTHING: Reread = { changed: new Map(), added: [], gone: new Set() };

/** What there is of the files on the disk. */
export const disk: Disk = {
  isOnDisk: (file) => !isMade(file),

  async handlesOf(files) {
    const handles = await Promise.all(rootsOf(files).map(({ handle }) => handle));
    return handles.filter((handle) => handle !== null);
  },

  async look(files, { mayAsk }) {
    const found: Reread[] = [];
    for (const root of rootsOf(files)) {
      const looking = lookAgain(root, files, mayAsk);
      // Who was not asked for it is not told what cannot be read.
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

/** What of a folder is not on screen, for it was removed or is no table of orders, is left alone until it changes. */
async function lookAgain(root: Root, files: readonly File[], mayAsk: boolean): Promise<Reread> {
  const [changed, added] = [new Map<File, File>(), [] as File[]];
  const own = files.filter((file) => originOf(file)?.root === root);
  const gone = new Map(own.map((file) => [originOf(file)!.path, file]));
  const handle = await root.handle;
  if (!handle || !(mayAsk || (await hasLeave(handle)))) return NOTHING;
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
  // What is found is not what the reports on screen are made from, as long as it is not read.
  root.seen = seen;
}

async function hasLeave(handle: FileSystemHandle): Promise<boolean> {
  const asks = handle as AsksLeave;
  return ((await asks.queryPermission?.({ mode: 'read' })) ?? 'granted') === 'granted';
}

async function getLeave(handle: FileSystemHandle): Promise<void> {
  const asks = handle as AsksLeave;
  if ((await hasLeave(handle)) || (await askLeave(asks)) === 'granted') return;
  throw new Failure({ fault: 'input', what: 'no leave to read', where: { file: handle.name } });
}

/** A browser that must not ask at this moment does not. */
async function askLeave(asks: AsksLeave): Promise<PermissionState> {
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
