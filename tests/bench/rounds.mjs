// @ts-check
/** The parts in turn, round by round: a busy minute of a shared machine then falls on all of them. */

/** A figure with its value of each round. @typedef {import('./part.mjs').Figure & { part: string, values: number[] }} Measured */

/**
 * How many times the one part's wall time is the other's, taken in each round.
 * @typedef {object} Ratio
 * @property {string} label
 * @property {import('./part.mjs').Part} over
 * @property {import('./part.mjs').Part} under
 */

/**
 * @param {ReadonlyMap<import('./part.mjs').Part, import('./part.mjs').Started>} started
 * @param {readonly Ratio[]} ratios
 * @param {number} runs
 * @returns {Promise<Measured[]>}
 */
export async function measureRounds(started, ratios, runs) {
  /** @type {Map<import('./part.mjs').Part, Readonly<Record<string, number>>>[]} */
  const rounds = [];
  for (let run = 1; run <= runs; run += 1) {
    console.error(`Round ${run} of ${runs}`);
    const round = new Map();
    for (const [part, { measure }] of started) round.set(part, await measure());
    rounds.push(round);
  }
  /** @param {import('./part.mjs').Part} part @param {string} key */
  const valuesOf = (part, key) => rounds.map((round) => round.get(part)?.[key] ?? NaN);
  const figures = [...started.keys()].flatMap((part) =>
    Object.entries(part.figures).map(([key, figure]) => ({
      part: part.name,
      ...figure,
      values: valuesOf(part, key),
    })),
  );
  const quotients = ratios.map(({ label, over, under }) => {
    const divisors = valuesOf(under, 'wall');
    const values = valuesOf(over, 'wall').map((wall, run) => wall / (divisors[run] ?? NaN));
    return { part: 'Ratio', label, unit: /** @type {const} */ ('times'), values };
  });
  return [...figures, ...quotients];
}
