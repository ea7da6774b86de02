import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sampleLines } from './sample';
import { contentOf, useComponents } from './page';

const components = useComponents();

const END = 'the-restaurant-at-the-end-of-the-universe';
const MENU = 'Dishes of the Restaurant at the End of the Universe by orders and average price';
const TITLES = [
  'Revenue by restaurant',
  'Customers by restaurant',
  MENU,
  'Customers by number of restaurants visited',
];

const figure = (title: string) => components.figure(title);
const canvas = (title: string) => figure(title).locator('canvas');
const pixels = (title: string) =>
  canvas(title).evaluate((own: HTMLCanvasElement) => own.toDataURL());
const cursor = (title: string) =>
  canvas(title).evaluate((own: HTMLCanvasElement) => own.style.cursor);
const chip = () => components.page.getByRole('group', { name: 'Selected restaurant' });

/** The cell texts of a figure's table, by row. */
const rowsOf = (own: Locator) =>
  own
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );

async function drawn(title: string): Promise<void> {
  await expect
    .poll(() =>
      canvas(title).evaluate((own: HTMLCanvasElement) => {
        const { data } = own.getContext('2d')!.getImageData(0, 0, own.width, own.height);
        return data.some((value) => value > 0);
      }),
    )
    .toBe(true);
  await canvas(title).scrollIntoViewIfNeeded();
}

/**
 * A restaurant's dishes in the sample with their numbers of orders, the most ordered dish first.
 */
function dishesOf(restaurant: string): [string, number][] {
  const orders = new Map<string, number>();
  for (const line of sampleLines()) {
    if (line.restaurant === restaurant) orders.set(line.dish, (orders.get(line.dish) ?? 0) + 1);
  }
  return [...orders].sort((a, b) => b[1] - a[1]);
}

async function mountSample(): Promise<void> {
  await components.mountSample('sample');
  await figure(MENU).waitFor();
}

describe('each chart', () => {
  test('is drawn and says what it shows', async () => {
    await mountSample();
    for (const title of TITLES) {
      const picture = figure(title).getByRole('img');
      expect(await picture.getAttribute('aria-label')).toMatch(/^.+: .*\d.*\.$/);
      expect((await picture.getAttribute('aria-label'))?.startsWith(`${title}: `)).toBe(true);
      await drawn(title);
    }
  });

  test('shows its numbers as a table, by keyboard too', async () => {
    await mountSample();
    for (const title of TITLES) {
      const button = figure(title).getByRole('button', { name: 'Show as table', exact: true });
      expect(await figure(title).getByRole('table').count()).toBe(0);
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      await button.focus();
      await components.page.keyboard.press('Enter');
      await figure(title).getByRole('table').waitFor();
      expect(await button.getAttribute('aria-expanded')).toBe('true');
      expect((await rowsOf(figure(title))).length).toBeGreaterThan(4);
      await components.page.keyboard.press('Enter');
      await expect.poll(() => figure(title).getByRole('table').count()).toBe(0);
    }
  });

  test('is downloaded as a PNG of double resolution on the background of the page', async () => {
    await mountSample();
    const files: string[] = [];
    for (const title of TITLES) {
      const arriving = components.page.waitForEvent('download');
      await figure(title).getByRole('button', { name: 'Download PNG', exact: true }).click();
      const download = await arriving;
      files.push(download.suggestedFilename());
      const png = await contentOf(download);
      const size = await components.page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const own = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = own.getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        const corner = [...context.getImageData(0, 0, 1, 1).data];
        return { width: bitmap.width, height: bitmap.height, corner };
      }, png.toString('base64'));
      const box = (await canvas(title).boundingBox())!;
      expect(size.width).toBe(2 * (Math.max(640, Math.round(box.width)) + 48));
      expect(size.height).toBeGreaterThan(2 * box.height);
      expect(size.corner).toEqual([0xfc, 0xfc, 0xfa, 255]);
    }
    expect(files).toEqual([
      'dishboard_revenue_by_restaurant.png',
      'dishboard_customers_by_restaurant.png',
      'dishboard_menu.png',
      'dishboard_customers_by_restaurants_visited.png',
    ]);
  });

  test('returns to the width of its place after printing', async () => {
    await mountSample();
    const widths = () =>
      canvas(MENU).evaluate((own) => [
        own.getBoundingClientRect().width,
        own.parentElement!.getBoundingClientRect().width,
      ]);
    await drawn(MENU);
    const [before] = await widths();
    await components.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect((await widths())[0]).toBe(640);
    await components.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(async () => (await widths())[0]).toBe(before);
    expect((await widths())[1]).toBe(before);
  });

  test.each(['data-theme', 'data-contrast'])(
    'is redrawn in other colours when %s changes, and back in its own',
    async (attribute) => {
      await components.mountSample();
      const title = 'Revenue by restaurant';
      await components.page.evaluate((rule) => {
        const sheet = document.styleSheets[0]!;
        sheet.insertRule(rule, sheet.cssRules.length);
      }, `html[${attribute}='test'] { --accent: rgb(1, 200, 3); }`);
      await drawn(title);
      const before = await pixels(title);
      const set = (value: string | null) =>
        components.page.evaluate(
          ([name, own]) => {
            if (own === null) document.documentElement.removeAttribute(name!);
            else document.documentElement.setAttribute(name!, own!);
          },
          [attribute, value],
        );
      await set('test');
      await expect.poll(() => pixels(title)).not.toBe(before);
      await set(null);
      await expect.poll(() => pixels(title)).toBe(before);
    },
  );

  test('of customers is left out where the files have none', async () => {
    await components.mountLoaded('till');
    await figure('Revenue by restaurant').waitFor();
    expect(await figure('Customers by restaurant').count()).toBe(0);
  });
});

