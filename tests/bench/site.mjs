// @ts-check
/** The page as it is deployed: built, and served as a static host would. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { serve } from '../../tools/serve.mjs';

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {number} ownBytes the page's own JavaScript and CSS, gzipped file by file
 * @property {() => Promise<void>} close
 */

/**
 * Into a folder of its own: whoever builds or tests beside us can neither change what is measured
 * nor find it changed.
 * @param {string} root @returns {Promise<Site>}
 */
export async function openSite(root) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dishboard-bench-'));
  const remove = () => {
    rmSync(folder, { recursive: true });
  };
  try {
    await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    const server = await serve(folder, { base: '/dishboard/' });
    return {
      url: server.url,
      ownBytes: ownBytes(path.join(folder, 'assets')),
      close: async () => {
        await server.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** @param {string} assets */
function ownBytes(assets) {
  const isOwn = (/** @type {string} */ name) =>
    /\.(?:js|css)$/.test(name) && !/^duckdb-.*\.worker/.test(name);
  return readdirSync(assets)
    .filter(isOwn)
    .reduce((sum, name) => sum + gzipSync(readFileSync(path.join(assets, name))).length, 0);
}
