import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
if (!hasShellcheck)
  console.log('shellcheck is not installed, so the shell scripts are not checked.');

const scripts = ['src', 'tests', 'tools'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sh') && !file.includes('node_modules'))
    .map((file) => path.join(folder, file)),
);

test('finds the shell scripts', () => {
  expect(scripts).toContain(path.join('src', 'exports', 'bigquery', 'load.sh'));
});

test.skipIf(!hasShellcheck).each([...scripts, '.ci/run'])('shellcheck accepts %s', (file) => {
  const { status, stdout } = spawnSync('shellcheck', [file], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
