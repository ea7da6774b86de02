import type { DownloadProgress } from '../../engine/engine';
import type { Database } from '../../pipeline/database';
import { mark } from '../page/marks';

export type OpenDatabase = (onProgress: (progress: DownloadProgress) => void) => Promise<Database>;

/** Opens the database before it is needed, and opens another after a failure. */
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

  get progress(): DownloadProgress | null {
    return this.#progress;
  }

  /** Opens the database. Concurrent calls share one database. */
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

  /** Closes the database, unless it has already been replaced. */
  discard(which: Promise<Database> | null = this.#opening): void {
    if (which !== this.#opening) return;
    this.#opening?.then(({ engine }) => engine.close()).catch(() => undefined);
    this.#opening = null;
    this.#progress = null;
    this.#isReady = false;
  }
}
