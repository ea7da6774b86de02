import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEMPLATE_COLUMNS, TEMPLATE_NAME, TEMPLATE_ROWS } from '../../../src/ui/files/template';

const published = readFileSync(`public/${TEMPLATE_NAME}`, 'utf8');

test('the template is what the page shows of it', () => {
  const header = TEMPLATE_COLUMNS.map(({ name }) => name);
  expect([header, ...TEMPLATE_ROWS].map((row) => `${row.join(',')}\n`).join('')).toBe(published);
});

test('the template is the case that says what comes of it', () => {
  expect(readFileSync(`tests/cases/the-template/${TEMPLATE_NAME}`, 'utf8')).toBe(published);
});
