// @ts-check
/**
 * `npm run bench -- [--parts a,b] [--runs N] [--write]`: installs the benchmark's packages, then
 * runs it. The default is all parts of moderate length; `--parts list` lists all parts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const folder = import.meta.dirname;

const { values } = parseArgs({
  options: {
    parts: { type: 'string' },
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`--runs needs a positive integer, not ${values.runs}`);

if (!isInstalled()) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) throw new Error('npm ci failed in tests/bench');
}

// Imported late, because these modules need the installed packages.
const { PARTS, selectParts } = await import('./parts.mjs');
if (values.parts === 'list') {
  for (const { id, title, isDefault } of PARTS) {
    console.log(`${id.padEnd(12)} ${title}${isDefault ? '' : ' (only when named)'}`);
  }
} else {
  const parts = selectParts(values.parts);
  const { bench } = await import('./bench.mjs');
  await bench({ parts, runs, write: values.write });
}

function isInstalled() {
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return Object.entries(dependencies).every(([name, version]) => {
    const manifest = path.join(folder, 'node_modules', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}
