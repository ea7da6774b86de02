// @ts-check
/** Runs the contenders in turn, round by round, so that a busy minute affects all of them. */
import { differences } from './compare.mjs';
import { TABLES } from './part.mjs';

/** @typedef {import('./part.mjs').Contender} Contender */

/**
 * @typedef {object} Measured
 * @property {string} contender
 * @property {Record<string, number[]>} values the values of each figure, one per round
 * @property {string} [died] the error that ended the contender; later rounds skip it
 */

/**
 * Measures `runs` rounds of all contenders. Throws if contenders produce different tables.
 * @param {import('./part.mjs').Part} part
 * @param {import('./part.mjs').Context} context
 * @param {number} runs
 * @returns {Promise<Measured[]>}
 */
export async function measureRounds({ contenders, ratios }, context, runs) {
  for (const { input } of contenders) await input?.file();

  /** @type {Map<Contender, string>} */
  const died = new Map();
  /** @type {Map<Contender, Readonly<Record<string, number>>>[]} */
  const rounds = [];
  for (let round = 1; round <= runs; round += 1) {
    const figures = new Map();
    /** @type {import('./compare.mjs').Made | undefined} */
    let first;
    for (const contender of contenders) {
      if (died.has(contender)) continue;
      const time = new Date().toISOString().slice(11, 19);
      console.error(`${time} round ${round} of ${runs}: ${contender.name}`);
      try {
        const run = await contender.run(context);
        const made = run.tables && { name: contender.name, tables: run.tables };
        first ??= made;
        if (first && made) mustAgree(first, made);
        figures.set(contender, run.figures);
      } catch (error) {
        if (error instanceof DifferentTables) throw error;
        console.error(error);
        died.set(contender, error instanceof Error ? error.message : String(error));
      }
    }
    rounds.push(figures);
  }

  /** @param {Contender} contender @param {string} key */
  const valuesOf = (contender, key) => rounds.map((round) => round.get(contender)?.[key] ?? NaN);
  return contenders.map((contender) => {
    const keys = new Set(rounds.flatMap((round) => Object.keys(round.get(contender) ?? {})));
    /** @type {Record<string, number[]>} */
    const values = {};
    for (const key of keys) values[key] = valuesOf(contender, key);
    for (const { key, of, under } of ratios) {
      const divisor = under(contender);
      if (divisor === undefined) continue;
      const divisors = valuesOf(divisor, of);
      values[key] = valuesOf(contender, of).map((value, at) => value / (divisors[at] ?? NaN));
    }
    const words = died.get(contender);
    return { contender: contender.name, values, ...(words === undefined ? {} : { died: words }) };
  });
}

class DifferentTables extends Error {}

/** @param {import('./compare.mjs').Made} first @param {import('./compare.mjs').Made} made */
function mustAgree(first, made) {
  const found = differences(first, made);
  if (found.length > 0) throw new DifferentTables(`tables differ: ${found.join('; ')}`);
  if (first.tables.size !== TABLES.length) throw new DifferentTables('tables are missing');
}
