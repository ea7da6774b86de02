// @ts-check
/** `npm run googlesql`: installs Google's engine if needed (354 MB) and runs the comparison. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '..', '..');

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  return status === 0;
}

function check() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error(
      `Google's engine is made for Linux on x86-64, and this is ${process.platform} on ${process.arch}: nothing was checked.`,
    );
    return false;
  }
  const engine = path.join(here, 'node_modules', '@fivetrandevelopers', 'zetasql');
  if (!existsSync(engine) && !run('npm', ['ci', '--no-audit', '--no-fund'], here)) {
    console.error("Google's engine could not be installed: nothing was checked.");
    return false;
  }
  const vitest = path.join(root, 'node_modules', '.bin', 'vitest');
  return run(vitest, ['run', '--project', 'googlesql', ...process.argv.slice(2)], root);
}

process.exitCode = check() ? 0 : 1;
