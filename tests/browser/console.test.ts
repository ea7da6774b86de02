import { beforeEach, describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const ORDERS =
  'restaurant_names,food_names,first_name,food_cost\nA,tea,Ann,1.50\nA,rice,Bob,4\nB,tea,Ann,-1\n';

const section = () => site.page.getByRole('region', { name: 'SQL console' });
const editor = () => section().getByLabel('Query', { exact: true });
const status = () => section().getByRole('status');
const alert = () => section().getByRole('alert');
const cells = () =>
  section()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
const press = (name: string) => section().getByRole('button', { name, exact: true }).click();

async function ask(sql: string): Promise<void> {
  await editor().fill(sql);
  await editor().press('Control+Enter');
}

test('starts an engine when it is opened, answers by the keyboard alone, and ends the engine when closed', async () => {
  await site.openSample();
  const workers = () => site.page.workers().length;
  const before = workers();
  await section().getByRole('button', { name: 'SQL console' }).focus();
  await site.page.keyboard.press('Enter');
  await site.page.keyboard.press('Control+A');
  await site.page.keyboard.type('select sum(visits) as visits, 1.5 as half from customer_visits');
  await site.page.keyboard.press('Control+Enter');
  await expect.poll(() => status().textContent()).toBe('1 row.');
  expect(await cells()).toEqual([['150,000', '1.5']]);
  expect(workers()).toBe(before + 1);
  await press('SQL console');
  await expect.poll(workers).toBe(before);
  await press('SQL console');
  expect(await editor().inputValue()).toContain('sum(visits)');
  expect(await cells()).toEqual([['150,000', '1.5']]);
  expect(await site.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('visits');
  expect(site.page.url()).not.toContain('select');
});

describe('with a file', () => {
  beforeEach(async () => {
    await site.show({ name: 'a.csv', content: ORDERS });
    const toggle = section().getByRole('button', { name: 'SQL console' });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  });

  describe('an answer', () => {
    test('is a table for each example', async () => {
      const examples = section().getByRole('list', { name: 'Examples' }).getByRole('button');
      expect(await examples.count()).toBe(5);
      for (const example of await examples.all()) {
        await example.click();
        await expect.poll(() => status().textContent()).toMatch(/^\d+ rows?\.$/);
        expect(await alert().count()).toBe(0);
      }
    });

    test('is sorted by value, and downloads unformatted', async () => {
      await ask(
        'select dish as "the, dish", revenue * 1000 as r from dish_sales order by dish desc',
      );
      await expect.poll(() => status().textContent()).toBe('3 rows.');
      await section().getByRole('button', { name: 'r', exact: true }).click();
      await expect.poll(cells).toEqual([
        ['rice', '4,000.00'],
        ['tea', '1,500.00'],
        ['tea', '−1,000.00'],
      ]);
      const { name, content } = await site.download('Download query.csv');
      expect(name).toBe('query.csv');
      expect(content.toString()).toBe('"the, dish",r\ntea,1500.00\ntea,-1000.00\nrice,4000.00\n');
    });

    test('stops at the first 10,000 rows, and says so', async () => {
      await ask('from range(20000)');
      await expect.poll(() => status().textContent()).toMatch(/^Only the first 10,000 rows/);
      const { content } = await site.download('Download query.csv');
      expect(content.toString().split('\n')).toHaveLength(10_002);
    });

    test('may be wider than the page, and never becomes markup', async () => {
      const columns = Array.from({ length: 40 }, (_, index) => `'<b>${String(index)}</b>'`);
      await ask(`select ${columns.join(', ')}`);
      await expect.poll(() => status().textContent()).toBe('1 row.');
      expect((await cells())[0]?.[39]).toBe('<b>39</b>');
      const isWider = () =>
        site.page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
      for (const width of [1280, 360]) {
        await site.page.setViewportSize({ width, height: 800 });
        // Charts resize a frame later.
        await expect.poll(isWider).toBe(false);
      }
    });
  });

  test('an error appears with its line, and disappears with the next answer', async () => {
    await ask('select 1 as one');
    await expect.poll(() => status().textContent()).toBe('1 row.');
    await ask('select\n  dsh\nfrom dish_sales');
    await alert().waitFor();
    expect(await alert().textContent()).toContain('Referenced column "dsh" not found');
    expect(await alert().locator('pre').textContent()).toBe('LINE 2:   dsh\n          ^');
    await ask('drop table dish_sales');
    await expect.poll(() => alert().textContent()).toContain('only queries that read');
    await ask('select count(*) from dish_sales');
    await expect.poll(cells).toEqual([['3']]);
    expect(await alert().count()).toBe(0);
  });

  test('an endless query is stopped, and the next one is answered', async () => {
    await ask('select 7 as seven');
    await expect.poll(cells).toEqual([['7']]);
    await ask('select count(*) from range(10000000000000)');
    await expect.poll(() => status().textContent()).toBe('Running…');
    // The page's own engine still answers while the console's engine is busy.
    await site.page.getByRole('button', { name: 'tea', exact: true }).first().click();
    await site.page.getByRole('dialog', { name: 'tea' }).getByRole('table').first().waitFor();
    await site.page.keyboard.press('Escape');
    await press('Stop');
    await expect.poll(() => status().textContent()).toMatch(/^Stopped\./);
    await ask('select count(*) as dishes from dish_sales');
    await expect.poll(cells).toEqual([['3']]);
  });

  test('a query that takes all memory ends only its own engine', async () => {
    await ask("select repeat('a', 3000000000)");
    await alert().waitFor();
    await ask('select count(*) as dishes from dish_sales');
    await expect.poll(cells).toEqual([['3']]);
    expect(await alert().count()).toBe(0);
  });

  test('other files replace the tables, and an earlier answer is marked', async () => {
    await ask('select count(*) as dishes from dish_sales');
    await expect.poll(cells).toEqual([['3']]);
    await site.load({ name: 'b.csv', content: `${ORDERS}C,soup,Cid,2\n` });
    await section().getByText('This result is from the previous files').waitFor();
    expect(await cells()).toEqual([['3']]);
    expect(await editor().inputValue()).toContain('as dishes');
    await press('Run');
    await expect.poll(cells).toEqual([['4']]);
    expect(await section().getByText('This result is from the previous files').count()).toBe(0);
  });
});
