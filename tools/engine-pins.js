// @ts-check
/**
 * SHA-256 digests of the engine's files. The build fails if a file differs, so a new version needs
 * new digests here.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const ENGINE_PINS = {
  'duckdb-eh.wasm': '4c221bfa59c11f24dbd750e70c90b9252eca6eec5633936e6a2ec766e55fd879',
  'duckdb-browser-eh.worker.js': 'f8ab72b6b90b3ad83077d47426d4a99d5d9a4c7e07cba1a2be37d655adc7c1ab',
};

/** @param {Uint8Array} bytes @returns {string} in hex */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Throws an Error with both digests if the bytes do not have the expected digest.
 * @param {keyof typeof ENGINE_PINS} name
 * @param {Uint8Array} bytes
 */
export function checkPin(name, bytes) {
  const found = sha256(bytes);
  if (found === ENGINE_PINS[name]) return;
  throw new Error(
    `${name} is not the file that tools/engine-pins.js pins: ${found}, not ${ENGINE_PINS[name]}`,
  );
}

/**
 * @param {keyof typeof ENGINE_PINS} name
 * @returns {Buffer} the file's content, after its digest was checked
 */
export function engineFile(name) {
  const bytes = readFileSync(require.resolve(`@duckdb/duckdb-wasm/dist/${name}`));
  checkPin(name, bytes);
  return bytes;
}
