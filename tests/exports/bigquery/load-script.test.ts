import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
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
import { loadScript } from '../../../src/exports/bigquery/load-script';
import { TABLE_NAMES } from '../../../src/sql/tables';

/** The tools that the script can use, because both macOS and Cloud Shell have them. */
const TOOLS = ['bash', 'cat', 'dirname', 'sed', 'tr'];

const VERIFY = `select table_name, result from (select 1 from \`dishboard\`.restaurant_stats)`;
const REPLACE =
  'create or replace table `dishboard`.restaurant_stats as select 1 from `dishboard`.restaurant_stats_loading;';

let home = '';
const inHome = (...names: string[]) => path.join(home, ...names);

function write(name: string, text: string): void {
  mkdirSync(path.dirname(inHome(name)), { recursive: true });
  writeFileSync(inHome(name), text);
}

/** A folder name with a space, a comma and quotes. */
const KIT = `my kit, it's "new"`;

function rows(...results: string[]): string {
  const lines = TABLE_NAMES.map((name, index) => `${name},${results[index] ?? 'OK'}`);
  return ['table_name,result', ...lines, ''].join('\n');
}

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'dishboard-load-'));
  write(`${KIT}/load.sh`, loadScript(TABLE_NAMES));
  write(`${KIT}/verify.sql`, VERIFY);
  write(`${KIT}/replace_tables.sql`, REPLACE);
  for (const name of TABLE_NAMES) {
    write(`${KIT}/tables/${name}.csv`, 'header\n');
    write(`${KIT}/schemas/${name}.json`, '[]\n');
  }
  write('state/count', '0');
  write('state/calls', '');
  write('state/rows', rows());
  write('state/loading_rows', rows());
  mkdirSync(inHome('bin'));
  for (const tool of TOOLS) symlinkSync(whereIs(tool), inHome('bin', tool));
  copyFileSync('tests/support/fake-bq.sh', inHome('bin', 'bq'));
  chmodSync(inHome('bin', 'bq'), 0o755);
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function whereIs(tool: string): string {
  const found = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, tool))
    .find((file) => existsSync(file));
  if (!found) throw new Error(`${tool} is not on the PATH`);
  return found;
}

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
  /** The arguments of each call of `bq`, without the arguments that all calls share (`GLOBAL`). */
  readonly calls: readonly string[];
}

function run(args: readonly string[], { fail = 0, global = '' } = {}): Ran {
  write('state/count', '0');
  write('state/calls', '');
  const { status, stdout, stderr } = spawnSync(
    inHome('bin', 'bash'),
    [inHome(KIT, 'load.sh'), ...args],
    {
      cwd: home,
      encoding: 'utf8',
      env: {
        PATH: inHome('bin'),
        CDPATH: '/',
        FAKE_DIR: inHome('state'),
        ...(fail > 0 ? { FAKE_FAIL: String(fail) } : {}),
      },
    },
  );
  const prefix = `--headless --quiet --project_id=my-project${global} `;
  const calls = readFileSync(inHome('state', 'calls'), 'utf8').split('\n').slice(0, -1);
  const words = calls.map((call) => call.replaceAll('\t', ' '));
  for (const call of words) expect(call.startsWith(prefix), call).toBe(true);
  return {
    status,
    out: stdout,
    errors: stderr,
    calls: words.map((call) => call.slice(prefix.length)),
  };
}

const sqlOf = (call: number) => readFileSync(inHome('state', `sql.${String(call)}`), 'utf8');

const LOGIN = 'query --use_legacy_sql=false --dry_run select 1';
const SHOW = '--format=json show --dataset my-project:my_data';
const MAKE =
  'mk --dataset --description=The five tables that Dishboard made of restaurant orders. my-project:my_data';
const QUERY = '--format=csv query --use_legacy_sql=false --max_rows=100';
const load = (name: string) =>
  'load --replace --source_format=CSV --skip_leading_rows=1 --encoding=UTF-8 --null_marker= ' +
  '--max_bad_records=0 --allow_quoted_newlines --noautodetect ' +
  `my-project:my_data.${name}_loading tables/${name}.csv schemas/${name}.json`;
const remove = (name: string) => `rm --force --table my-project:my_data.${name}_loading`;
const LOADS = TABLE_NAMES.map(load);
const REMOVALS = TABLE_NAMES.map(remove);
const WHOLE = [LOGIN, SHOW, MAKE, ...LOADS, QUERY, QUERY, QUERY, ...REMOVALS];

const isWindows = process.platform === 'win32';

