// @ts-check
/** What a part of the benchmark is. A new one is a module beside this and a line in the list of bench.mjs. */

/**
 * @typedef {object} Figure
 * @property {string} label
 * @property {'ms' | 'kB' | 'times'} unit
 */

/**
 * @typedef {object} Context
 * @property {import('./site.mjs').Site} site
 * @property {import('playwright-core').Browser} browser
 * @property {string} sample path of the sample CSV
 */

/**
 * A part that is warm: it has run once, unmeasured.
 * @typedef {object} Started
 * @property {() => Promise<Readonly<Record<string, number>>>} measure a value for each figure
 * @property {ReadonlyMap<string, string>} [tables] the five tables as CSV, of a part that makes them
 */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {Readonly<Record<string, Figure>>} figures
 * @property {(context: Context) => Promise<Started>} start
 */

export const TABLES = [
  'restaurant_stats',
  'popular_dishes',
  'profitable_dishes',
  'customer_stats',
  'frequent_visitors',
];
