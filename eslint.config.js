import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  {
    ignores: [
      'dist/',
      '.svelte-check/',
      'node_modules/',
      'tests/bench/node_modules/',
      'tools/browsers/node_modules/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The scanner's hot loops use `!` on array items, because their indices are within bounds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // TypeScript checks this in .ts and .svelte files.
      'no-undef': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  { files: ['tools/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
