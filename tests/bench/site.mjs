// @ts-check
/** The page as it is deployed: built, and served as a static host would. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { serve } from '../../tools/serve.mjs';

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {(name: string) => number} ownBytes the gzipped size of an asset, if it is JavaScript or CSS of the page's own
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
      ownBytes: (name) => ownBytes(path.join(folder, 'assets', name)),
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

/** @param {string} file */
function ownBytes(file) {
  const isOwn = /\.(?:js|css)$/.test(file) && !/duckdb-[^/]*\.worker/.test(file);
  return isOwn ? gzipSync(readFileSync(file)).length : 0;
}
