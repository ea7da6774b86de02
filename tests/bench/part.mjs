// @ts-check
/**
 * What a part of the benchmark is: contenders that do the same job, in turn, round by round. A new
 * part is an entry in parts.mjs, a new contender a module that makes one.
 */

/**
 * @typedef {object} Context
 * @property {import('./site.mjs').Site} site the page under test
 * @property {string} alternatives address of the page that holds what else a page could use
 * @property {string} sample path of the sample CSV: every contender has read it before it is measured
 */

/**
 * @typedef {object} Run
 * @property {Readonly<Record<string, number>>} figures under their keys in figures.mjs; NaN where it cannot be told here
 * @property {ReadonlyMap<string, string>} [tables] the five tables as CSV, of a contender that makes them
 */

/**
 * Each run is one measurement from a fresh process to its end, so that no run's memory is another's.
 * Throws where the contender dies of its task; the words of the error then stand in the results.
 * @typedef {object} Contender
 * @property {string} name
 * @property {import('./inputs.mjs').Input} [input]
 * @property {(context: Context) => Promise<Run>} run
 */

/**
 * What a contender's figure is divided by, in each round: the same figure of another contender.
 * @typedef {object} Ratio
 * @property {string} key of the quotient in figures.mjs
 * @property {string} of key of the figure
 * @property {(contender: Contender) => Contender | undefined} under none where there is nothing to compare
 */

/**
 * @typedef {object} Part
 * @property {string} id as `--parts` names it
 * @property {string} title
 * @property {boolean} isDefault measured where nothing is selected
 * @property {readonly Contender[]} contenders
 * @property {readonly Ratio[]} ratios
 */

export const TABLES = [
  'restaurant_stats',
  'popular_dishes',
  'profitable_dishes',
  'customer_stats',
  'frequent_visitors',
];
