import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';

test('an old browser can read what tells it that it is too old', () => {
  const text = readFileSync('public/check.js', 'utf8');
  const languageOptions = { ecmaVersion: 5, sourceType: 'script' } as const;
  expect(new Linter().verify(text, { languageOptions })).toEqual([]);
});