describe('the menu', () => {
  test('has the dishes of the picked restaurant, each in its quarter', async () => {
    await mountSample();
    const dishes = dishesOf(END);
    await figure(MENU).getByRole('button', { name: 'Show as table' }).click();
    await figure(MENU).getByRole('table').waitFor();
    const rows = await rowsOf(figure(MENU));
    expect(rows[0]).toEqual(['Dish', 'Orders', 'Average price', 'Group']);
    expect(rows.slice(1, 6).map(([dish, orders]) => [dish, orders])).toEqual(
      dishes.slice(0, 5).map(([dish, orders]) => [dish, orders.toLocaleString('en')]),
    );
    const mean = dishes.reduce((sum, [, orders]) => sum + orders, 0) / dishes.length;
    for (const [index, [, orders]] of dishes.slice(0, 20).entries()) {
      const expected = orders >= mean ? /^Often ordered, / : /^Seldom ordered, /;
      expect(rows[index + 1]?.[3]).toMatch(expected);
    }
    const picker = components.page.getByLabel('Restaurant', { exact: true });
    await picker.selectOption({ label: 'bean-juice-stand' });
    const bean = figure('Dishes of Bean Juice Stand by orders and average price');
    await expect
      .poll(async () => (await rowsOf(bean))[1]?.[0])
      .toBe(dishesOf('bean-juice-stand')[0]?.[0]);
    await picker.selectOption({ label: 'All restaurants' });
    await figure('Dishes of all restaurants together by orders and average price').waitFor();
  });

  test('is printed with the table of its dishes, whether that was open or not', async () => {
    await mountSample();
    await components.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await figure(MENU).getByRole('table').count()).toBe(1);
    expect(await figure('Revenue by restaurant').getByRole('table').count()).toBe(0);
    await components.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => figure(MENU).getByRole('table').count()).toBe(0);
  });

  test('names the dish under the pointer until Escape', async () => {
    await mountSample();
    await drawn(MENU);
    const before = await pixels(MENU);
    const box = (await canvas(MENU).boundingBox())!;
    // The pointer moves down until it meets a dish, in a corner where dishes with few orders lie
    // close together.
    for (let share = 0.3; share < 0.8 && (await pixels(MENU)) === before; share += 0.02) {
      await canvas(MENU).hover({ position: { x: box.width * 0.2, y: box.height * share } });
    }
    expect(await pixels(MENU)).not.toBe(before);
    await components.page.keyboard.press('Escape');
    await expect.poll(() => pixels(MENU)).toBe(before);
  });

  test('shows any name as text, and leaves out a dish without a price', async () => {
    await components.mountLoaded('names');
    const title = 'Dishes of A by orders and average price';
    await drawn(title);
    const own = figure(title);
    expect(await own.getByText('1 dish is left out: no price').isVisible()).toBe(true);
    expect(await own.locator('img').count()).toBe(0);
    await own.getByRole('button', { name: 'Show as table' }).click();
    await own.getByRole('table').waitFor();
    const shown = (await rowsOf(own)).slice(1).map(([dish]) => dish);
    expect(shown).toEqual([
      `${'n'.repeat(200)}…`,
      '海鮮丼',
      'قهوة',
      '<img src=x onerror=alert(1)>',
    ]);
  });

  test('opens the panel of a dish at a click on its dot', async () => {
    await components.mountLoaded('one');
    const title = 'Dishes of A by orders and average price';
    await drawn(title);
    const { width, height } = (await canvas(title).boundingBox())!;
    // The dish with the most orders and the lowest price is in the lower right corner.
    let position = { x: width * 0.95, y: height - 90 };
    for (; position.x > width / 2; position = { ...position, x: position.x - 8 }) {
      await canvas(title).hover({ position });
      if ((await cursor(title)) === 'pointer') break;
    }
    await canvas(title).click({ position });
    await components.page.getByRole('dialog').waitFor();
    expect(await components.page.getByRole('dialog').innerText()).toMatch(/tea/);
  });
});

