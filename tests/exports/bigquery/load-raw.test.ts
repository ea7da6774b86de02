/** Runs `load_raw.sh` with a fake `bq` that records its arguments. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pipelineFiles } from '../../../src/exports/bigquery/pipeline';
import type { RawOrders } from '../../../src/exports/bigquery/raw-orders';
import { ORDERS } from './orders';

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dishboard-load-raw-'));
  mkdirSync(path.join(folder, 'bin'));
  mkdirSync(path.join(folder, 'kit'));
  // The file of calls has a line for each argument, and an empty line after each call. A call with
  // $FAIL among its arguments fails.
  const bq = `#!/usr/bin/env bash
{ printf '%s\\n' "$@"; echo; } >> "$CALLS"
case " $* " in *"$FAIL"*) echo "bq says no" >&2; exit 1 ;; esac
case " $* " in *" --dry_run "* | *" load "* | *" mk "*) ;; *) cat > "$CALLS.sql" ;; esac
`;
  writeFileSync(path.join(folder, 'bin', 'bq'), bq);
  chmodSync(path.join(folder, 'bin', 'bq'), 0o755);
  // The PATH has only these tools, so that no test reaches a real `bq`.
  for (const tool of ['bash', 'cat', 'dirname', 'iconv']) {
    const found = spawnSync('bash', ['-c', `command -v ${tool}`], { encoding: 'utf8' });
    symlinkSync(found.stdout.trim(), path.join(folder, 'bin', tool));
  }
  writeKit(ORDERS);
  writeFileSync(path.join(folder, 'may.csv'), 'a,b\n');
  writeFileSync(path.join(folder, '-june 1.csv'), 'a,b\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function writeKit(orders: RawOrders): void {
  for (const { name, text } of pipelineFiles(orders)) {
    writeFileSync(path.join(folder, 'kit', name), text);
  }
}

function run(args: readonly string[], fail = 'nothing fails') {
  const calls = path.join(folder, 'calls');
  const { status, stdout, stderr } = spawnSync('bash', ['kit/load_raw.sh', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: path.join(folder, 'bin'), CALLS: calls, FAIL: fail },
  });
  const made = existsSync(calls)
    ? readFileSync(calls, 'utf8')
        .split('\n\n')
        .filter(Boolean)
        .map((call) => call.split('\n').join(' '))
    : [];
  const sql = existsSync(`${calls}.sql`) ? readFileSync(`${calls}.sql`, 'utf8') : null;
  return { status, stdout, stderr, calls: made, sql };
}

const BASE = '--headless --quiet --project_id=my-project';
const LOADING =
  '--source_format=CSV --field_delimiter=, --quote=" --skip_leading_rows=1 --encoding=UTF-8 --allow_quoted_newlines --preserve_ascii_control_characters --max_bad_records=0 --noautodetect my-project:orders.raw_orders';

describe.runIf(hasBash)('load_raw.sh', () => {
  test('creates the dataset, loads the file and runs the pipeline', () => {
    const { status, stderr, calls, sql } = run(['my-project', 'orders', 'may.csv']);
    expect([status, stderr]).toEqual([0, '']);
    expect(calls).toEqual([
      `${BASE} query --use_legacy_sql=false --dry_run select 1`,
      `${BASE} mk --force --dataset my-project:orders`,
      `${BASE} load --replace ${LOADING} ${folder}/may.csv raw_schema.json`,
      `${BASE} --dataset_id=my-project:orders query --use_legacy_sql=false`,
    ]);
    expect(sql).toBe(readFileSync(path.join(folder, 'kit', 'pipeline.sql'), 'utf8'));
  });

  test('appends a named load of several files in a location', () => {
    const files = ['gs://b/a-*.csv', 'may.csv', 'gs://b/c.csv', './-june 1.csv'];
    const args = ['--append', '2026-11-23', 'my-project', 'orders', 'asia-northeast1', ...files];
    const { status, stderr, calls, sql } = run(args);
    expect([status, stderr]).toEqual([0, '']);
    const base = `${BASE} --location=asia-northeast1`;
    expect(calls).toEqual([
      `${base} query --use_legacy_sql=false --dry_run select 1`,
      `${base} mk --force --dataset my-project:orders`,
      `${base} load --replace ${LOADING} gs://b/a-*.csv,gs://b/c.csv raw_schema.json`,
      `${base} load --noreplace ${LOADING} ${folder}/may.csv raw_schema.json`,
      `${base} load --noreplace ${LOADING} ${folder}/./-june 1.csv raw_schema.json`,
      `${base} --dataset_id=my-project:orders query --use_legacy_sql=false --parameter=load::2026-11-23`,
    ]);
    expect(sql).toBe(readFileSync(path.join(folder, 'kit', 'append.sql'), 'utf8'));
  });

  test('loads files with their own dialect', () => {
    writeKit({ ...ORDERS, delimiter: '\t', quote: null, headerLines: 0, encoding: 'utf-16le' });
    const { calls } = run(['my-project', 'orders', 'may.csv']);
    expect(calls[2]).toContain(
      '--field_delimiter=tab --quote= --skip_leading_rows=0 --encoding=UTF-16LE ',
    );
    writeKit({ ...ORDERS, delimiter: '|', quote: "'" });
    expect(run(['my-project', 'orders', 'may.csv']).calls.at(-2)).toContain(
      "--field_delimiter=| --quote=' ",
    );
  });

  test.each([
    [[]],
    [['my-project', 'orders']],
    [['my project', 'orders', 'may.csv']],
    [['my-project; rm -rf /', 'orders', 'may.csv']],
    [['--project_id=x', 'orders', 'may.csv']],
    [['my-project', 'my-orders', 'may.csv']],
    [['my-project', 'orders$(date)', 'may.csv']],
    [['my-project', 'orderś', 'may.csv']],
    [['my-project', 'orders', 'june.csv']],
    [['my-project', 'orders', 'EU; date', 'may.csv']],
    [['my-project', 'orders', 'gs://b/a,b.csv']],
    [['my-project', 'orders', 'gs://']],
    [['--append', '', 'my-project', 'orders', 'may.csv']],
    [['--append', 'a b', 'my-project', 'orders', 'may.csv']],
    [['--append']],
  ])('refuses %j before it asks for anything', (args) => {
    const { status, stderr, calls } = run(args);
    expect([status, calls]).toEqual([2, []]);
    expect(stderr).toContain('usage: bash load_raw.sh');
  });

  test.each([
    ['--dry_run', 1, 'gcloud auth login'],
    ['mk --force', 2, 'was not found and could not be created'],
    ['may.csv', 3, 'could not be loaded. The tables are unchanged'],
    ['june 1.csv', 4, 'could not be loaded. The tables are unchanged'],
    ['--dataset_id', 5, 'pipeline.sql did not finish'],
  ])('stops and says so if the call with %s fails', (fail, calls, said) => {
    const made = run(['my-project', 'orders', 'EU', 'may.csv', './-june 1.csv'], fail);
    expect([made.status, made.calls.length]).toEqual([1, calls]);
    expect(made.stderr).toContain('bq says no');
    expect(made.stderr).toContain(said);
  });

  test('reports missing files and a missing bq', () => {
    rmSync(path.join(folder, 'kit', 'append.sql'));
    expect(run(['my-project', 'orders', 'may.csv']).status).toBe(0);
    const { status, stderr } = run(['--append', 'a', 'my-project', 'orders', 'may.csv']);
    expect([status, stderr.includes('append.sql is missing')]).toEqual([1, true]);
    rmSync(path.join(folder, 'bin', 'bq'));
    expect(run(['my-project', 'orders', 'may.csv']).stderr).toContain('bq was not found');
  });

  test('asks to convert to UTF-8 if BigQuery cannot read the encoding', () => {
    writeKit({ ...ORDERS, encoding: 'shift_jis' });
    writeFileSync(path.join(folder, 'sjis.csv'), Uint8Array.of(0x8e, 0xf5, 0x8e, 0x69, 0x0a));
    const refused = run(['my-project', 'orders', 'sjis.csv']);
    expect([refused.status, refused.calls]).toEqual([1, []]);
    expect(refused.stderr).toContain(`iconv -f CP932 -t UTF-8 ${folder}/sjis.csv > `);
    const { status, calls } = run(['my-project', 'orders', 'may.csv']);
    expect([status, calls[2]!.includes('--encoding=UTF-8')]).toEqual([0, true]);
    expect(run(['my-project', 'orders', 'gs://b/may.csv']).stdout).toContain('iconv -f CP932');
  });
});

test.runIf(hasShellcheck)('shellcheck finds nothing in it', () => {
  const found = spawnSync('shellcheck', [path.join(folder, 'kit', 'load_raw.sh')], {
    encoding: 'utf8',
  });
  expect(found.stdout).toBe('');
  expect(found.status).toBe(0);
});
