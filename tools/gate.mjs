// @ts-check
/** `npm test`: the whole gate, step after step; ends with a line `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'dishboard-gate-'));

/** Each step that is no test run counts as one. */
const STEPS = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  {
    name: 'types',
    command: ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  },
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit'], isTestRun: true },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'reproducible', command: ['node', 'tools/reproducible.mjs'] },
  { name: 'browser', command: ['vitest', 'run', '--project', 'browser'], isTestRun: true },
  // Its table of what passes where has the other browsers too, which CI walks where they install.
  { name: 'main paths', command: ['node', 'tools/browsers/run.mjs', 'chromium'] },
];

/**
 * @param {typeof STEPS[number]} step
 * @returns {{ passed: number, failed: number }}
 */
function run({ name, command, isTestRun }) {
  const [tool = '', ...rest] = command;
  const report = path.join(scratch, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const bin = tool === 'node' ? process.execPath : path.join(root, 'node_modules', '.bin', tool);
  const { status } = spawnSync(bin, isTestRun ? [...rest, ...reporters] : rest, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const counted = isTestRun ? countTests(report) : { passed: 0, failed: 0 };
  const isGood = status === 0 && counted.failed === 0 && (!isTestRun || counted.passed > 0);
  if (!isTestRun) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  return { passed: counted.passed, failed: isGood ? 0 : Math.max(1, counted.failed) };
}

/** @param {string} report */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

let passed = 0;
let failed = 0;
try {
  requireChromium();
  for (const step of STEPS) {
    console.log(`\n== ${step.name}`);
    const result = run(step);
    passed += result.passed;
    failed += result.failed;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
