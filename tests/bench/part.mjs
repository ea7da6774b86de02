// @ts-check
/**
 * The types of the benchmark. A part compares contenders that do the same job, and each round runs
 * all of them in turn. To add a contender, write a module that exports one, and add it to a part in
 * parts.mjs.
 */

/**
 * @typedef {object} Context
 * @property {import('./site.mjs').Site} site the page under test
 * @property {string} alternatives URL of the page with the alternatives
 * @property {string} sample path of the sample CSV, which every contender reads as a warm-up
 */

/**
 * @typedef {object} Run
 * @property {Readonly<Record<string, number>>} figures keyed as in figures.mjs; NaN for a number that cannot be measured
 * @property {ReadonlyMap<string, string>} [tables] the five tables as CSV, if the contender produces them
 */

/**
 * A way to make the tables, which the benchmark measures. Each run uses a new process, so that runs
 * share no memory. If the contender dies, `run` throws an error whose message appears in the
 * results.
 * @typedef {object} Contender
 * @property {string} name
 * @property {import('./inputs.mjs').Input} [input]
 * @property {(context: Context) => Promise<Run>} run
 */

/**
 * A ratio of a contender's number to the same number of another contender in the same round.
 * @typedef {object} Ratio
 * @property {string} key of the ratio in figures.mjs
 * @property {string} of key in figures.mjs of the number that is divided
 * @property {(contender: Contender) => Contender | undefined} under returns the contender to divide by, if any
 */

/**
 * @typedef {object} Part
 * @property {string} id the name for `--parts`
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
