/**
 * Creates files with handles in the origin's private file system, where a test can change and
 * remove them.
 */
import type { Site } from './site';

interface WithDisk {
  chosen: string[];
  readonly nativePicker: unknown;
}

/** Makes the page's file picker return handles of files that `put` has written. */
export async function useDisk(site: Site): Promise<void> {
  await site.page.evaluate(() => {
    Object.assign(globalThis, {
      chosen: [] as string[],
      nativePicker: (globalThis as { showOpenFilePicker?: unknown }).showOpenFilePicker,
      async showOpenFilePicker() {
        const root = await navigator.storage.getDirectory();
        const { chosen } = globalThis as unknown as WithDisk;
        if (chosen.length === 0) throw new DOMException('nothing chosen', 'AbortError');
        return Promise.all(chosen.map((name) => root.getFileHandle(name)));
      },
    });
  });
}

/** Undoes `useDisk` and removes the files. */
export async function leaveDisk(site: Site): Promise<void> {
  await site.page.evaluate(async () => {
    const { nativePicker } = globalThis as unknown as WithDisk;
    Object.assign(globalThis, { showOpenFilePicker: nativePicker });
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
  });
}

/** Writes a file at a path with slashes. */
export async function put(site: Site, path: string, content: string): Promise<void> {
  await site.page.evaluate(
    async ({ names, text }) => {
      let folder = await navigator.storage.getDirectory();
      for (const name of names.slice(0, -1)) {
        folder = await folder.getDirectoryHandle(name, { create: true });
      }
      const handle = await folder.getFileHandle(names.at(-1)!, { create: true });
      const writer = await handle.createWritable();
      await writer.write(text);
      await writer.close();
    },
    { names: path.split('/'), text: content },
  );
}

export async function take(site: Site, name: string): Promise<void> {
  await site.page.evaluate(async (own) => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(own);
  }, name);
}

/** Chooses files with the page's button. */
export async function chooseFromDisk(site: Site, ...names: string[]): Promise<void> {
  await site.page.evaluate((own) => {
    Object.assign(globalThis, { chosen: own });
  }, names);
  await site.page.getByLabel('Choose CSV files').click({ force: true });
}

/** Simulates that a person comes back to the page. */
export async function comeBack(site: Site): Promise<void> {
  await site.page.evaluate(() => {
    dispatchEvent(new Event('focus'));
  });
}

/** Drops files or folders for which the browser provides handles. */
export async function dropFromDisk(site: Site, ...names: string[]): Promise<void> {
  await site.page.evaluate(async (own) => {
    const root = await navigator.storage.getDirectory();
    const entries = new Map<string, FileSystemHandle>();
    for await (const [name, handle] of root.entries()) entries.set(name, handle);
    const items = await Promise.all(
      own.map(async (name) => {
        const handle = entries.get(name)!;
        const file =
          handle.kind === 'file' ? await (handle as FileSystemFileHandle).getFile() : null;
        return {
          kind: 'file',
          getAsFileSystemHandle: () => Promise.resolve(handle),
          getAsFile: () => file,
          webkitGetAsEntry: () => (file ? null : entryOf(handle as FileSystemDirectoryHandle)),
        };
      }),
    );
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { items, types: ['Files'] } });
    document.body.dispatchEvent(event);

    async function held(folder: FileSystemDirectoryHandle): Promise<FileSystemHandle[]> {
      const own: FileSystemHandle[] = [];
      for await (const handle of folder.values()) own.push(handle);
      return own;
    }

    function entryOf(handle: FileSystemHandle): unknown {
      if (handle.kind === 'file') {
        return {
          name: handle.name,
          isDirectory: false,
          file: (resolve: (file: File) => void) =>
            void (handle as FileSystemFileHandle).getFile().then(resolve),
        };
      }
      let isRead = false;
      return {
        name: handle.name,
        isDirectory: true,
        createReader: () => ({
          readEntries(resolve: (entries: unknown[]) => void) {
            void held(handle as FileSystemDirectoryHandle).then((own) => {
              resolve(isRead ? [] : own.map(entryOf));
              isRead = true;
            });
          },
        }),
      };
    }
  }, names);
}
