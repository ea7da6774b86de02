// @ts-check
/**
 * Measures the wasm memories of a page's workers. The debugger could list them, but asking it crashes
 * Chromium 156.
 */

/** @typedef {typeof globalThis & { wasmMemories?: Set<WebAssembly.Memory> }} Watched */

/**
 * Records the wasm memories of all workers that start from now on. DuckDB's glue code reads
 * `buffer` at start and at each growth, so a getter finds every memory.
 * @param {import('playwright-core').Page} page
 * @returns {() => Promise<number>} megabytes of all present workers; wasm memory never shrinks, so this is the peak
 */
export function watchWasmHeap(page) {
  page.on('worker', (worker) => {
    // The worker may already have ended.
    worker.evaluate(watch).catch(() => undefined);
  });
  return async () => {
    const bytes = await Promise.all(page.workers().map((worker) => worker.evaluate(heapBytes)));
    return bytes.reduce((sum, some) => sum + some, 0) / 1e6;
  };
}

/** Records the wasm memories of a worker. Runs in the worker. */
function watch() {
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  Object.assign(globalThis, { wasmMemories: memories });
  const prototype = WebAssembly.Memory.prototype;
  const { get } = Object.getOwnPropertyDescriptor(prototype, 'buffer') ?? {};
  Object.defineProperty(prototype, 'buffer', {
    /** @this {WebAssembly.Memory} */
    get() {
      memories.add(this);
      return get?.call(this);
    },
  });
}

/** The total size of the recorded memories. Runs in the worker. */
function heapBytes() {
  let bytes = 0;
  for (const memory of /** @type {Watched} */ (globalThis).wasmMemories ?? []) {
    bytes += memory.buffer.byteLength;
  }
  return bytes;
}
