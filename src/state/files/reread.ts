/** What has become of files since they were read. */

export interface Reread {
  /** Those that are others now, each with what it is now. */
  readonly changed: ReadonlyMap<File, File>;
  /** Those that were not there. */
  readonly added: readonly File[];
  /** Those that are not there any more. */
  readonly gone: ReadonlySet<File>;
  /** To be called once the reports are made from them. */
  readonly keep?: () => void;
}

/** What is told of it: the name of one of them, how many there are, and whether all are new. */
export interface Changed {
  readonly name: string;
  readonly files: number;
  readonly areNew: boolean;
}

/** Null where nothing has changed. */
export function toldOf({ changed, added, gone }: Reread): Changed | null {
  const names = [...changed.values(), ...added, ...gone].map((file) => file.name);
  const [name] = names;
  return name === undefined
    ? null
    : { name, files: names.length, areNew: names.length === added.length };
}

/** Files that a person has chosen in the place of others, by their names; null where none has the name of another. */
export function chosenAgain(before: readonly File[], chosen: readonly File[]): Reread | null {
  const byName = new Map(chosen.map((file) => [file.name, file]));
  const changed = new Map<File, File>();
  for (const was of before) {
    const now = byName.get(was.name);
    if (now && byName.delete(was.name)) changed.set(was, now);
  }
  return changed.size > 0 ? { changed, added: [...byName.values()], gone: new Set() } : null;
}
