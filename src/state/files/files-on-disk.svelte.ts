/** Whether the files on screen are still what they were, and the way to read them again. */
import type { InputTable } from '../../pipeline/dataset';
import type { Shown } from '../phase';
import { chosenAgain, toldOf, type Changed, type Reread } from './reread';

/** What the page needs of a browser's handles to files. */
export interface Disk {
  /** Whether there is anything of it outside of the page. */
  isOnDisk(file: File): boolean;
  /** The handles of what files came from; none of those that a browser gave without. */
  handlesOf(files: readonly File[]): Promise<readonly FileSystemHandle[]>;
  /**
   * What has become of files, of those that have handles. Rejects with a Failure where one is gone or
   * must not be read. Without `mayAsk`, which takes a click, what cannot be looked at is left out.
   */
  look(files: readonly File[], leave: { readonly mayAsk: boolean }): Promise<Reread>;
}

/** How the files on screen can be read again: by themselves, by choosing them again, or not at all. */
export type Way = 'reload' | 'choose' | null;

export class FilesOnDisk {
  #way = $state<Way>(null);
  #changed = $state.raw<Changed | null>(null);
  #isUnchanged = $state(false);
  #files: readonly File[] = [];
  /** What a person does not want to hear of again. */
  #dismissed = '';
  #isLooking = false;
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  get way(): Way {
    return this.#way;
  }

  /** What has changed since the files were read; null as long as nothing has. */
  get changed(): Changed | null {
    return this.#changed;
  }

  /** Whether they were looked at on request and are what they were. */
  get isUnchanged(): boolean {
    return this.#isUnchanged;
  }

  /** The files that the reports are made from now. */
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

  /** Looks whether they have changed, and asks nobody. */
  async check(): Promise<void> {
    if (this.#isLooking || this.#way !== 'reload') return;
    this.#isLooking = true;
    const files = this.#files;
    try {
      const changed = toldOf(await this.#disk.look(files, { mayAsk: false }));
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

  /** What has become of them, to be asked for in a click; null where nothing has. Rejects with a Failure. */
  async look(): Promise<Reread | null> {
    this.#isUnchanged = false;
    const found = await this.#disk.look(this.#files, { mayAsk: true });
    this.#changed = null;
    this.#isUnchanged = toldOf(found) === null;
    return this.#isUnchanged ? null : found;
  }

  /** Null where none of the files has the name of one on screen. */
  chosenAgain(files: readonly File[]): Reread | null {
    return chosenAgain(this.#files, files);
  }
}
