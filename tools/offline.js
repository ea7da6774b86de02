// @ts-check
/**
 * Vite plugin: builds the service worker `offline.js`, with the list of all files in the built
 * site.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { SECURITY_HEADERS } from './csp.mjs';

const ENTRY = fileURLToPath(new URL('../src/offline/worker.ts', import.meta.url));
const WORKER = 'offline.js';
/** Files that pages never request. */
const NOT_CACHED = [WORKER, '404.html', 'robots.txt'];

const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.gz', 'application/gzip'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.woff2', 'font/woff2'],
]);

/** @param {string | Buffer} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * @param {string} folder the built site
 * @returns {import('../src/offline/cache-store').Release}
 */
export function releaseOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !NOT_CACHED.includes(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      const ending = path.extname(file);
      const type = TYPES.get(ending);
      if (type === undefined) throw new Error(`tools/offline.js has no media type for ${file}`);
      const unpacked = ending === '.gz' ? [gunzipSync(bytes)] : [];
      return { path: file, sha256: [bytes, ...unpacked].map(sha256), type };
    });
  const headers = Object.fromEntries(SECURITY_HEADERS);
  return { version: sha256(JSON.stringify({ files, headers })).slice(0, 16), files, headers };
}

/**
 * @param {string} folder
 */
export async function writeWorker(folder) {
  const built = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __DISHBOARD_RELEASE__: JSON.stringify(releaseOf(folder)) },
    build: {
      target: 'es2022',
      write: false,
      rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: WORKER } },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [worker, ...others] = outputs;
  if (worker?.type !== 'chunk' || others.length > 0)
    throw new Error('the service worker must be built as one file');
  writeFileSync(path.join(folder, WORKER), worker.code);
}

/** @returns {import('vite').Plugin} */
export function offlineSite() {
  let folder = '';
  return {
    name: 'dishboard:offline',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => writeWorker(folder) },
  };
}
