// @ts-check
/**
 * `npm run reproducible`: builds the site a second time and compares the bytes with the first build. The
 * second build runs in a copy of the project, with another time zone, language and umask.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtSite } from './built.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const LEFT_OUT = ['.git', 'dist', 'node_modules', '.svelte-check'].map((name) =>
  path.join(root, name),
);

/**
 * @param {string} folder
 * @returns {Map<string, string>} each file's SHA-256 by path, sorted by path
 */
function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const hash = (/** @type {string} */ file) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex');
  return new Map(files.map((file) => [file, hash(file)]));
}

/** @returns {Map<string, string>} the digests of the second build */
function builtElsewhere() {
  const scratch = mkdtempSync(path.join(tmpdir(), 'a folder of another name '));
  const umask = process.umask(0o077);
  try {
    const copy = path.join(scratch, 'site');
    cpSync(root, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !LEFT_OUT.includes(source),
    });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const vite = path.join(copy, 'node_modules', 'vite', 'bin', 'vite.js');
    const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: copy,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        TZ: 'Pacific/Kiritimati',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        NODE_ENV: 'production',
      },
    });
    if (status !== 0) throw new Error('the second build failed');
    return digests(path.join(copy, 'dist'));
  } finally {
    process.umask(umask);
    rmSync(scratch, { recursive: true, force: true });
  }
}

const here = digests(builtSite());
const elsewhere = builtElsewhere();
const differing = [...new Set([...here.keys(), ...elsewhere.keys()])].filter(
  (file) => here.get(file) !== elsewhere.get(file),
);
for (const file of differing) {
  console.error(
    `${file}: ${here.get(file) ?? 'missing'} here, ${elsewhere.get(file) ?? 'missing'}`,
  );
}
const all = createHash('sha256')
  .update(JSON.stringify([...here]))
  .digest('hex');
console.log(
  differing.length === 0
    ? `${here.size} files, twice the same; all of them: SHA-256 ${all}`
    : `${differing.length} of ${here.size} files differ`,
);
process.exitCode = differing.length === 0 ? 0 : 1;
