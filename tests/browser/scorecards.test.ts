import { describe, expect, test } from 'vitest';
import { sampleLines } from '../support/sample';
import { useSite } from './site';

const site = useSite();

const END = 'the-restaurant-at-the-end-of-the-universe';
const LABELS = ['Customers', 'Visits', 'Revenue', 'Average per visit'];
const LARGE = `restaurant,dish,customer,price
A,tea,Ann,99999999.99
A,tea,Bob,99999999.99
B,tea,Ann,99999999.99
`;
/** A revenue of a trillion and more, of few lines. */
const TRILLION = `restaurant,dish,customer,price,quantity
A,tea,Ann,99999999.99,1000000
A,tea,Bob,99999999.99,1000000
B,tea,Ann,-99999999.99,12345
`;

const cards = () => site.page.locator('section[data-report="restaurant_stats"] dl');
const pick = (restaurant: string) => site.pick({ label: restaurant });
const isWider = () =>
  site.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );

/** Each card's texts: its label, its figure and what is said of that. */
async function texts(): Promise<string[][]> {
  return cards()
    .locator('> div')
    .evaluateAll((found) =>
      found.map((card) => [...card.children].map((line) => (line as HTMLElement).innerText.trim())),
    );
}

describe('of the sample', () => {
  test('show the Restaurant at the End of the Universe, any other, and all', async () => {
    await site.openSample();
    const lines = sampleLines();
    const figures = (restaurant: string | null) => {
      const own = lines.filter((line) => restaurant === null || line.restaurant === restaurant);
      const revenue = own.reduce((sum, { price }) => sum + price, 0n);
      return [
        new Set(own.map(({ customer }) => customer)).size.toLocaleString('en'),
        own.length.toLocaleString('en'),
        (Number(revenue) / 100).toLocaleString('en', { minimumFractionDigits: 2 }),
        (Number(revenue) / own.length / 100).toFixed(2),
      ];
    };
    const picker = site.page.getByLabel('Restaurant', { exact: true });
    expect(
      await picker.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
    ).toBe(END);
    for (const restaurant of [END, 'bean-juice-stand', null]) {
      await pick(restaurant ?? 'All restaurants');
      const expected = figures(restaurant).map((figure, index) => [LABELS[index], figure]);
      await expect
        .poll(async () => (await texts()).map(([label, figure]) => [label, figure]))
        .toEqual(expected);
    }
  });

  test('say how a restaurant compares, and what all of them have on the average', async () => {
    await site.openSample();
    const lines = sampleLines();
    const restaurants = new Set(lines.map(({ restaurant }) => restaurant)).size;
    const visits = lines.filter(({ restaurant }) => restaurant === END).length;
    const [share, ratio] = [visits / lines.length, (visits * restaurants) / lines.length];
    expect(ratio).toBeGreaterThan(1.01);
    const own = (await texts())[1]!.slice(2);
    expect(own[0]).toBe(`${(100 * share).toFixed(0)}% of all`);
    expect(Number.parseFloat(own[1]!) / 100).toBeCloseTo(ratio - 1, 2);
    expect(own[1]).toMatch(/% above the average restaurant$/);
    expect(
      await site.page.getByText(/^Customers of several restaurants are counted in each/).count(),
    ).toBe(1);
    await pick('All restaurants');
    await expect
      .poll(async () => (await texts())[1]!.slice(2))
      .toEqual([`${Math.round(lines.length / restaurants).toLocaleString('en')} per restaurant`]);
  });

  test.each([
    [1280, 1],
    [768, 1],
    [360, 2],
  ])('stand at %i pixels in %i rows', async (width, rows) => {
    await site.page.setViewportSize({ width, height: 800 });
    await site.openSample();
    const tops = await cards()
      .locator('> div')
      .evaluateAll((found) => found.map((card) => Math.round(card.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(rows);
    expect(tops).toHaveLength(4);
  });
});

describe('a large figure', () => {
  const revenue = () => site.page.getByRole('button', { name: '300M, in full 299,999,999.97' });
  const full = () => cards().getByText('299,999,999.97', { exact: true });

  test('stands in short, and in full where it is pointed at or has the keyboard', async () => {
    await site.openSample();
    await site.load({ name: 'large.csv', content: LARGE });
    expect(await revenue().isVisible()).toBe(true);
    expect(await full().isVisible()).toBe(false);

    await site.page.getByLabel('Restaurant', { exact: true }).focus();
    await site.page.keyboard.press('Tab');
    expect(await revenue().evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await full().isVisible()).toBe(true);
    await site.page.keyboard.press('Escape');
    await expect.poll(() => full().isVisible()).toBe(false);
    expect(await revenue().evaluate((button) => button === document.activeElement)).toBe(true);

    await revenue().blur();
    await revenue().hover();
    await expect.poll(() => full().isVisible()).toBe(true);
    await full().hover();
    expect(await full().isVisible()).toBe(true);
    await site.page.mouse.move(5, 5);
    await expect.poll(() => full().isVisible()).toBe(false);
  });

  test('is never wider than the page, in short or in full', async () => {
    await site.page.setViewportSize({ width: 360, height: 800 });
    await site.openSample();
    await site.load({ name: 'trillion.csv', content: TRILLION });
    expect(await isWider()).toBe(false);
    for (const button of await cards().getByRole('button').all()) {
      await button.focus();
      expect(await isWider()).toBe(false);
      const box = await cards().locator('.is-shown').boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    }
    expect(await cards().getByRole('button').count()).toBe(2);
  });
});
