import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const NAME = 'BigQuery and Looker Studio';
const opener = () => site.page.getByRole('button', { name: NAME, exact: true });
const panel = () => site.page.getByRole('dialog', { name: NAME, exact: true });
const field = (name: string) => panel().getByLabel(name);
const faults = () => panel().getByRole('alert').allInnerTexts();
const line = () => panel().getByRole('region', { name: 'Line to run' });
const link = () => panel().getByRole('link', { name: 'Open a blank report' });
const isFocused = (element: ReturnType<typeof opener>) =>
  element.evaluate((own) => own === document.activeElement);

async function open(): Promise<void> {
  await opener().focus();
  await site.page.keyboard.press('Enter');
  await panel().waitFor();
}

async function type(name: string, text: string): Promise<void> {
  await field(name).fill('');
  await field(name).pressSequentially(text);
}

const tablesOf = async () =>
  [...new URL((await link().getAttribute('href'))!).searchParams]
    .filter(([name]) => name.endsWith('.tableId'))
    .map(([, table]) => table);

describe('the way to BigQuery and Looker Studio', () => {
  test('is opened, filled in and closed by keyboard alone', async () => {
    await site.openSample();
    await open();
    expect(await link().count()).toBe(0);
    await panel().getByText('The line and the link are here once').waitFor();
    await field('Project ID').focus();
    await site.page.keyboard.type('end-of-universe');
    await site.page.keyboard.press('Tab');
    expect(await isFocused(field('Dataset'))).toBe(true);
    await site.page.keyboard.type('restaurant_orders');
    await site.page.keyboard.press('Enter');
    expect(await line().innerText()).toBe('bash load.sh end-of-universe restaurant_orders');
    await site.page.keyboard.press('Tab');
    await site.page.keyboard.type('asia-northeast1');
    expect(await line().innerText()).toBe(
      'bash load.sh end-of-universe restaurant_orders asia-northeast1',
    );
    expect(await faults()).toEqual([]);
    await site.page.keyboard.press('Escape');
    await expect.poll(() => panel().count()).toBe(0);
    expect(await isFocused(opener())).toBe(true);
    expect(site.page.url()).toBe(site.url);
  });

  test('says in place what is wrong with a name, and takes it once it is right', async () => {
    await site.openSample();
    await open();
    await type('Dataset', 'orders');
    for (const [wrong, says] of [
      ['End-of-universe', /lower-case letters, digits and hyphens/],
      ['end of universe', /lower-case letters, digits and hyphens/],
      ['$(ls);ls', /lower-case letters, digits and hyphens/],
      ['ｅｎｄ-of-universe', /lower-case letters, digits and hyphens/],
      ['42-universe', /starts with a lower-case letter/],
      ['example.com:orders', /load\.sh does not take/],
      ['a'.repeat(31), /6 to 30 characters/],
    ] as const) {
      await field('Project ID').fill(wrong);
      expect(await faults(), wrong).toEqual([expect.stringMatching(says)]);
      expect(await field('Project ID').getAttribute('aria-invalid')).toBe('true');
      const described = await field('Project ID').getAttribute('aria-describedby');
      expect(
        await panel()
          .locator(`#${described!.split(' ')[0]!}`)
          .innerText(),
      ).toMatch(says);
      expect([await line().count(), await link().count()]).toEqual([0, 0]);
    }
    // White space around it comes with a paste.
    await field('Project ID').fill('  end-of-universe ');
    expect(await faults()).toEqual([]);
    expect(await field('Project ID').getAttribute('aria-invalid')).toBe('false');
    await field('Dataset').fill('my-orders');
    expect(await faults()).toEqual([expect.stringMatching(/letters, digits and underscores/)]);
    await field('Dataset').fill('my_orders');
    await field('Location').fill('--location');
    expect(await faults()).toEqual([expect.stringMatching(/such as EU, US or asia-northeast1/)]);
    expect(await link().count()).toBe(0);
    await field('Location').fill('EU');
    expect(await line().innerText()).toBe('bash load.sh end-of-universe my_orders EU');
  });

  test('waits with what typing on may mend until the field is left', async () => {
    await site.openSample();
    await open();
    await type('Project ID', 'end-');
    expect(await faults()).toEqual([]);
    await site.page.keyboard.press('Tab');
    await expect.poll(faults).toEqual([expect.stringMatching(/6 to 30 characters/)]);
    await type('Project ID', 'end-of-universe-');
    expect(await faults()).toEqual([expect.stringMatching(/does not end with a hyphen/)]);
  });

  test('gives the link to a blank report, and nothing is sent before it is followed', async () => {
    await site.openSample();
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('orders');
    const href = new URL((await link().getAttribute('href'))!);
    expect(href.origin + href.pathname).toBe('https://lookerstudio.google.com/reporting/create');
    expect(await tablesOf()).toEqual([
      'restaurant_stats',
      'popular_dishes',
      'profitable_dishes',
      'customer_stats',
      'frequent_visitors',
    ]);
    expect(href.searchParams.get('ds.ds4.billingProjectId')).toBe('end-of-universe');
    expect(await link().getAttribute('target')).toBe('_blank');
    expect(await link().getAttribute('rel')).toBe('noopener noreferrer');
    expect(await panel().innerText()).toContain('Google gets what is in the link and nothing else');
  });

  test('copies the line, or selects it where the browser forbids that', async () => {
    await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await site.openSample();
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('orders');
    await panel().getByRole('button', { name: 'Copy line' }).press('Enter');
    await panel().getByText('Copied.', { exact: true }).waitFor();
    expect(await site.page.evaluate(() => navigator.clipboard.readText())).toBe(
      'bash load.sh end-of-universe orders',
    );
    // It was another line that was copied.
    await field('Location').fill('EU');
    await expect.poll(() => panel().getByText('Copied.', { exact: true }).count()).toBe(0);
    await site.page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await panel().getByRole('button', { name: 'Copy line' }).press('Enter');
    await panel().getByText('The line is selected', { exact: false }).waitFor();
    expect(await site.page.evaluate(() => getSelection()?.toString().trim())).toBe(
      'bash load.sh end-of-universe orders EU',
    );
  });

  test('is remembered at the next visit, and is never in the address', async () => {
    await site.openSample();
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('orders');
    await field('Location').fill('E U');
    expect(site.page.url()).toBe(site.url);
    await site.openSample();
    await open();
    expect(await field('Project ID').inputValue()).toBe('end-of-universe');
    expect(await field('Dataset').inputValue()).toBe('orders');
    // What was wrong is not.
    expect(await field('Location').inputValue()).toBe('');
    expect(await line().innerText()).toBe('bash load.sh end-of-universe orders');
  });

  test.each(['to have it', 'to write to it'])(
    'works where the browser forbids storage %s',
    async (how) => {
      await site.page.addInitScript((what) => {
        const refuse = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        if (what === 'to have it') Object.defineProperty(window, 'localStorage', { get: refuse });
        else Storage.prototype.setItem = refuse;
      }, how);
      await site.openSample();
      await open();
      await field('Project ID').fill('end-of-universe');
      await field('Dataset').fill('orders');
      expect(await line().innerText()).toBe('bash load.sh end-of-universe orders');
      // As long as the page is open.
      await panel().getByRole('button', { name: 'Close' }).click();
      await open();
      expect(await field('Project ID').inputValue()).toBe('end-of-universe');
      await site.openSample();
      await open();
      expect(await field('Project ID').inputValue()).toBe('');
    },
  );
});

