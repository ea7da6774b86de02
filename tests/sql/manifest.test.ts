import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as sql from '../../src/sql';
import { GOOGLESQL_FUNCTIONS } from '../../src/sql/googlesql';
import type { Model } from '../../src/sql/model';
import { TABLE_NAMES } from '../../src/sql/tables';

const FOLDER = 'src/sql';

const listed: readonly Model[] = [
  ...Object.values(sql.SETUP),
  ...Object.values(sql.STAGING),
  ...Object.values(sql.ROLLUPS),
  ...Object.values(sql.MARTS),
  ...Object.values(sql.PAGE_MARTS),
  ...Object.values(sql.PICKED),
  ...Object.values(sql.COSTS),
  ...Object.values(sql.CHECKS),
  ...Object.values(sql.HINTS),
  GOOGLESQL_FUNCTIONS,
];

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.sql'),
);

describe('the manifest', () => {
  test('lists every .sql file once, under its own name', () => {
    const names = files.map((file) => path.basename(file, '.sql'));
    expect(listed.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const { name, sql: text } of listed) {
      const file = files.find((candidate) => path.basename(candidate, '.sql') === name)!;
      expect(text).toBe(readFileSync(path.join(FOLDER, file), 'utf8'));
    }
  });

  test('has a mart for each of the five tables', () => {
    expect(Object.keys(sql.MARTS)).toEqual(TABLE_NAMES);
  });

  test.each(files)('%s opens with a comment that says its grain or its rule', (file) => {
    expect(readFileSync(path.join(FOLDER, file), 'utf8')).toMatch(/^-- \S.*\.\n/);
  });
});
