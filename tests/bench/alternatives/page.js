// @ts-check
/**
 * One alternative, chosen by the address (`?with=papaparse`): the file of the input, to the five
 * tables. Each works away from the page's thread, in a worker of its own.
 */
import { inWorker } from './in-worker.js';

/**
 * What each of them is: opened once, it makes the tables of one file after the other.
 * @typedef {(file: File) => Promise<() => Record<string, string>>} Make the tables as rows; as CSV text when called
 */

/**
 * @typedef {object} Alternative
 * @property {() => Promise<number>} make ms from the file of the input to the tables as rows
 * @property {() => Promise<Record<string, string>>} tables those last made, as CSV
 */

/** @type {Readonly<Record<string, () => Promise<{ make: (file: File) => Promise<void>, tables: () => Promise<Record<string, string>> }>>>} */
const OPEN = {
  papaparse: () => inWorker('papaparse'),
  arquero: () => inWorker('arquero'),
  sqljs: () => inWorker('sqljs'),
  // It brings a worker of its own.
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
