import type { DownloadProgress } from '../../engine/engine';
import type { Database } from '../../pipeline/database';
import { mark } from '../page/marks';

export type OpenDatabase = (onProgress: (progress: DownloadProgress) => void) => Promise<Database>;

/** The one database: opened before it is needed, and opened anew where it has failed. */
export class WarmDatabase {
  readonly #openAnother: OpenDatabase;
  readonly #onProgress: (progress: DownloadProgress) => void;
  #opening: Promise<Database> | null = null;
  #progress: DownloadProgress | null = null;
  #isReady = false;

  constructor(open: OpenDatabase, onProgress: (progress: DownloadProgress) => void) {
    this.#openAnother = open;
    this.#onProgress = onProgress;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Of the engine's download. */
  get progress(): DownloadProgress | null {
    return this.#progress;
  }

  /** All who ask while it opens get the same one. */
  open(): Promise<Database> {
    if (this.#opening) return this.#opening;
    const opening = this.#openAnother((progress) => {
      if (this.#opening !== opening) return;
      this.#progress = progress;
      this.#onProgress(progress);
    });
    this.#opening = opening;
    opening.then(
      () => {
        if (this.#opening !== opening) return;
        this.#isReady = true;
        mark('engine-ready');
      },
      () => {
        this.discard(opening);
      },
    );
    return opening;
  }

  /** Ends it, or does nothing where another has taken the place of the one that is meant. */
  discard(which: Promise<Database> | null = this.#opening): void {
    if (which !== this.#opening) return;
    this.#opening?.then(({ engine }) => engine.close()).catch(() => undefined);
    this.#opening = null;
    this.#progress = null;
    this.#isReady = false;
  }
}
