// @ts-check
/** dist/, built where it is missing or older than what it is made from. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

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
  'tools/duckdb-asset.js',
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

/** @returns {Promise<string>} the folder of the built site */
export async function builtSite() {
  if (!isFresh()) await build({ root, logLevel: 'warn' });
  return dist;
}
