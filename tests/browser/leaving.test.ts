import { expect, test } from 'vitest';
import { Listener } from './servers';
import { useSite } from './site';

const site = useSite({ fresh: true });

/** Ways to leave the page by script that no content security policy forbids. */
const WAYS: Record<string, (address: string) => void> = {
  location: (address) => {
    location.href = address;
  },
  replace: (address) => {
    location.replace(address);
  },
  link: (address) => {
    const link = document.createElement('a');
    link.href = address;
    link.click();
  },
  download: (address) => {
    const link = document.createElement('a');
    link.href = address;
    link.download = 'sent.csv';
    document.body.append(link);
    link.click();
  },
  refresh: (address) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0; url=${address}`;
    document.head.append(meta);
  },
  window: (address) => {
    window.open(address);
  },
};

test('no script can navigate a locked page away, while a person can follow its links', async () => {
  const elsewhere = new Listener();
  await elsewhere.open();
  try {
    site.expectedErrors = [/./];
    await site.openSample();
    const { page } = site;
    await page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
    const asked = site.requests.length;
    for (const host of [elsewhere.url, site.url]) {
      for (const [way, go] of Object.entries(WAYS)) {
        await page.evaluate(go, `${host}?by-${way}`).catch(() => undefined);
        // This is enough time for a navigation to begin.
        await page.waitForTimeout(300);
      }
    }
    expect(elsewhere.heard).toEqual([]);
    expect(site.requests.slice(asked)).toEqual([]);
    expect(await page.evaluate(() => 'isStillHere' in globalThis)).toBe(true);
    // Downloads and links within the page still work.
    await site.download('Download restaurant_stats.csv');
    await page.evaluate(() => {
      location.hash = 'restaurant=1';
    });
    await page.getByRole('link', { name: /licences/i }).click();
    await page.waitForURL(/licenses\.txt$/);
  } finally {
    await elsewhere.close();
  }
});
