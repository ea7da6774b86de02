import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test('the HTML report is self-contained: all answers, no script, no request, accessible', async () => {
  await site.openSample();
  await site.page.getByText('All 9 checks passed').waitFor();
  const questions = await site.page.locator('section.report h2').allTextContents();
  const { name, content } = await site.download('Download HTML report');
  expect(name).toMatch(/^dishboard_data_\d{4}-\d\d-\d\d\.html$/);
  const folder = await mkdtemp(path.join(tmpdir(), 'dishboard-report-'));
  const page = await site.page.context().newPage();
  try {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const requests: string[] = [];
    const errors: string[] = [];
    const url = pathToFileURL(file).href;
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    await page.context().setOffline(true);
    await page.goto(url);
    expect(await page.locator('h2').allTextContents()).toEqual(questions);
    expect(await page.locator('script, link, img, iframe').count()).toBe(0);
    expect(await page.locator('table').count()).toBeGreaterThan(5);
    for (const svg of await page.locator('svg').all()) {
      const box = await svg.boundingBox();
      expect(box?.width).toBeGreaterThan(300);
    }
    // The report's own policy allows its style.
    expect(
      await page
        .locator('.bar')
        .first()
        .evaluate((bar) => getComputedStyle(bar).fill),
    ).toBe('rgb(11, 93, 68)');
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isWider).toBe(false);
    }
    const violations = await page.evaluate(
      async (axe) => {
        const run = new Function(`${axe}; return globalThis.axe.run(document)`) as () => Promise<{
          violations: { id: string }[];
        }>;
        return (await run()).violations.map(({ id }) => id);
      },
      await readFile(AXE, 'utf8'),
    );
    expect(violations).toEqual([]);
    expect(requests.filter((asked) => asked !== url)).toEqual([]);
    expect(errors).toEqual([]);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  } finally {
    await page.close();
    await site.page.context().setOffline(false);
    await rm(folder, { recursive: true });
  }
  // Ignores requests for the report's file, which the test itself opened.
  site.requests.splice(
    0,
    site.requests.length,
    ...site.requests.filter((url) => !url.startsWith('file:')),
  );
});
