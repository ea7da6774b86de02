import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { contentSecurity } from './tools/content-security.js';
import { duckdbAsset } from './tools/duckdb-asset.js';
import { licenceFile } from './tools/licenses.js';
import { manifestIcons } from './tools/manifest.js';
import { offlineSite } from './tools/offline.js';

const { version, dependencies } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
) as {
  version: string;
  dependencies: Record<string, string>;
};

/**
 * One minute in milliseconds. Time-outs only end a test that hangs, so they are long enough for a
 * shared machine that is ten times slower.
 */
const MINUTES = 60_000;

const licences = licenceFile();

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    duckdbAsset(),
    licences.page,
    contentSecurity(),
    manifestIcons(),
    offlineSite(),
  ],
  define: {
    __DISHBOARD_VERSION__: JSON.stringify(version),
    __DUCKDB_WASM_VERSION__: JSON.stringify(dependencies['@duckdb/duckdb-wasm']),
  },
  // Builds each worker as one file, because the page starts workers from Blobs. Only workers from Blobs
  // inherit the page's policies.
  worker: { format: 'iife', plugins: () => [licences.worker()] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/components/**'],
          // Test files in one worker share modules, so that each worker compiles the engine only once.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 5 * MINUTES,
          hookTimeout: 5 * MINUTES,
        },
      },
      {
        extends: true,
        test: {
          name: 'googlesql',
          include: ['tools/googlesql/**/*.test.ts'],
          testTimeout: 30 * MINUTES,
          hookTimeout: 5 * MINUTES,
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.ts'],
          globalSetup: 'tests/components/global-setup.ts',
          testTimeout: 10 * MINUTES,
          hookTimeout: 10 * MINUTES,
          // All test files share one browser.
          isolate: false,
          maxWorkers: 1,
          expect: { poll: { timeout: 5 * MINUTES, interval: 20 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/global-setup.ts',
          testTimeout: 10 * MINUTES,
          hookTimeout: 10 * MINUTES,
          // Test files in one worker share a browser. Most of them also share a page
          // (tests/browser/site.ts).
          isolate: false,
          maxWorkers: 2,
          expect: { poll: { timeout: 5 * MINUTES, interval: 100 } },
        },
      },
    ],
  },
});
