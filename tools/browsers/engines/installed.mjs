// @ts-check
/**
 * Installs the packages of tools/browsers when they are first needed, so that `npm ci` of the site
 * stays small.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} name the package's name
 * @returns {Promise<unknown>} the package's module
 */
export async function installed(name) {
  if (!existsSync(path.join(folder, 'node_modules', name))) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`${name} could not be installed in tools/browsers`);
  }
  return import(name);
}
