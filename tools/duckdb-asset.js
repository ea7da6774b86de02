// @ts-check
/** Vite plugin: DuckDB's wasm as a gzipped asset of our own, with its sizes and checksum, as `virtual:duckdb-wasm`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ID = 'virtual:duckdb-wasm';
const require = createRequire(import.meta.url);

/**
 * GitHub Pages sets no headers of ours, so the file is unpacked by the page; that also gives a
 * progress in true bytes. Squeezing 34 MB takes seconds, so it is done once per wasm and kept.
 * @param {string} cacheFolder
 */
function packedWasm(cacheFolder) {
  const wasm = readFileSync(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const sha256 = createHash('sha256').update(wasm).digest('hex');
  const file = path.join(cacheFolder, `duckdb-eh-${sha256.slice(0, 16)}.wasm.gz`);
  if (!existsSync(file)) {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(`${file}.part`, gzipSync(wasm, { level: 9 }));
    renameSync(`${file}.part`, file);
  }
  return { file, sha256, unpackedBytes: wasm.length, packedBytes: readFileSync(file).length };
}

/** @returns {import('vite').Plugin} */
export function duckdbAsset() {
  let cacheFolder = '';
  return {
    name: 'dishboard:duckdb-asset',
    configResolved(config) {
      cacheFolder = path.join(config.root, 'node_modules', '.cache', 'dishboard');
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const { file, ...facts } = packedWasm(cacheFolder);
      return [
        `import url from ${JSON.stringify(`${file}?url`)};`,
        `export default { url, ...${JSON.stringify(facts)} };`,
      ].join('\n');
    },
  };
}
