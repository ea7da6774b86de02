import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { asMarkdown, FAULTS } from './browser/faults/list';

const TESTS = 'tests/browser/faults';
const DOCUMENT = 'docs/faults.md';

test('each listed fault is injected by a test', () => {
  const tests = readdirSync(TESTS)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(TESTS, file), 'utf8'))
    .join('\n');
  for (const name of Object.keys(FAULTS)) {
    expect(tests, name).toMatch(new RegExp(`(fault\\(|\\[)'${name}',`));
  }
});

test('the document lists each fault', () => {
  if (process.env['WRITE_FAULTS']) writeFileSync(DOCUMENT, asMarkdown());
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(asMarkdown());
});
