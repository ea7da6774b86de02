// @ts-check
/** Runs one alternative in a worker, and answers the requests of in-worker.js. */

/** @type {Readonly<Record<string, () => Promise<{ open: () => Promise<import('./page.js').Make> }>>>} */
const MODULES = {
  papaparse: () => import('./papaparse.js'),
  arquero: () => import('./arquero.js'),
  sqljs: () => import('./sqljs.js'),
};

/** @type {import('./page.js').Make | undefined} */
let make;
/** @type {(() => Record<string, string>) | undefined} */
let toText;

/** @param {{ open?: string, make?: File, tables?: true }} request */
async function answer(request) {
  if (request.open !== undefined) {
    const module = await MODULES[request.open]?.();
    make = await module?.open();
  } else if (request.make) {
    toText = undefined;
    toText = await make?.(request.make);
  } else return toText?.();
  return undefined;
}

self.addEventListener('message', async ({ data }) => {
  try {
    self.postMessage({ answer: await answer(data) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
});