describe('a bar', () => {
  /** The middle of a horizontal bar, in pixels of the canvas. */
  async function barAt(title: string, index: number, bars: number) {
    const { width, height } = (await canvas(title).boundingBox())!;
    return { x: width / 3, y: (height * (index + 0.5)) / bars };
  }

  test.each(['Revenue by restaurant', 'Customers by restaurant'])(
    'of %s picks its restaurant for the whole page',
    async (title) => {
      await components.mountLoaded('week');
      await drawn(title);
      const before = await pixels(title);
      const second = await barAt(title, 1, 2);
      await canvas(title).hover({ position: second });
      expect(await cursor(title)).toBe('pointer');
      expect(await pixels(title)).not.toBe(before);
      await canvas(title).click({ position: second });
      await expect.poll(() => chip().textContent()).toContain('Sol');
      await drawn(title);
      await canvas(title).click({ position: await barAt(title, 0, 2) });
      await expect.poll(() => chip().textContent()).toContain('Luna');
      expect(await figure(title).getByRole('img').count()).toBe(1);
    },
  );

  test('that stands for no name picks nothing', async () => {
    await components.mountSample('sample');
    const title = 'Customers by number of restaurants visited';
    await drawn(title);
    const { width, height } = (await canvas(title).boundingBox())!;
    await canvas(title).click({ position: { x: width / 2, y: height * 0.7 } });
    expect(await cursor(title)).toBe('');
    expect(await chip().count()).toBe(0);
    expect(await components.page.getByRole('dialog').count()).toBe(0);
  });

  test('can be picked by its name in the chart’s table too', async () => {
    await components.mountLoaded('week');
    const own = figure('Revenue by restaurant');
    await own.getByRole('button', { name: 'Show as table' }).click();
    await own.getByRole('button', { name: 'Sol', exact: true }).click();
    await expect.poll(() => chip().textContent()).toContain('Sol');
  });
});
