// @ts-check

/**
 * @typedef {object} Figure
 * @property {string} label
 * @property {number} digits after the point
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
  '**Wall** is from the file being chosen to the reports on screen (Dishboard, by its own marks), to the five tables as rows in the page (the alternatives) or as a result in the process (native).',
  '**CPU** is processor time of all processes of the browser, or of the native process, over the same task. Where others use the machine it says more than the wall.',
  '**to native**, **to Dishboard**: how many times the figure of native DuckDB on the same file, or of Dishboard on 4 processors, in the same round. **Processors** is what the page is told that it has.',
  "**Peak memory** is the most that the page's process (all of it: code, JavaScript, wasm) held at once, or the native process. **Wasm heap** is what the wasm memories of the page and its workers came to; they never shrink.",
  '**Longest task** is that of the main thread; tasks under 50 ms are not told by the browser and stand as 0. **Workers** are all that the page had at once, whatever they do: the engine is one, and one looks at files before they are read.',
  "**Shown** is the first contentful paint, **Engine ready** and **Reports ready** the page's own marks, all from the start of the navigation to a server on the same machine. **Transferred** is by a host that compresses nothing, **Text gzipped** by one that gzips HTML, JavaScript, CSS and SVG, **Own JS and CSS** the part of it that is neither DuckDB's worker nor its wasm, and **Own before the engine** what of it was asked for before the engine's wasm had come to its last byte, DuckDB's own library apart. **Layout shift** is the browser's cumulative measure (0.1 and less counts as good).",
  '**Sort**, **Search**, **Pick** are from the click, the key or the choice to the first paint of what it asked for (the table of customers in another order, the rows with two letters in their names, all reports of one restaurant), **Console** from the click to the answer over the rollup of customers, each the median of 12.',
  '**Pick a restaurant** is until the reports that are in sight are about it; **the whole page**, until all of them are.',
];
