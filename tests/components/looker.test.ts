import { describe, expect, test } from 'vitest';
import { useComponents } from './page';

const components = useComponents();

const NAME = 'BigQuery and Looker Studio';
const opener = () => components.button(NAME);
const panel = () => components.page.getByRole('dialog', { name: NAME, exact: true });
const field = (name: string) => panel().getByLabel(name);
const faults = () => panel().getByRole('alert').allInnerTexts();
const line = () => panel().getByRole('region', { name: 'Line to run' });
const link = () => panel().getByRole('link', { name: 'Open a blank report' });
const isFocused = (element: ReturnType<typeof opener>) =>
  element.evaluate((own) => own === document.activeElement);
const press = (key: string) => components.page.keyboard.press(key);

async function open(): Promise<void> {
  await opener().focus();
  await press('Enter');
  await panel().waitFor();
}

async function type(name: string, text: string): Promise<void> {
  await field(name).fill('');
  await field(name).pressSequentially(text);
}

async function fillIn(): Promise<void> {
  await field('Project ID').fill('end-of-universe');
  await field('Dataset').fill('orders');
}

const linkedTables = async () =>
  [...new URL((await link().getAttribute('href'))!).searchParams]
    .filter(([name]) => name.endsWith('.tableId'))
    .map(([, table]) => table);

