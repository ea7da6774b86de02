// @ts-check
/** Stores the latest result of each part in results.json and writes RESULTS.md from it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { PARTS } from './parts.mjs';
import { toPage } from './report.mjs';

/** @typedef {import('./report.mjs').Result} Result */

const root = path.resolve(import.meta.dirname, '../..');
const DATA = path.join(import.meta.dirname, 'results.json');
const PAGE = path.join(import.meta.dirname, 'RESULTS.md');

/** Significant digits of a stored figure. */
const DIGITS = 5;

/** @param {string} id @param {Result} result */
export async function writeResult(id, result) {
  /** @type {Record<string, Result>} */
  const kept = existsSync(DATA) ? JSON.parse(readFileSync(DATA, 'utf8')) : {};
  const results = { ...kept, [id]: result };
  const text = JSON.stringify(results, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value,
  );
  writeFileSync(DATA, await format(text, { parser: 'json', printWidth: 100 }));

  // JSON has no NaN, so NaN is stored as null.
  /** @type {Record<string, Result>} */
  const readBack = JSON.parse(text);
  const inOrder = PARTS.flatMap(({ id }) => readBack[id] ?? []);
  writeFileSync(PAGE, await format(toPage(inOrder), { parser: 'markdown', printWidth: 100 }));
}

/**
 * @param {string} chromium version
 * @returns {Omit<Result, 'title' | 'runs' | 'measured'>}
 */
export function circumstances(chromium) {
  const dependency = (/** @type {string} */ manifest, /** @type {string} */ name) =>
    JSON.parse(readFileSync(path.join(root, manifest), 'utf8')).dependencies[name];
  const ours = (/** @type {string} */ name) => dependency('tests/bench/package.json', name);
  const gibibytes = Math.round(os.totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    code: commit(),
    machine: `${os.cpus()[0]?.model ?? 'An unknown processor'}, ${os.cpus().length} cores, ${gibibytes} GiB of memory, ${os.type()}`,
    software: [
      `Chromium ${chromium}`,
      `DuckDB-WASM ${dependency('package.json', '@duckdb/duckdb-wasm')}`,
      `native DuckDB ${ours('@duckdb/node-api')}`,
      `PapaParse ${ours('papaparse')}`,
      `Arquero ${ours('arquero')}`,
      `sql.js ${ours('sql.js')}`,
    ],
  };
}

/** The last commit that changed the measured code. */
function commit() {
  const paths = ['src', 'static', 'index.html', 'package.json', 'vite.config.ts'];
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', [...args, '--', ...paths], { cwd: root, encoding: 'utf8' }).trim();
  try {
    const isChanged = git('status', '--porcelain') !== '';
    return `commit ${git('log', '-1', '--format=%h')}${isChanged ? ' and changes since' : ''}`;
  } catch {
    return 'an unknown commit';
  }
}
