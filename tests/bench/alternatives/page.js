// @ts-check
/**
 * Runs one alternative, chosen by the address (`?with=papaparse`). Each alternative makes the five
 * tables from the chosen file in its own worker.
 */
import { inWorker } from './in-worker.js';

/**
 * Makes the tables of a file as rows, and returns a function that converts them to CSV text.
 * @typedef {(file: File) => Promise<() => Record<string, string>>} Make
 */

/**
 * @typedef {object} Alternative
 * @property {() => Promise<number>} make makes the tables of the chosen file as rows and returns the time in ms
 * @property {() => Promise<Record<string, string>>} tables returns the tables of the last `make` as CSV
 */

/** @type {Readonly<Record<string, () => Promise<{ make: (file: File) => Promise<void>, tables: () => Promise<Record<string, string>> }>>>} */
const OPEN = {
  papaparse: () => inWorker('papaparse'),
  arquero: () => inWorker('arquero'),
  sqljs: () => inWorker('sqljs'),
  // DuckDB-WASM starts its own worker.
  duckdb: async () => {
    const { open } = await import('./duckdb.js');
    const make = await open();
    let toText = () => /** @type {Record<string, string>} */ ({});
    return {
      make: async (file) => {
        toText = await make(file);
      },
      tables: () => Promise.resolve(toText()),
    };
  },
};

const name = new URLSearchParams(location.search).get('with') ?? '';
const opened = await OPEN[name]?.();
if (!opened) throw new Error(`there is no ${name}`);

/** @type {Alternative} */
const alternative = {
  make: async () => {
    const file = document.querySelector('input')?.files?.[0];
    if (!file) throw new Error('no file is chosen');
    const before = performance.now();
    await opened.make(file);
    return performance.now() - before;
  },
  tables: () => opened.tables(),
};
Object.assign(window, { alternative });
document.body.dataset.phase = 'ready';
