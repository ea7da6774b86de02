// @ts-check
/** `npm run bench -- [--runs N] [--write]`: installs what only the benchmark needs, then runs it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const folder = import.meta.dirname;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no run count`);

if (!existsSync(path.join(folder, 'node_modules'))) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) throw new Error('npm ci failed in tests/bench');
}

// Not before: it imports what was just installed.
const { bench } = await import('./bench.mjs');
process.exitCode = await bench({ runs, write: values.write });
