import type { InputTable } from '../../pipeline/dataset';
import type { Shown } from '../phase';
import { matchChosenFiles, summariseChanges, type Changed, type Reread } from './reread';

export interface Disk {
  /** False for a file that only exists in the page, such as pasted text. */
  isOnDisk(file: File): boolean;
  /** Some browsers pass files without handles; these are skipped. */
  handlesOf(files: readonly File[]): Promise<readonly FileSystemHandle[]>;
  /**
   * Rejects with a Failure if a file is gone or unreadable. `mayAsk` needs a click; without it,
   * files that need permission are skipped.
   */
  look(files: readonly File[], leave: { readonly mayAsk: boolean }): Promise<Reread>;
}

/** `choose`: the browser gave no handles, so the person has to choose the files again. */
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
   * Needs a click, because it may ask for permission. Returns null if nothing has changed. Rejects
   * with a Failure.
   */
  async look(): Promise<Reread | null> {
    this.#isUnchanged = false;
    const found = await this.#disk.look(this.#files, { mayAsk: true });
    this.#changed = null;
    this.#isUnchanged = summariseChanges(found) === null;
    return this.#isUnchanged ? null : found;
  }

  /** Returns null if no chosen file has the name of a file on screen. */
  matchChosenFiles(files: readonly File[]): Reread | null {
    return matchChosenFiles(this.#files, files);
  }
}
