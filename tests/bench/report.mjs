// @ts-check
/** What was measured, as a table and as the page RESULTS.md. */
import os from 'node:os';

/** @typedef {import('./rounds.mjs').Measured} Measured */

const DIGITS = { ms: 0, kB: 0, times: 2 };

/** @type {readonly { header: string, isNumber?: boolean, cell: (measured: Measured) => string }[]} */
const COLUMNS = [
  { header: 'Part', cell: ({ part }) => part },
  { header: 'Figure', cell: ({ label }) => label },
  { header: 'Median', isNumber: true, cell: ({ values, unit }) => format(median(values), unit) },
  {
    header: 'Range',
    isNumber: true,
    cell: ({ values, unit }) =>
      `${format(Math.min(...values), unit)}..${format(Math.max(...values), unit)}`,
  },
  { header: 'Unit', cell: ({ unit }) => unit },
];

/** Plain to read, and a table to Markdown. @param {readonly Measured[]} measured */
export function toTable(measured) {
  const columns = COLUMNS.map(({ header, isNumber = false, cell }) => {
    const cells = measured.map(cell);
    const width = Math.max(...[header, ...cells].map((text) => text.length));
    const rule = isNumber ? '-'.repeat(width - 1) + ':' : '-'.repeat(width);
    const pad = (/** @type {string} */ text) =>
      isNumber ? text.padStart(width) : text.padEnd(width);
    return [pad(header), rule, ...cells.map(pad)];
  });
  const lines = Array.from({ length: measured.length + 2 }, (_, line) =>
    columns.map((column) => column[line]).join(' | '),
  );
  return lines.map((line) => `| ${line} |\n`).join('');
}

/** @param {number} value @param {Measured['unit']} unit */
function format(value, unit) {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: DIGITS[unit],
    maximumFractionDigits: DIGITS[unit],
  });
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * @param {readonly Measured[]} measured
 * @param {{ runs: number, sample: string, software: readonly string[] }} facts
 */
export function toPage(measured, { runs, sample, software }) {
  const gibibytes = Math.round(os.totalmem() / 2 ** 30);
  return `# What \`npm run bench\` measured

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${os.cpus()[0]?.model ?? 'an unknown processor'}, ${os.cpus().length} cores, ${gibibytes} GiB of memory, ${os.type()}
- Software: ${software.join(', ')}
- Sample: ${sample}; ${runs} rounds after one that was not measured

${toTable(measured)}
How to read it: the machine is shared and its times vary from hour to hour, so what counts are the ratios within one run, each taken between times of the same round.
`;
}
