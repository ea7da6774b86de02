import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';

test('check.js is plain ES5, so that an old browser can run it', () => {
  const text = readFileSync('public/check.js', 'utf8');
  const languageOptions = { ecmaVersion: 5, sourceType: 'script' } as const;
  expect(new Linter().verify(text, { languageOptions })).toEqual([]);
});
