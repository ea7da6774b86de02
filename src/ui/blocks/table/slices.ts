import { yieldToPage } from '../../../lib/yield-to-page';

/** A slice is short enough that the page responds to a key or a click at once. */
const SLICE_MS = 40;

/** Splits long work into slices, so that the page can draw and answer in between. */
export class Slices {
  readonly #signal: AbortSignal;
  #end = performance.now() + SLICE_MS;

  /** `rest` throws once `signal` is aborted. */
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
