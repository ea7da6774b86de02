export interface Reread {
  /** Maps each changed file, as it was read before, to its present version. */
  readonly changed: ReadonlyMap<File, File>;
  readonly added: readonly File[];
  readonly gone: ReadonlySet<File>;
  /** Called once the reports are ready. */
  readonly keep?: () => void;
}

/** Summarises changed files: `name` is one of them, and `files` is their number. */
export interface Changed {
  readonly name: string;
  readonly files: number;
  readonly areNew: boolean;
}

export function summariseChanges({ changed, added, gone }: Reread): Changed | null {
  const names = [...changed.values(), ...added, ...gone].map((file) => file.name);
  const [name] = names;
  return name === undefined
    ? null
    : { name, files: names.length, areNew: names.length === added.length };
}

/** Matches chosen files with earlier ones by name. Returns null if no name matches. */
export function matchChosenFiles(before: readonly File[], chosen: readonly File[]): Reread | null {
  const byName = new Map(chosen.map((file) => [file.name, file]));
  const changed = new Map<File, File>();
  for (const was of before) {
    const now = byName.get(was.name);
    if (now && byName.delete(was.name)) changed.set(was, now);
  }
  return changed.size > 0 ? { changed, added: [...byName.values()], gone: new Set() } : null;
}
