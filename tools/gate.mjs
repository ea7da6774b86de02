// @ts-check
/**
 * `npm test` and `npm run test:full`: runs the steps of a gate and ends with a line
 * `N passed, N failed`. Arguments select steps, as in `npm run test:full -- browser components`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireChromium } from './chromium.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command a tool in node_modules/.bin or `node`, followed by arguments
 * @property {string} [project] the Vitest project, for a step that runs tests
 * @property {Record<string, string>} [env]
 *
 * @typedef {{ step: Step, passed: number, failed: number, wall: number, cpu: number | null }} Result
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join('node_modules', '.cache');

/** @param {string} project @param {string[]} files @returns {Pick<Step, 'command' | 'project'>} */
const tests = (project, ...files) => ({
  command: ['vitest', 'run', '--project', project, ...files],
  project,
});

/**
 * Each inner list is a stage. Its steps run in parallel, and the next stage starts when all of them
 * have ended.
 * @type {Step[][]}
 */
const QUICK = [
  [
    {
      name: 'format',
      command: ['prettier', '--check', '--log-level', 'warn', '--cache', '.'],
    },
    {
      name: 'lint',
      command: [
        ...['eslint', '.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content'],
        ...['--cache-location', path.join(cache, 'eslint')],
      ],
    },
    {
      name: 'types',
      command: [
        ...['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--incremental'],
      ],
    },
    { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  ],
  [{ name: 'unit', ...tests('unit') }],
  [{ name: 'tour', command: ['node', 'tools/browsers/run.mjs', 'chromium'] }],
];

/** @type {Step[][]} */
const FULL = [
  [{ name: 'components', ...tests('components') }],
  [{ name: 'browser', ...tests('browser') }],
  [
    {
      name: 'random',
      ...tests('unit', 'tests/properties', 'tests/fuzz.test.ts'),
      env: { PROPERTY_CASES: '2000', FUZZ_LOADS: '200' },
    },
  ],
  [{ name: 'reproducible', command: ['node', 'tools/reproducible.mjs'] }],
];

/**
 * Runs a step and returns its result. A step without tests counts as one test.
 * @param {Step} step
 * @param {string} scratch
 * @param {boolean} isAlone whether no other step runs, so that output can go directly to the terminal
 * @returns {Promise<Result>}
 */
async function run(step, scratch, isAlone) {
  const report = path.join(scratch, `${step.name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const [tool = '', ...rest] = step.command;
  const bin = tool === 'node' ? process.execPath : path.join(root, 'node_modules', '.bin', tool);
  const command = [bin, ...rest, ...(step.project ? reporters : [])];
  const began = performance.now();
  const { status, output, cpu } = await execute(command, step.env ?? {}, isAlone);
  const wall = (performance.now() - began) / 1000;
  console.log(`\n== ${step.name}${output ? `\n${output.trimEnd()}` : ''}`);
  if (!step.project) {
    return { step, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, wall, cpu };
  }
  const { passed, failures } = readReport(report, step.project);
  if (failures.length > 0) console.log(`\nRun them alone:\n${failures.join('\n')}`);
  const isGood = status === 0 && failures.length === 0 && passed > 0;
  return { step, passed, failed: isGood ? 0 : Math.max(1, failures.length), wall, cpu };
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @param {boolean} isAlone
 * @returns {Promise<{ status: number | null, output: string, cpu: number | null }>} `cpu` in seconds; null if it is unknown, as on Windows
 */
function execute(command, env, isAlone) {
  const isWindows = process.platform === 'win32';
  // `times` prints the processor time of the shell and of its children.
  const [file = '', ...args] = isWindows
    ? command
    : ['/bin/sh', '-c', '"$@"; status=$?; times >&3; exit $status', 'sh', ...command];
  const out = isAlone ? 'inherit' : 'pipe';
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out, 'pipe'],
    shell: isWindows,
  });
  let output = '';
  let times = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  child.stdio[3]?.on('data', (text) => (times += String(text)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, output, cpu: times === '' ? null : processorSeconds(times) });
    });
  });
}

/**
 * The sum of all times in the output of the shell's `times`.
 * @param {string} times user and system time, such as `0m1.2s 0m0.3s`, for the shell and its children
 */
function processorSeconds(times) {
  const all = [...times.matchAll(/(\d+)m([\d.,]+)s/g)];
  return all.reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s?.replace(',', '.')), 0);
}

/**
 * @param {string} report
 * @param {string} project
 * @returns {{ passed: number, failures: string[] }} `failures`: for each failed test, a command that runs only that test
 */
function readReport(report, project) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const failures = [];
    for (const { name, status, assertionResults } of testResults) {
      const command = `npx vitest run --project ${project} ${path.relative(root, name)}`;
      const failed = assertionResults.filter((/** @type {any} */ each) => each.status === 'failed');
      if (status === 'failed' && failed.length === 0) failures.push(command);
      for (const { fullName } of failed) failures.push(`${command} -t ${JSON.stringify(fullName)}`);
    }
    return { passed: Number(numPassedTests), failures };
  } catch {
    return { passed: 0, failures: [] };
  }
}

/** @param {Result[]} results */
function printTimes(results) {
  console.log('\nstep            wall       cpu   passed  failed');
  for (const { step, passed, failed, wall, cpu } of [...results, sum(results)]) {
    const seconds = (/** @type {number | null} */ value) => (value?.toFixed(1) ?? '?').padStart(8);
    const counts = `${String(passed).padStart(7)} ${String(failed).padStart(7)}`;
    console.log(`${step.name.padEnd(12)}${seconds(wall)}s ${seconds(cpu)}s ${counts}`);
  }
}

/** @param {Result[]} results @returns {Result} `wall` is the duration of the whole gate */
function sum(results) {
  const add = (/** @type {(result: Result) => number} */ of) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    step: { name: 'all', command: [] },
    passed: add(({ passed }) => passed),
    failed: add(({ failed }) => failed),
    wall: performance.now() / 1000,
    cpu: add(({ cpu }) => cpu ?? 0),
  };
}

const [gate, ...names] = process.argv.slice(2);
const stages = (gate === 'full' ? FULL : QUICK)
  .map((stage) => stage.filter(({ name }) => names.length === 0 || names.includes(name)))
  .filter((stage) => stage.length > 0);
const scratch = mkdtempSync(path.join(tmpdir(), 'dishboard-gate-'));
/** @type {Result[]} */
const results = [];
let isBroken = stages.length === 0;
try {
  requireChromium();
  for (const stage of stages) {
    results.push(
      ...(await Promise.all(stage.map((step) => run(step, scratch, stage.length === 1)))),
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  isBroken = true;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
printTimes(results);
const { passed, failed } = sum(results);
console.log(`\n${passed} passed, ${failed + (isBroken ? 1 : 0)} failed`);
process.exitCode = failed === 0 && !isBroken ? 0 : 1;
