import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { TABLE_NAMES } from '../../src/sql/tables';
import { TEMPLATE_NAME } from '../../src/ui/files/template';
import { useSite } from './site';

const site = useSite();

const button = (name: string) => site.page.getByRole('button', { name, exact: true });
const dialog = () => site.page.getByRole('dialog');

describe('the page', () => {
  test('keeps the names and attributes that scripts and screen readers rely on', async () => {
    await site.openSample();
    const { page } = site;
    expect(await page.locator('body').getAttribute('data-phase')).toBe('ready');
    expect(await page.getByRole('status').first().textContent()).not.toBe('');
    const picker = page.getByLabel('Choose CSV files', { exact: true });
    expect(await picker.evaluate((own: HTMLInputElement) => [own.type, own.multiple])).toEqual([
      'file',
      true,
    ]);
    for (const name of TABLE_NAMES) {
      const section = page.locator(`section[data-report="${name}"]`);
      const heading = (await section.getByRole('heading', { level: 2 }).innerText()).trim();
      expect(await page.getByRole('region', { name: heading, exact: true }).count()).toBe(1);
      expect(await section.locator('table').count()).toBeGreaterThan(0);
      expect(await button(`Download ${name}.csv`).count()).toBe(1);
    }
    for (const name of ['Download all (ZIP)', 'Download BigQuery kit']) {
      expect(await button(name).count(), name).toBe(1);
    }
    expect(await site.receipt()).toEqual({ read: 150_000, kept: 150_000, rejected: 0 });
    const marks = await page.evaluate(() =>
      performance.getEntriesByType('mark').map(({ name }) => name),
    );
    expect(marks).toEqual(
      expect.arrayContaining([
        'dishboard:engine-ready',
        'dishboard:file-chosen',
        'dishboard:reports-ready',
      ]),
    );
  });

  test('has no axe violation with the sample, in any theme and language', async () => {
    await site.openSample();
    // The page's policies forbid a script element, but not `evaluate`.
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await site.page.evaluate(readFileSync(axe, 'utf8'));
    for (const language of ['en', 'ja']) {
      for (const theme of ['light', 'dark', 'contrast']) {
        const kind = theme === 'dark' ? 'dark' : 'light';
        await site.page.evaluate((hash) => {
          location.hash = hash;
        }, `theme=${theme}&language=${language}`);
        await site.page.locator(`html[lang="${language}"][data-theme="${kind}"]`).waitFor();
        const { violations } = await site.page.evaluate(() =>
          (
            globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }
          ).axe.run({ resultTypes: ['violations'] }),
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
        expect(found, `${theme}, ${language}`).toEqual([]);
      }
    }
  });

  test('shows the SQL of a report without a network', async () => {
    await site.openSample();
    await site.page.context().setOffline(true);
    try {
      await button('Show SQL of popular_dishes').click();
      await dialog().getByText('How this table is made').waitFor();
      await button('Close').click();
      await expect.poll(() => dialog().count()).toBe(0);
    } finally {
      await site.page.context().setOffline(false);
    }
  });

  test('remembers the settings and the names in BigQuery at the next visit', async () => {
    await site.openSample();
    await button('Settings').click();
    await dialog().getByRole('radio', { name: 'Dark' }).check();
    await dialog().getByLabel('Currency').selectOption('EUR');
    await button('Done').click();
    const opener = button('BigQuery and Looker Studio');
    await opener.press('Enter');
    await dialog().getByLabel('Project ID').fill('end-of-universe');
    await dialog().getByLabel('Dataset').fill('orders');
    await site.page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(new URL(site.page.url()).hash).toBe('#theme=dark');

    await site.open();
    await site.waitFor('ready');
    expect(await site.page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await site.page.locator('[data-report] dl').first().innerText()).toContain('€');
    await opener.press('Enter');
    expect(await dialog().getByLabel('Project ID').inputValue()).toBe('end-of-universe');
    expect(await dialog().getByRole('region', { name: 'Line to run' }).innerText()).toBe(
      'bash load.sh end-of-universe orders',
    );

    // Other tests may share the page, which holds the settings in memory too.
    await site.page.keyboard.press('Escape');
    await button('Settings').click();
    await button('Forget everything').click();
    await dialog()
      .getByText(/^Removed: /)
      .waitFor();
    await button('Done').click();
    await expect.poll(() => dialog().count()).toBe(0);
  });
});

describe('the template', () => {
  test('is downloaded as published, and loads without a question', async () => {
    const arriving = site.page.waitForEvent('download');
    await site.page.getByRole('link', { name: 'Download the template' }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe(TEMPLATE_NAME);
    expect(new URL(download.url()).pathname).toBe(new URL(TEMPLATE_NAME, site.url).pathname);
    const content = readFileSync(await download.path(), 'utf8');
    expect(content).toBe(readFileSync(`public/${TEMPLATE_NAME}`, 'utf8'));
    await site.choose({ name: TEMPLATE_NAME, content });
    await site.page.getByText(TEMPLATE_NAME, { exact: true }).first().waitFor();
    await site.waitFor('ready');
    expect(await dialog().count()).toBe(0);
    expect(await site.receipt()).toEqual({ read: 4, kept: 4, rejected: 0 });
  });
});
