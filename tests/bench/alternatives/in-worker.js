// @ts-check
/** Runs a module of this folder in a worker, which answers one request at a time. */

/** @param {string} module */
export async function inWorker(module) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  /** @param {unknown} request @returns {Promise<any>} */
  const ask = (request) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.error === undefined) resolve(data.answer);
        else reject(new Error(data.error));
      };
      worker.onerror = ({ message }) => {
        reject(new Error(`its worker stopped: ${message}`));
      };
      worker.postMessage(request);
    });
  await ask({ open: module });
  return {
    make: (/** @type {File} */ file) => ask({ make: file }),
    tables: () => ask({ tables: true }),
  };
}
