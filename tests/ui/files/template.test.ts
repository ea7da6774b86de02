import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEMPLATE_COLUMNS, TEMPLATE_NAME, TEMPLATE_ROWS } from '../../../src/ui/files/template';

const published = readFileSync(`public/${TEMPLATE_NAME}`, 'utf8');

test('the page shows the content of the template file', () => {
  const header = TEMPLATE_COLUMNS.map(({ name }) => name);
  expect([header, ...TEMPLATE_ROWS].map((row) => `${row.join(',')}\n`).join('')).toBe(published);
});

test('the template file equals its test case', () => {
  expect(readFileSync(`tests/cases/the-template/${TEMPLATE_NAME}`, 'utf8')).toBe(published);
});
