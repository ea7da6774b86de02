import type { InputTable } from '../../pipeline/dataset';
import type { Shown } from '../phase';
import { matchChosenFiles, summariseChanges, type Changed, type Reread } from './reread';

export interface Disk {
  /** Whether the file exists outside the page; false for pasted text, for example. */
  isOnDisk(file: File): boolean;
  /** Returns the files' handles. Files that the browser passed without a handle are skipped. */
  handlesOf(files: readonly File[]): Promise<readonly FileSystemHandle[]>;
  /**
   * Looks for changed files on disk. With `mayAsk`, which requires a click, it asks for permission
   * and rejects with a Failure if a file is unreadable. Without `mayAsk`, it skips unreadable
   * files.
   */
  look(files: readonly File[], leave: { readonly mayAsk: boolean }): Promise<Reread>;
}

/**
 * How the files can be read again. With `choose`, the browser gave no handles, so the person must
 * choose the files again.
 */
export type Way = 'reload' | 'choose' | null;

export class FilesOnDisk {
  #way = $state<Way>(null);
  #changed = $state.raw<Changed | null>(null);
  #isUnchanged = $state(false);
  #files: readonly File[] = [];
  /** The last change that the person dismissed, as JSON. */
  #dismissed = '';
  #isLooking = false;
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  get way(): Way {
    return this.#way;
  }

  get changed(): Changed | null {
    return this.#changed;
  }

  get isUnchanged(): boolean {
    return this.#isUnchanged;
  }

  async follow(shown: Shown | null, costs: readonly InputTable[]): Promise<void> {
    const tables = shown?.isSample ? [] : [...(shown?.dataset.tables ?? []), ...costs];
    const all = tables.map(({ source }) => source.file);
    const files = (this.#files = all.filter((file, index) => all.indexOf(file) === index));
    this.#changed = null;
    this.#isUnchanged = false;
    const handles = await this.#disk.handlesOf(files);
    if (files !== this.#files) return;
    const canChoose = files.some((file) => this.#disk.isOnDisk(file));
    this.#way = handles.length > 0 ? 'reload' : canChoose ? 'choose' : null;
  }

  async check(): Promise<void> {
    if (this.#isLooking || this.#way !== 'reload') return;
    this.#isLooking = true;
    const files = this.#files;
    try {
      const changed = summariseChanges(await this.#disk.look(files, { mayAsk: false }));
      const isNews = JSON.stringify(changed) !== this.#dismissed;
      if (files === this.#files) this.#changed = isNews ? changed : null;
    } finally {
      this.#isLooking = false;
    }
  }

  dismiss(): void {
    this.#dismissed = JSON.stringify(this.#changed);
    this.#changed = null;
  }

  /**
   * Looks for changed files; null if nothing has changed. Call this within a click, because it can
   * ask for permission. Rejects with a Failure.
   */
  async look(): Promise<Reread | null> {
    this.#isUnchanged = false;
    const found = await this.#disk.look(this.#files, { mayAsk: true });
    this.#changed = null;
    this.#isUnchanged = summariseChanges(found) === null;
    return this.#isUnchanged ? null : found;
  }

  /** Matches chosen files with the files on screen by name. Returns null if no name matches. */
  matchChosenFiles(files: readonly File[]): Reread | null {
    return matchChosenFiles(this.#files, files);
  }
}
