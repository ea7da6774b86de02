import { breathe } from '../../../lib/breathe';

/** Short enough that a key or a click is answered at once. */
const SLICE_MS = 40;

/** Work over a million rows, done a slice at a time: between slices the page draws and answers. */
export class Slices {
  readonly #signal: AbortSignal;
  #end = performance.now() + SLICE_MS;

  /** The work ends where it next rests once `signal` says that nobody waits for it any more. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** To be awaited now and then: it lets the page have its turn when the slice is over. */
  async rest(): Promise<void> {
    if (performance.now() < this.#end) return;
    await breathe();
    this.#signal.throwIfAborted();
    this.#end = performance.now() + SLICE_MS;
  }
}