describe('the BigQuery and Looker Studio panel', () => {
  test('opens, is filled in and closes by keyboard alone', async () => {
    await components.mountSample();
    await open();
    expect(await link().count()).toBe(0);
    await panel().getByText('Fill in the names above').waitFor();
    await field('Project ID').focus();
    await components.page.keyboard.type('end-of-universe');
    await press('Tab');
    expect(await isFocused(field('Dataset'))).toBe(true);
    await components.page.keyboard.type('restaurant_orders');
    await press('Enter');
    expect(await line().innerText()).toBe('bash load.sh end-of-universe restaurant_orders');
    await press('Tab');
    await components.page.keyboard.type('asia-northeast1');
    expect(await line().innerText()).toBe(
      'bash load.sh end-of-universe restaurant_orders asia-northeast1',
    );
    expect(await faults()).toEqual([]);
    await press('Escape');
    await expect.poll(() => panel().count()).toBe(0);
    expect(await isFocused(opener())).toBe(true);
    expect(components.page.url()).toBe(components.url);
  });

  test('says beside the field what is wrong with a name until it is right', async () => {
    await components.mountSample();
    await open();
    await type('Dataset', 'orders');
    for (const [wrong, says] of [
      ['End-of-universe', /lower-case letters, digits and hyphens/],
      ['end of universe', /lower-case letters, digits and hyphens/],
      ['$(ls);ls', /lower-case letters, digits and hyphens/],
      ['ｅｎｄ-of-universe', /lower-case letters, digits and hyphens/],
      ['42-universe', /starts with a lower-case letter/],
      ['example.com:orders', /load\.sh does not accept/],
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
    // A pasted name often has white space around it.
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

  test('reports an unfinished name only after the field has lost focus', async () => {
    await components.mountSample();
    await open();
    await type('Project ID', 'end-');
    expect(await faults()).toEqual([]);
    await press('Tab');
    await expect.poll(faults).toEqual([expect.stringMatching(/6 to 30 characters/)]);
    await type('Project ID', 'end-of-universe-');
    expect(await faults()).toEqual([expect.stringMatching(/does not end with a hyphen/)]);
  });

  test('links to a blank report, and sends nothing before a click', async () => {
    await components.mountSample();
    await open();
    await fillIn();
    const href = new URL((await link().getAttribute('href'))!);
    expect(href.origin + href.pathname).toBe('https://lookerstudio.google.com/reporting/create');
    expect(await linkedTables()).toEqual([
      'restaurant_stats',
      'popular_dishes',
      'profitable_dishes',
      'customer_stats',
      'frequent_visitors',
    ]);
    expect(href.searchParams.get('ds.ds4.billingProjectId')).toBe('end-of-universe');
    expect(await link().getAttribute('target')).toBe('_blank');
    expect(await link().getAttribute('rel')).toBe('noopener noreferrer');
    expect(await panel().innerText()).toContain(
      'Google receives the names of the project, the dataset and the tables, and nothing else',
    );
  });

  test('copies the line, or selects it where the browser forbids copying', async () => {
    await components.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await components.mountSample();
    await open();
    await fillIn();
    await panel().getByRole('button', { name: 'Copy line' }).press('Enter');
    await panel().getByText('Copied.', { exact: true }).waitFor();
    expect(await components.page.evaluate(() => navigator.clipboard.readText())).toBe(
      'bash load.sh end-of-universe orders',
    );
    // A change of the line removes "Copied.", which was about the earlier line.
    await field('Location').fill('EU');
    await expect.poll(() => panel().getByText('Copied.', { exact: true }).count()).toBe(0);
    await components.replaceClipboard('none');
    await panel().getByRole('button', { name: 'Copy line' }).press('Enter');
    await panel().getByText('The line is selected', { exact: false }).waitFor();
    expect(await components.page.evaluate(() => getSelection()?.toString().trim())).toBe(
      'bash load.sh end-of-universe orders EU',
    );
  });

  test('remembers valid names for the next visit, and never puts them in the address', async () => {
    await components.mountSample();
    await open();
    await fillIn();
    await field('Location').fill('E U');
    expect(components.page.url()).toBe(components.url);
    await components.mountSample('week', { isNextVisit: true });
    await open();
    expect(await field('Project ID').inputValue()).toBe('end-of-universe');
    expect(await field('Dataset').inputValue()).toBe('orders');
    // An invalid name is not remembered.
    expect(await field('Location').inputValue()).toBe('');
    expect(await line().innerText()).toBe('bash load.sh end-of-universe orders');
  });

  test.each(['reading', 'writing'] as const)(
    'works where the browser forbids %s storage',
    async (denied) => {
      const allow = await components.denyStorage(denied);
      try {
        await components.mountSample();
        await open();
        await fillIn();
        expect(await line().innerText()).toBe('bash load.sh end-of-universe orders');
        // The page keeps the names in memory, so they last until the next visit.
        await panel().getByRole('button', { name: 'Close' }).click();
        await open();
        expect(await field('Project ID').inputValue()).toBe('end-of-universe');
        await components.mountSample('week', { isNextVisit: true });
        await open();
        expect(await field('Project ID').inputValue()).toBe('');
      } finally {
        await allow();
      }
    },
  );
});

describe('the recipe', () => {
  const chart = (name: string) =>
    panel()
      .getByRole('listitem')
      .filter({ has: components.page.getByRole('heading', { name, exact: true }) });
  const COUNT = 'End of Universe Restaurant - Customer Count';

  test('has six charts, and names the restaurant as the file does', async () => {
    await components.mountSample('sample');
    await open();
    const names = panel().getByRole('heading', { level: 4 });
    await expect.poll(() => names.count()).toBe(6);
    expect(await chart(COUNT).innerText()).toContain('the-restaurant-at-the-end-of-the-universe');

    await components.mountLoaded('universe');
    await open();
    expect(await chart(COUNT).innerText()).toContain('The Restaurant at the END of the Universe');
    await components.mountLoaded('markup');
    await open();
    expect(await chart(COUNT).innerText()).toContain(
      '<b>The</b> Restaurant at the End of the Universe',
    );
  });

  test('leaves out what the files have no column for, in the link as in the charts', async () => {
    await components.mountLoaded('dishes');
    await open();
    await fillIn();
    expect(await linkedTables()).toEqual(['restaurant_stats', 'popular_dishes']);
    expect(await chart(COUNT).innerText()).toContain('your files have no customer column');
    expect(await chart('Most Profitable Dishes by Restaurant').innerText()).toContain(
      'your files have no price column',
    );
    expect(await chart('Most Popular Dishes by Restaurant').innerText()).toContain('order_count');
  });

  test('fits a phone with the longest names', async () => {
    await components.page.setViewportSize({ width: 360, height: 800 });
    await components.mountLoaded('longName');
    await open();
    await field('Project ID').fill('end-of-universe');
    await field('Dataset').fill('d'.repeat(1024));
    await link().waitFor();
    const isWider = await panel().evaluate((own) => own.scrollWidth > own.clientWidth);
    expect(isWider).toBe(false);
  });

  test('names no guest', async () => {
    await components.mountLoaded('guests');
    await open();
    expect(await panel().innerHTML()).not.toMatch(/zqxqz|qzxqq/i);
  });

  test.each(['A4', 'Letter'])('is one sheet of %s in both languages', async (format) => {
    const { page } = components;
    const sheets = async () =>
      (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    await components.mountSample();
    expect(await sheets()).toBeGreaterThan(1);
    await open();
    await fillIn();
    expect(await sheets()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await panel().getByText('BigQuery: end-of-universe.orders').isVisible()).toBe(true);
    for (const role of ['button', 'textbox', 'link'] as const) {
      expect(await page.getByRole(role).count()).toBe(0);
    }
    await page.emulateMedia({ media: null });
    await components.look({ language: 'ja' });
    await page.getByRole('dialog', { name: 'BigQueryとLooker Studio' }).waitFor();
    expect(await sheets()).toBe(1);
  });
});
