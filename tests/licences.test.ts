import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { licenceList, licenceOf, packageFolder } from '../tools/licenses.js';

describe('the package of a module', () => {
  test.each([
    ['/site/node_modules/fflate/esm/browser.js', '/site/node_modules/fflate'],
    ['/site/node_modules/@zip.js/zip.js/index.js?worker', '/site/node_modules/@zip.js/zip.js'],
    ['/site/node_modules/a/node_modules/b/b.js', '/site/node_modules/a/node_modules/b'],
    ['\0/site/node_modules/a/a.js?commonjs', '/site/node_modules/a'],
  ])('is found by its path: %s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });

  test.each(['/site/src/main.ts', '/site/node_modules/.cache/x/a.gz', '\0virtual:thing'])(
    '%s is not in a package',
    (id) => {
      expect(packageFolder(id)).toBeNull();
    },
  );
});

describe('the licence of a package', () => {
  let folder = '';

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'licence-')), 'soup');
    mkdirSync(folder);
    const contents = { name: 'soup', version: '1.2.3', license: 'MIT' };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(contents));
  });
  afterEach(() => {
    rmSync(path.dirname(folder), { recursive: true });
  });

  test('contains its text and its notices', () => {
    writeFileSync(path.join(folder, 'LICENCE.md'), 'Eat it.\n');
    writeFileSync(path.join(folder, 'NOTICE.txt'), 'Cooked by A.\n');
    expect(licenceOf(folder)).toEqual({
      name: 'soup',
      version: '1.2.3',
      identifier: 'MIT',
      text: 'Eat it.\n\nCooked by A.',
    });
  });

  test('is required: a missing one fails the build', () => {
    expect(() => licenceOf(folder)).toThrow('soup 1.2.3 is shipped and holds no licence text');
  });

  test('of the engine names the libraries compiled into it', () => {
    const { text } = licenceOf('node_modules/@duckdb/duckdb-wasm');
    for (const part of ['Stichting DuckDB Foundation', 'RE2 Authors', 'Mbed TLS', 'PostgreSQL']) {
      expect(text).toContain(part);
    }
  });
});

test('the list is sorted by name', () => {
  const licence = (name: string) => ({ name, version: '1.0.0', identifier: 'MIT', text: 'T' });
  const list = licenceList([licence('b'), licence('a')]);
  expect(list).toBe(licenceList([licence('a'), licence('b')]));
  expect(list).toMatch(/^# .*\n\n## a 1\.0\.0 \(MIT\)\n\nT\n\n## b 1\.0\.0/);
});
