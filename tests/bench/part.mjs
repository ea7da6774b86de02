// @ts-check
/**
 * The types of the benchmark. A part compares contenders that do the same job, in turn, round by
 * round. Add a part in parts.mjs, and a contender as a module that exports one.
 */

/**
 * @typedef {object} Context
 * @property {import('./site.mjs').Site} site the page under test
 * @property {string} alternatives URL of the page with the alternatives
 * @property {string} sample path of the sample CSV, which every contender reads as a warm-up
 */

/**
 * @typedef {object} Run
 * @property {Readonly<Record<string, number>>} figures by their keys in figures.mjs; NaN if it cannot be measured
 * @property {ReadonlyMap<string, string>} [tables] the five tables as CSV, if the contender produces them
 */

/**
 * Each run is measured in a new process, so that runs share no memory. `run` throws if the
 * contender dies; its message appears in the results.
 * @typedef {object} Contender
 * @property {string} name
 * @property {import('./inputs.mjs').Input} [input]
 * @property {(context: Context) => Promise<Run>} run
 */

/**
 * A ratio to another contender's figure of the same round.
 * @typedef {object} Ratio
 * @property {string} key of the quotient in figures.mjs
 * @property {string} of key of the figure
 * @property {(contender: Contender) => Contender | undefined} under returns the contender to divide by, if any
 */

/**
 * @typedef {object} Part
 * @property {string} id as `--parts` names it
 * @property {string} title
 * @property {boolean} isDefault whether it runs without `--parts`
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
