// @ts-check
/**
 * How large the wasm memories of a page's workers are. (The debugger could list them, but asking it
 * crashes Chromium 156.)
 */

/** @typedef {typeof globalThis & { wasmMemories?: Set<WebAssembly.Memory> }} Watched */

/**
 * Notes the memories of all workers that start from now on: each is looked at by its own glue code
 * when the wasm is up, and whenever it grows.
 * @param {import('playwright-core').Page} page
 * @returns {() => Promise<number>} megabytes of the workers that are there; a memory never shrinks, so after a load this is what it came to
 */
export function watchWasmHeap(page) {
  page.on('worker', (worker) => {
    // One that ends at once needs no watching.
    worker.evaluate(watch).catch(() => undefined);
  });
  return async () => {
    const bytes = await Promise.all(page.workers().map((worker) => worker.evaluate(heapBytes)));
    return bytes.reduce((sum, some) => sum + some, 0) / 1e6;
  };
}

/** Runs in the worker. */
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

/** Runs in the worker. */
function heapBytes() {
  let bytes = 0;
  for (const memory of /** @type {Watched} */ (globalThis).wasmMemories ?? []) {
    bytes += memory.buffer.byteLength;
  }
  return bytes;
}
