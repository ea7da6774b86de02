import type { TestProject } from 'vitest/node';
import { builtSite } from '../../tools/built.mjs';
import { requireChromium } from '../../tools/chromium.mjs';
import { serve } from '../../tools/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    chromiumPath: string;
  }
}

/** Serves the built site under a sub-path and without headers, as GitHub Pages does. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await serve(builtSite(), { base: '/some/sub-path/' });
  project.provide('siteUrl', site.url);
  project.provide('chromiumPath', requireChromium());
  return () => site.close();
}
