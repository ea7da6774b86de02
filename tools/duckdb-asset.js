// @ts-check
/**
 * Vite plugin: provides the URL, the sizes and the SHA-256 of DuckDB's gzipped WebAssembly file as
 * `virtual:duckdb-wasm`.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { checkPin, ENGINE_PINS, engineFile } from './engine-pins.js';

const ID = 'virtual:duckdb-wasm';
const WASM = 'duckdb-eh.wasm';

/** Offset of the byte for the operating system in a gzip header (RFC 1952). */
const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

/**
 * Gzips DuckDB's WebAssembly file and caches the result, because gzipping 34 MB takes seconds. The
 * page unpacks the file itself, because GitHub Pages cannot send `Content-Encoding` for it. The page
 * can then also count the bytes that it receives, to show progress.
 * @param {string} cacheFolder
 */
function packedWasm(cacheFolder) {
  const sha256 = ENGINE_PINS[WASM];
  const file = path.join(cacheFolder, `duckdb-eh.${sha256.slice(0, 16)}.wasm.gz`);
  const wasm = engineFile(WASM);
  if (!existsSync(file)) {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(`${file}.part`, packed(wasm));
    renameSync(`${file}.part`, file);
  }
  const kept = readFileSync(file);
  checkPin(WASM, gunzipSync(kept));
  return { file, sha256, unpackedBytes: wasm.length, packedBytes: kept.length };
}

/** Gzips bytes, with the same result on every operating system. @param {Buffer} bytes */
function packed(bytes) {
  const gzip = gzipSync(bytes, { level: 9 });
  gzip[SYSTEM_BYTE] = UNKNOWN_SYSTEM;
  return gzip;
}

/** @returns {import('vite').Plugin} */
export function duckdbAsset() {
  let cacheFolder = '';
  return {
    name: 'dishboard:duckdb-asset',
    configResolved(config) {
      cacheFolder = path.join(config.root, 'node_modules', '.cache', 'dishboard');
    },
    buildStart() {
      engineFile('duckdb-browser-eh.worker.js');
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
