// @ts-check
/**
 * The results of one browser.
 * @typedef {object} Walked
 * @property {string} name the browser's name
 * @property {string | null} version null if the browser is not installed
 * @property {Map<string, 'passed' | 'failed'>} outcomes the result of each step, by the step's name
 */

const DIFFERENCES = [
  '## What differs',
  '',
  '- WebKit tells a worker of no request that its policy refuses: the request fails, and no server hears of it. The panel `Nothing leaves this browser` takes that failure for a refusal.',
  '- What the page has imported, its service worker asks the browser for again: Chromium and Firefox have it, while WebKit without a disk cache, as it is driven here, asks the server (0.8 MB). The engine, the sample and the scripts of the workers come once everywhere.',
  '- After a visit that came from the service worker, each browser looks for a new one by itself, a second or two later, and asks the server for `offline.js` and for nothing else; a file of your own is read after that.',
  '- Only Chromium installs the site with its files and opens it with them.',
];

const SIGNS = { passed: '✓', failed: '✗' };

/**
 * @param {readonly Walked[]} walked
 * @param {readonly string[]} steps the steps' names
 * @returns {string} a Markdown document with a table of the results
 */
export function asMarkdown(walked, steps) {
  const heads = walked.map(({ name, version }) =>
    version === null ? `${name} (not installed)` : `${name} ${version}`,
  );
  const rows = steps.map((step) => [
    step,
    ...walked.map(({ outcomes }) => SIGNS[outcomes.get(step) ?? 'failed']).map(String),
  ]);
  walked.forEach(({ version }, column) => {
    if (version === null) for (const row of rows) row[column + 1] = '–';
  });
  const widths = ['', ...heads].map((head, column) =>
    Math.max(3, head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [
    '# What passes where',
    '',
    'Written by `npm run test:browsers -- --write`: the main paths on the built site, each browser from its own package, with files and downloads as they are saved on the disk.',
    '',
    line(['', ...heads]),
    rule,
    ...rows.map(line),
    '',
    ...DIFFERENCES,
    '',
  ].join('\n');
}