describe('the recipe', () => {
  const chart = (name: string) =>
    panel()
      .getByRole('listitem')
      .filter({ has: site.page.getByRole('heading', { name, exact: true }) });
  const COUNT = 'End of Universe Restaurant - Customer Count';

  test('has the six charts, and the restaurant by its name in the file', async () => {
    await site.openSample();
    await open();
    const names = panel().getByRole('heading', { level: 4 });
    await expect.poll(() => names.count()).toBe(6);
    expect(await chart(COUNT).innerText()).toContain('the-restaurant-at-the-end-of-the-universe');
    await site.page.keyboard.press('Escape');

    const universe = '<b>The</b> Restaurant at the End of the Universe';
    const content = `restaurant,dish,customer\nInn,tea,Zqxqz\n"The Restaurant at the END of the Universe",tea,Zqxqz\n`;
    await site.load({ name: 'two.csv', content });
    await open();
    expect(await chart(COUNT).innerText()).toContain('The Restaurant at the END of the Universe');
    await site.page.keyboard.press('Escape');
    await site.load({ name: 'one.csv', content: `restaurant,dish,customer\n${universe},tea,Bo\n` });
    await open();
    expect(await chart(COUNT).innerText()).toContain(universe);
  });

  test('leaves out what the files have no column for, in the link as in the charts', async () => {
    await site.openSample();
    await site.load({ name: 'a.csv', content: 'restaurant,dish\nInn,tea\nBar,tea\n' });
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('orders');
    expect(await tablesOf()).toEqual(['restaurant_stats', 'popular_dishes']);
    expect(await chart(COUNT).innerText()).toContain('your files have no customer column');
    expect(await chart('Most Profitable Dishes by Restaurant').innerText()).toContain(
      'your files have no price column',
    );
    expect(await chart('Most Popular Dishes by Restaurant').innerText()).toContain('order_count');
  });

  test('fits a phone, whatever the names', async () => {
    await site.page.setViewportSize({ width: 360, height: 800 });
    await site.openSample();
    const name = 'n'.repeat(300);
    await site.load({ name: 'a.csv', content: `restaurant,dish\n${name},tea\n` });
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('d'.repeat(1024));
    await link().waitFor();
    const isWider = await panel().evaluate((own) => own.scrollWidth > own.clientWidth);
    expect(isWider).toBe(false);
  });

  test('names no guest', async () => {
    await site.openSample();
    const content =
      'restaurant,dish,customer,price\nInn,tea,Zqxqz,1\nBar,tea,Zqxqz,2\nBar,tea,Qzxqq,2\n';
    await site.load({ name: 'guests.csv', content });
    await open();
    expect(await panel().innerHTML()).not.toMatch(/zqxqz|qzxqq/i);
  });

  test.each(['A4', 'Letter'])('is one sheet of %s, in any language', async (format) => {
    const sheets = async () =>
      (await site.page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    await site.openSample();
    expect(await sheets()).toBeGreaterThan(1);
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('orders');
    expect(await sheets()).toBe(1);
    await site.page.emulateMedia({ media: 'print' });
    expect(await panel().getByText('BigQuery: end-of-universe.orders').isVisible()).toBe(true);
    for (const role of ['button', 'textbox', 'link'] as const) {
      expect(await site.page.getByRole(role).count()).toBe(0);
    }
    await site.page.emulateMedia({ media: null });
    await site.page.goto(`${site.url}#language=ja`);
    await site.page.locator('html[lang="ja"]').waitFor();
    await site.page.reload();
    await site.waitFor('ready');
    await site.page.getByRole('button', { name: 'BigQueryとLooker Studio' }).click();
    await site.page.getByRole('dialog').waitFor();
    expect(await sheets()).toBe(1);
  });
});
