/** Remembers which handle a file came from. */

/** A dropped or chosen item: a file, or a folder with its files. */
export interface Root {
  readonly handle: Promise<FileSystemHandle | null>;
  /** Maps each path to the file's stamp when the reports on screen were loaded. */
  seen: ReadonlyMap<string, string>;
}

export interface Origin {
  readonly path: string;
  readonly root: Root;
}

const origins = new WeakMap<File, Origin>();
const made = new WeakSet<File>();

export function rootOf(handle: Promise<FileSystemHandle | null>): Root {
  return { handle, seen: new Map() };
}

export function noteOrigin(file: File, path: string, root: Root): void {
  origins.set(file, { path, root });
  root.seen = new Map([...root.seen, [path, stampOf(file)]]);
}

export function originOf(file: File): Origin | undefined {
  return origins.get(file);
}

/** Marks a file that does not exist on disk. */
export function markGenerated(file: File): void {
  made.add(file);
}

export function isMade(file: File): boolean {
  return made.has(file);
}

/** Returns a text that changes whenever the file changes. */
export function stampOf({ size, lastModified }: File): string {
  return `${String(size)} ${String(lastModified)}`;
}