describe.skipIf(isWindows)('load.sh', () => {
  test('creates the dataset, loads beside the tables, verifies, replaces, verifies again and cleans up', () => {
    const { status, calls, out, errors } = run(['my-project', 'my_data']);
    expect(errors).toBe('');
    expect(status).toBe(0);
    expect(calls).toEqual(WHOLE);
    expect(sqlOf(9)).toBe(
      'select table_name, result from (select 1 from `my_data`.restaurant_stats_loading)\n',
    );
    expect(sqlOf(10)).toBe(
      'create or replace table `my_data`.restaurant_stats as select 1 from `my_data`.restaurant_stats_loading;\n',
    );
    expect(sqlOf(11)).toBe(
      'select table_name, result from (select 1 from `my_data`.restaurant_stats)\n',
    );
    expect(out).toContain('  popular_dishes: OK\n');
    expect(out).toMatch(/Done: the tables are in my-project:my_data\.\n$/);
  });

  test('does the same on a second run, with the existing dataset', () => {
    run(['my-project', 'my_data']);
    const { status, calls } = run(['my-project', 'my_data']);
    expect(status).toBe(0);
    expect(calls).toEqual(WHOLE.filter((call) => call !== MAKE));
  });

  test('passes a location to every call, and refuses a dataset in another one', () => {
    const inTokyo = ['my-project', 'my_data', 'asia-northeast1'];
    const { status, calls } = run(inTokyo, { global: ' --location=asia-northeast1' });
    expect([status, calls]).toEqual([0, WHOLE]);
    const again = run(inTokyo, { global: ' --location=asia-northeast1' });
    expect(again.status).toBe(1);
    expect(again.calls).toEqual([LOGIN, SHOW]);
    expect(again.errors).toContain('the dataset my_data is in EU');
    expect(run(['my-project', 'my_data', 'eu'], { global: ' --location=eu' }).status).toBe(0);
  });

  const failing = WHOLE.slice(0, 11).map((call, index) => ({ call, at: index + 1 }));
  describe.each(failing.filter(({ call }) => call !== SHOW))(
    'when call $at fails ($call)',
    ({ at }) => {
      test('stops, removes what it created, and says so', () => {
        const { status, calls, errors, out } = run(['my-project', 'my_data'], { fail: at });
        expect(status).toBe(1);
        const begun = Math.min(Math.max(at - 3, 0), TABLE_NAMES.length);
        expect(calls).toEqual([...WHOLE.slice(0, at), ...REMOVALS.slice(0, begun)]);
        expect(errors).toContain('planted');
        expect(errors).toMatch(/load\.sh: .*\.\n$/);
        expect(out).not.toContain('Done');
      });
    },
  );

  test('names what is left if it cannot clean up', () => {
    const { status, calls, errors } = run(['my-project', 'my_data'], { fail: 13 });
    expect([status, calls]).toEqual([0, WHOLE]);
    expect(errors).toContain('popular_dishes_loading could not be removed');
  });

  test('replaces nothing if the loaded tables differ from the files', () => {
    write('state/loading_rows', rows('OK', 'rows: 7 instead of 6; sum of order_count: 1'));
    const { status, calls, out, errors } = run(['my-project', 'my_data']);
    expect(status).toBe(1);
    expect(calls).toEqual([...WHOLE.slice(0, 9), ...REMOVALS]);
    expect(out).toContain('  popular_dishes: rows: 7 instead of 6; sum of order_count: 1\n');
    expect(errors).toContain('Your tables are unchanged');
  });

  test.each([
    ['a table differs', rows('rows: 1 instead of 2')],
    ['a table is not in the answer', rows().replace('customer_stats,OK\n', '')],
    ['there is no answer', ''],
    ['a name only ends like one', rows().replace('\ncustomer_stats', '\nold_customer_stats')],
  ])('fails if in the last check %s', (_, answer) => {
    write('state/rows', answer);
    const { status, calls, errors } = run(['my-project', 'my_data']);
    expect(status).toBe(1);
    expect(calls).toEqual(WHOLE);
    expect(errors).toContain('README.md says what to do');
  });

  test('accepts answers with CRLF', () => {
    write('state/rows', rows().replaceAll('\n', '\r\n'));
    expect(run(['my-project', 'my_data']).status).toBe(0);
  });

  test('asks for bq first if it is missing', () => {
    rmSync(inHome('bin', 'bq'));
    const { status, errors } = run(['my-project', 'my_data']);
    expect(status).toBe(1);
    expect(errors).toMatch(/^load\.sh: bq was not found\./);
  });

  test('says how to log in', () => {
    const { status, calls, errors } = run(['my-project', 'my_data'], { fail: 1 });
    expect([status, calls]).toEqual([1, [LOGIN]]);
    expect(errors).toContain('gcloud auth login');
  });

  test.each([
    [[]],
    [['my-project']],
    [['my-project', 'my_data', 'EU', 'more']],
    [['', 'my_data']],
    [['my-project', '']],
    [['my-project', 'my_data', '']],
    [['--help', 'my_data']],
    [['my project', 'my_data']],
    [['my-project;reboot', 'my_data']],
    [['$(touch oops)', 'my_data']],
    [['my-project', '`touch oops`']],
    [['my-project', "x'; drop"]],
    [['my-project', 'données']],
    [['my-project', 'データ']],
    [['my-project', 'my_data/../x']],
    [['my-project', 'my_data\nx']],
    [['my-project', 'my_data', 'EU&x']],
  ])('refuses %j', (args) => {
    const { status, calls, errors } = run(args);
    expect([status, calls]).toEqual([2, []]);
    expect(errors).toContain('usage: bash load.sh PROJECT DATASET [LOCATION]');
    expect(existsSync(inHome('oops')) || existsSync(inHome(KIT, 'oops'))).toBe(false);
  });

  test('explains a hyphen in a dataset and a domain in a project', () => {
    expect(run(['my-project', 'my-data']).errors).toContain('Use _ instead');
    const { status, calls, errors } = run(['example.com:my-project', 'my_data']);
    expect([status, calls]).toEqual([2, []]);
    expect(errors).toContain('has a domain, which this script does not support');
  });

  test('reports a missing kit file before it calls bq', () => {
    rmSync(inHome(KIT, 'schemas', 'customer_stats.json'));
    const { status, calls, errors } = run(['my-project', 'my_data']);
    expect([status, calls]).toEqual([1, []]);
    expect(errors).toBe(
      'load.sh: schemas/customer_stats.json is missing beside load.sh. Unpack the whole ZIP again.\n',
    );
  });
});

test('contains only the tables of its kit', () => {
  expect(loadScript(['customer_stats'])).toContain('\ntables=(customer_stats)\n');
  expect(loadScript(TABLE_NAMES)).not.toMatch(/@[A-Z]/);
});
