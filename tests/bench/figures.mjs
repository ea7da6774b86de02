// @ts-check

/**
 * @typedef {object} Figure
 * @property {string} label
 * @property {number} digits after the decimal point
 */

/** @type {Readonly<Record<string, Figure>>} */
export const FIGURES = {
  wall: { label: 'Wall, s', digits: 2 },
  cpu: { label: 'CPU, s', digits: 2 },
  wallToNative: { label: 'Wall to native', digits: 2 },
  cpuToNative: { label: 'CPU to native', digits: 2 },
  wallToDishboard: { label: 'Wall to Dishboard', digits: 2 },
  shown: { label: 'Shown, ms', digits: 0 },
  engine: { label: 'Engine ready, ms', digits: 0 },
  reports: { label: 'Reports ready, ms', digits: 0 },
  shift: { label: 'Layout shift', digits: 4 },
  sort: { label: 'Sort, ms', digits: 0 },
  find: { label: 'Search, ms', digits: 0 },
  query: { label: 'Console, ms', digits: 0 },
  pick: { label: 'Pick a restaurant, ms', digits: 0 },
  pickAll: { label: 'Pick, the whole page, ms', digits: 0 },
  transferred: { label: 'Transferred, kB', digits: 0 },
  compressed: { label: 'Text gzipped, kB', digits: 0 },
  own: { label: 'Own JS and CSS, kB', digits: 0 },
  ownShown: { label: 'Own until shown, kB', digits: 0 },
  ownBefore: { label: 'Own before the engine, kB', digits: 0 },
  peak: { label: 'Peak memory, MB', digits: 0 },
  heap: { label: 'Wasm heap, MB', digits: 0 },
  longTask: { label: 'Longest task, ms', digits: 0 },
  workers: { label: 'Workers', digits: 0 },
};

/** Explains the columns in RESULTS.md. */
export const MEANINGS = [
  '**Wall** is the time from the chosen file to the reports on screen (Dishboard, by its performance marks), to the five tables as rows in the page (the alternatives), or to a result in the process (native).',
  '**CPU** is the processor time of all browser processes, or of the native process, for the same task. On a shared machine it is more reliable than wall time.',
  '**to native** and **to Dishboard** divide a figure by that of native DuckDB, or of Dishboard on 4 processors, for the same file in the same round. **Processors** is the number that the page is told it has.',
  "**Peak memory** is the maximum of the page's process (code, JavaScript and wasm) or of the native process. **Wasm heap** is the size of all wasm memories of the page and its workers; they never shrink.",
  '**Longest task** is measured on the main thread; browsers do not report tasks under 50 ms, which count as 0. **Workers** is the largest number at once, including the engine and the worker that inspects files.',
  "**Shown** is the first contentful paint. **Engine ready** and **Reports ready** are the page's performance marks. All three count from the start of the navigation, with the server on the same machine.",
  "**Transferred** is the size from a host without compression. **Text gzipped** is the size from a host that gzips HTML, JavaScript, CSS and SVG. **Own JS and CSS** is the part of that without DuckDB's worker and wasm. **Own before the engine** counts what was requested before the engine's wasm had arrived, without DuckDB's library.",
  '**Layout shift** is the cumulative layout shift; 0.1 or less counts as good.',
  '**Sort**, **Search** and **Pick** are the times from the action to the first paint of its result: the customer table in another order, the rows that match two letters, all reports of one restaurant. **Console** is the time from the click to the answer of a query over the rollup of customers. Each is the median of 12.',
  '**Pick a restaurant** ends when the visible reports have changed; **the whole page** ends when all have.',
];
