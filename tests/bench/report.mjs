// @ts-check
import { FIGURES, MEANINGS } from './figures.mjs';

/** @typedef {import('./rounds.mjs').Measured} Measured */

/**
 * The latest measurement of a part.
 * @typedef {object} Result
 * @property {string} title
 * @property {string} date
 * @property {string} code the commit that was measured
 * @property {string} machine
 * @property {readonly string[]} software
 * @property {number} runs
 * @property {readonly Measured[]} measured
 */

/**
 * Returns a Markdown table that is also readable as plain text.
 * @param {readonly Measured[]} measured
 */
export function toTable(measured) {
  const figures = Object.entries(FIGURES).filter(([key]) =>
    measured.some(({ values }) => known(values[key]).length > 0),
  );
  const columns = [
    column(
      '',
      measured.map(({ contender }) => contender),
      false,
    ),
    ...figures.map(([key, { label, digits }]) =>
      column(
        label,
        measured.map(({ values }) => cell(known(values[key]), digits)),
        true,
      ),
    ),
  ];
  const lines = Array.from({ length: measured.length + 2 }, (_, line) =>
    columns.map((column) => column[line]).join(' | '),
  );
  return lines.map((line) => `| ${line} |\n`).join('');
}

/** @param {string} header @param {readonly string[]} cells @param {boolean} isNumber */
function column(header, cells, isNumber) {
  const width = Math.max(...[header, ...cells].map((text) => text.length), 3);
  const rule = isNumber ? '-'.repeat(width - 1) + ':' : '-'.repeat(width);
  const pad = (/** @type {string} */ text) =>
    isNumber ? text.padStart(width) : text.padEnd(width);
  return [pad(header), rule, ...cells.map(pad)];
}

/**
 * Formats the median, with its range if the values differ.
 * @param {readonly number[]} values
 * @param {number} digits
 */
function cell(values, digits) {
  if (values.length === 0) return '';
  const format = (/** @type {number} */ value) =>
    value.toLocaleString('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [least, most] = [format(Math.min(...values)), format(Math.max(...values))];
  return least === most ? least : `${format(median(values))} (${least}..${most})`;
}

/** @param {readonly number[] | undefined} values */
function known(values) {
  return (values ?? []).filter((value) => Number.isFinite(value));
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * Returns a sentence for each contender that did not finish.
 * @param {readonly Measured[]} measured
 */
export function toDeaths(measured) {
  return measured.flatMap(({ contender, died }) =>
    died === undefined ? [] : [`${contender} did not come to the end: ${died}.`],
  );
}

/** @param {readonly Result[]} results */
export function toPage(results) {
  const sections = results.map(
    ({ title, date, code, machine, software, runs, measured }) => `## ${title}

${date}, ${code}; ${runs === 1 ? 'one round' : `${runs} rounds, medians with their range`}. ${machine}; ${software.join(', ')}.

${toTable(measured)}${toDeaths(measured)
      .map((line) => `\n${line}\n`)
      .join('')}`,
  );
  return `# Results of \`npm run bench\`

Each section is one run, with its date and commit. Do not compare figures of different sections: the machine is shared and its times vary from hour to hour. Trust the ratios, which compare figures of the same round. Every contender runs in its own process and reads the sample as a warm-up (browsers twice). Results are only reported if all contenders produce the same five tables, byte for byte.

${MEANINGS.map((line) => `- ${line}\n`).join('')}
${sections.join('\n')}`;
}
