// @ts-check
/** Builds dist/ if it is missing or older than its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const SOURCES = [
  'index.html',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'public',
  'src',
  'static',
  'tools/content-security.js',
  'tools/csp.mjs',
  'tools/duckdb-asset.js',
  'tools/engine-pins.js',
  'tools/licenses',
  'tools/licenses.js',
  'tools/manifest.js',
  'tools/offline.js',
];

/** @param {string} file @returns {number} */
function newest(file) {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((entry) => newest(path.join(file, entry))));
}

function isFresh() {
  const page = path.join(dist, 'index.html');
  if (!existsSync(page)) return false;
  return SOURCES.every((source) => newest(path.join(root, source)) <= statSync(page).mtimeMs);
}

/** @returns {string} the folder of the built site */
export function builtSite() {
  if (!isFresh()) build();
  return dist;
}

/** Builds in a separate process, because the environment of a test would change the built site. */
function build() {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('the site could not be built');
}
