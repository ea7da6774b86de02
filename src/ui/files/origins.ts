/** Where files came from, as far as the browser tells: what can be read there again. */

/** What was dropped or chosen: a file, or a folder with all that is in it. */
export interface Root {
  readonly handle: Promise<FileSystemHandle | null>;
  /** What was in it when it was looked at for the reports on screen: stamps by paths. */
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

/** A file that is on no disk. */
export function noteMade(file: File): void {
  made.add(file);
}

export function isMade(file: File): boolean {
  return made.has(file);
}

/** What changes when a file does. */
export function stampOf({ size, lastModified }: File): string {
  return `${String(size)} ${String(lastModified)}`;
}
