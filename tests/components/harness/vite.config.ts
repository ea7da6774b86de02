/** Builds the page for component tests, unminified and without an engine. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: '../../../public',
  plugins: [svelte({ configFile: '../../../svelte.config.js' })],
  define: {
    __DISHBOARD_VERSION__: '"0.0.0"',
    __DUCKDB_WASM_VERSION__: '"0.0.0"',
  },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    minify: false,
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
