import { yieldToPage } from '../../../lib/yield-to-page';

/** Short enough that the page answers a key or a click at once. */
const SLICE_MS = 40;

/** Splits long work into slices, so that the page can draw and answer in between. */
export class Slices {
  readonly #signal: AbortSignal;
  #end = performance.now() + SLICE_MS;

  /** Once `signal` aborts, the next `rest` throws. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Call this often: it yields to the page when a slice is over. */
  async rest(): Promise<void> {
    if (performance.now() < this.#end) return;
    await yieldToPage();
    this.#signal.throwIfAborted();
    this.#end = performance.now() + SLICE_MS;
  }
}
