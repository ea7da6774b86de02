import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { contentSecurity } from './tools/content-security.js';
import { duckdbAsset } from './tools/duckdb-asset.js';

/** A loaded machine may give a test a tenth of a processor: limits are there to end a hang, not to time. */
const MINUTES = 60_000;

export default defineConfig({
  base: './',
  plugins: [svelte(), duckdbAsset(), contentSecurity()],
  // One file that stands alone: the page starts it from a Blob, which the page's policies bind.
  worker: { format: 'iife' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The licence texts of what is bundled go with it.
    license: { fileName: 'licenses.txt' },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          testTimeout: 5 * MINUTES,
          hookTimeout: 5 * MINUTES,
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
          fileParallelism: false,
          expect: { poll: { timeout: 5 * MINUTES, interval: 100 } },
        },
      },
    ],
  },
});
