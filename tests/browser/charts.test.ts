import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();

const END = 'the-restaurant-at-the-end-of-the-universe';
const MENU = 'Dishes of the Restaurant at the End of the Universe by orders and average price';
const TITLES = [
  'Revenue by restaurant',
  'Customers by restaurant',
  MENU,
  'Customers by number of restaurants visited',
];

const chart = (title: string) => site.page.getByRole('figure', { name: title, exact: true });

/** The texts of its table, row by row. */
const rowsOf = (figure: Locator) =>
  figure
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );

const isDrawn = (figure: Locator) =>
  figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value > 0);
  });

/** The dishes of a restaurant with their orders, the most ordered first. */
function dishesOf(restaurant: string): [string, number][] {
  const orders = new Map<string, number>();
  for (const line of sampleLines()) {
    if (line.restaurant === restaurant) orders.set(line.dish, (orders.get(line.dish) ?? 0) + 1);
  }
  return [...orders].sort((a, b) => b[1] - a[1]);
}

beforeEach(async () => {
  await site.openSample();
  await chart(MENU).waitFor();
});

describe('each chart', () => {
  test.each(TITLES)('%s is drawn, and says what it shows', async (title) => {
    const picture = chart(title).getByRole('img');
    expect(await picture.getAttribute('aria-label')).toMatch(/^.+: .*\d.*\.$/);
    expect((await picture.getAttribute('aria-label'))?.startsWith(`${title}: `)).toBe(true);
    await expect.poll(() => isDrawn(chart(title))).toBe(true);
  });

  test.each(TITLES)('%s shows its numbers as a table, by the keyboard too', async (title) => {
    const button = chart(title).getByRole('button', { name: 'Show as table', exact: true });
    expect(await chart(title).getByRole('table').count()).toBe(0);
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await button.focus();
    await site.page.keyboard.press('Enter');
    await chart(title).getByRole('table').waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect((await rowsOf(chart(title))).length).toBeGreaterThan(4);
    await site.page.keyboard.press('Enter');
    await expect.poll(() => chart(title).getByRole('table').count()).toBe(0);
  });

  test('leaves as a PNG, twice as sharp, on the ground of the page', async () => {
    const files: string[] = [];
    for (const title of TITLES) {
      const arriving = site.page.waitForEvent('download');
      await chart(title).getByRole('button', { name: 'Download PNG', exact: true }).click();
      const download = await arriving;
      files.push(download.suggestedFilename());
      const stream = await download.createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const png = Buffer.concat(chunks);
      const size = await site.page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        const corner = [...context.getImageData(0, 0, 1, 1).data];
        return { width: bitmap.width, height: bitmap.height, corner };
      }, png.toString('base64'));
      const own = await chart(title).locator('canvas').boundingBox();
      expect(size.width).toBe(2 * (Math.max(640, Math.round(own!.width)) + 48));
      expect(size.height).toBeGreaterThan(2 * own!.height);
      expect(size.corner).toEqual([0xfc, 0xfc, 0xfa, 255]);
    }
    expect(files).toEqual([
      'dishboard_revenue_by_restaurant.png',
      'dishboard_customers_by_restaurant.png',
      'dishboard_menu.png',
      'dishboard_customers_by_restaurants_visited.png',
    ]);
  });

  test('is as wide as its place again after it was printed', async () => {
    const widths = () =>
      chart(MENU)
        .locator('canvas')
        .evaluate((canvas) => [
          canvas.getBoundingClientRect().width,
          canvas.parentElement!.getBoundingClientRect().width,
        ]);
    await expect.poll(() => isDrawn(chart(MENU))).toBe(true);
    const [before] = await widths();
    await site.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect((await widths())[0]).toBe(640);
    await site.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(async () => (await widths())[0]).toBe(before);
    expect((await widths())[1]).toBe(before);
  });
});

