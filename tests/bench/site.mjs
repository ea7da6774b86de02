// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { serve } from '../../tools/serve.mjs';

/**
 * @typedef {object} SiteFile
 * @property {number} compressed size in bytes; HTML, JavaScript, CSS and SVG are gzipped
 * @property {boolean} isOwn JavaScript or CSS, except DuckDB's worker
 * @property {boolean} isEngine DuckDB's library
 */

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {(address: string) => SiteFile} file looks up a file by its path below the site
 * @property {() => Promise<void>} close
 */

/** @param {string} root @returns {Promise<Site>} */
export function openSite(root) {
  return openBuilt({ root });
}

/** @returns {Promise<Site>} */
export function openAlternatives() {
  return openBuilt({
    root: path.join(import.meta.dirname, 'alternatives'),
    configFile: false,
    base: './',
    worker: { format: 'es' },
    build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  });
}

/**
 * Builds and serves a site from a temporary folder, so that a concurrent build cannot change what
 * is measured.
 * @param {import('vite').InlineConfig} config
 * @returns {Promise<Site>}
 */
async function openBuilt(config) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dishboard-bench-site-'));
  const remove = () => {
    rmSync(folder, { recursive: true });
  };
  try {
    await build({
      ...config,
      logLevel: 'error',
      build: { ...config.build, outDir: folder, emptyOutDir: true },
    });
    const server = await serve(folder, { base: '/dishboard/' });
    return {
      url: server.url,
      file: (address) => describe(path.join(folder, address === '' ? 'index.html' : address)),
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

/** @param {string} file @returns {SiteFile} */
function describe(file) {
  const bytes = readFileSync(file);
  const isText = /\.(?:html|js|css|svg)$/.test(file);
  return {
    compressed: isText ? gzipSync(bytes).length : bytes.length,
    isOwn: /\.(?:js|css)$/.test(file) && !/duckdb-[^/]*\.worker/.test(file),
    isEngine: /duckdb-browser-[^/.]*\.js$/.test(file),
  };
}
