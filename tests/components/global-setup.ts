import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_ARGUMENTS, requireChromium } from '../../tools/chromium.mjs';
import { serve } from '../../tools/serve.mjs';
import { isFresh } from './fresh';
import { recordingsFile } from './recordings';

declare module 'vitest' {
  interface ProvidedContext {
    harnessUrl: string;
    /** The endpoint of the browser that all component tests share. */
    browserEndpoint: string;
    recordingsFile: string;
  }
}

const CACHE_FOLDER = path.resolve('node_modules/.cache/dishboard-components');
const HARNESS_FOLDER = path.join(CACHE_FOLDER, 'site');

/** Provides one browser, one build and one set of recordings for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const recordings = recordingsFile(CACHE_FOLDER);
  buildHarness();
  const site = await serve(HARNESS_FOLDER);
  const browser = await chromium.launchServer({
    executablePath: requireChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  });
  project.provide('recordingsFile', await recordings);
  project.provide('harnessUrl', site.url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}

/**
 * Builds in another process, because a test's environment would make Svelte's development build.
 */
function buildHarness(): void {
  const harness = 'tests/components/harness';
  const page = path.join(HARNESS_FOLDER, 'index.html');
  if (isFresh(page, ['src', 'public', 'package-lock.json', harness])) return;
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      ...['--config', `${harness}/vite.config.ts`, '--outDir', HARNESS_FOLDER],
      ...['--emptyOutDir', '--logLevel', 'warn'],
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (status !== 0) throw new Error('The harness for component tests could not be built.');
}