describe('the menu', () => {
  test('has the dishes of the picked restaurant, each in its quarter', async () => {
    const dishes = dishesOf(END);
    await chart(MENU).getByRole('button', { name: 'Show as table' }).click();
    await chart(MENU).getByRole('table').waitFor();
    const rows = await rowsOf(chart(MENU));
    expect(rows[0]).toEqual(['Dish', 'Orders', 'Average price', 'Quarter']);
    expect(rows.slice(1, 6).map(([dish, orders]) => [dish, orders])).toEqual(
      dishes.slice(0, 5).map(([dish, orders]) => [dish, orders.toLocaleString('en')]),
    );
    const mean = dishes.reduce((sum, [, orders]) => sum + orders, 0) / dishes.length;
    for (const [index, [, orders]] of dishes.slice(0, 20).entries()) {
      const expected = orders >= mean ? /^Often ordered, / : /^Seldom ordered, /;
      expect(rows[index + 1]?.[3]).toMatch(expected);
    }
    const picker = site.page.getByLabel('Restaurant', { exact: true });
    await picker.selectOption({ label: 'bean-juice-stand' });
    const bean = chart('Dishes of Bean Juice Stand by orders and average price');
    await expect
      .poll(async () => (await rowsOf(bean))[1]?.[0])
      .toBe(dishesOf('bean-juice-stand')[0]?.[0]);
    await picker.selectOption({ label: 'All restaurants' });
    await chart('Dishes of all restaurants together by orders and average price').waitFor();
  });

  test('is on paper with all its dishes, whether its table was asked for or not', async () => {
    await site.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await chart(MENU).getByRole('table').count()).toBe(1);
    expect(await chart('Revenue by restaurant').getByRole('table').count()).toBe(0);
    await site.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => chart(MENU).getByRole('table').count()).toBe(0);
  });

  test('tells a dish that is pointed at, until Escape', async () => {
    await expect.poll(() => isDrawn(chart(MENU))).toBe(true);
    const canvas = chart(MENU).locator('canvas');
    const pixels = () => canvas.evaluate((own: HTMLCanvasElement) => own.toDataURL());
    const before = await pixels();
    const box = (await canvas.boundingBox())!;
    // Between the dishes of the least orders, which lie close to each other.
    for (let share = 0.3; share < 0.8 && (await pixels()) === before; share += 0.02) {
      await canvas.hover({ position: { x: box.width * 0.2, y: box.height * share } });
    }
    expect(await pixels()).not.toBe(before);
    await site.page.keyboard.press('Escape');
    await expect.poll(pixels).toBe(before);
  });

  test('takes names as they are, of whatever writing, and leaves out what has no price', async () => {
    const names = ['<img src=x onerror=alert(1)>', 'قهوة', '海鮮丼', 'n'.repeat(300)];
    const lines = names.map((name, index) =>
      `A,${name},Ann,${String(index + 1)}\n`.repeat(index + 1),
    );
    await site.load({
      name: 'names.csv',
      content: `restaurant,dish,customer,price\n${lines.join('')}A,refund,Ann,-3\n`,
    });
    const figure = chart('Dishes of A by orders and average price');
    await expect.poll(() => isDrawn(figure)).toBe(true);
    expect(await figure.getByText('1 dish is left out: without a price').isVisible()).toBe(true);
    expect(await figure.locator('img').count()).toBe(0);
    await figure.getByRole('button', { name: 'Show as table' }).click();
    await figure.getByRole('table').waitFor();
    const shown = (await rowsOf(figure)).slice(1).map(([dish]) => dish);
    expect(shown).toEqual([`${'n'.repeat(200)}…`, '海鮮丼', 'قهوة', names[0]]);
  });
});

test('files without customers have no chart of them', async () => {
  await site.load({
    name: 'till.csv',
    content: 'restaurant,dish,price\nA,tea,2\nB,tea,3\n',
  });
  await chart('Revenue by restaurant').waitFor();
  expect(await chart('Customers by restaurant').count()).toBe(0);
});
