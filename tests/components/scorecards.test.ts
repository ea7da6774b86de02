import { describe, expect, test } from 'vitest';
import { sampleLines } from './sample';
import { useComponents } from './page';

const components = useComponents();

const END = 'the-restaurant-at-the-end-of-the-universe';
const LABELS = ['Customers', 'Visits', 'Revenue', 'Average per visit'];

const cards = () => components.report('restaurant_stats').locator('dl');
const picker = () => components.page.getByLabel('Restaurant', { exact: true });

/** The texts of each card, which are a label, a number and remarks on the number. */
async function texts(): Promise<string[][]> {
  return cards()
    .locator('> div')
    .evaluateAll((found) =>
      found.map((card) => [...card.children].map((line) => (line as HTMLElement).innerText.trim())),
    );
}

describe('the scorecards of the sample', () => {
  test('show the Restaurant at the End of the Universe, any other restaurant, and all', async () => {
    await components.mountSample('sample');
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
    expect(
      await picker().evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
    ).toBe(END);
    for (const restaurant of [END, 'bean-juice-stand', null]) {
      await components.pick({ label: restaurant ?? 'All restaurants' });
      const expected = figures(restaurant).map((figure, index) => [LABELS[index], figure]);
      await expect
        .poll(async () => (await texts()).map(([label, figure]) => [label, figure]))
        .toEqual(expected);
    }
  });

  test('compare a restaurant with the others, and say the average of all', async () => {
    await components.mountSample('sample');
    const lines = sampleLines();
    const restaurants = new Set(lines.map(({ restaurant }) => restaurant)).size;
    const visits = lines.filter(({ restaurant }) => restaurant === END).length;
    const [share, ratio] = [visits / lines.length, (visits * restaurants) / lines.length];
    expect(ratio).toBeGreaterThan(1.01);
    const own = (await texts())[1]!.slice(2);
    expect(own[0]).toBe(`${(100 * share).toFixed(0)}% of all`);
    expect(Number.parseFloat(own[1]!) / 100).toBeCloseTo(ratio - 1, 2);
    expect(own[1]).toMatch(/% above the average restaurant$/);
    const note = /^Customers of several restaurants are counted in each/;
    expect(await components.page.getByText(note).count()).toBe(1);
    await components.pick({ label: 'All restaurants' });
    await expect
      .poll(async () => (await texts())[1]!.slice(2))
      .toEqual([`${Math.round(lines.length / restaurants).toLocaleString('en')} per restaurant`]);
  });

  test('stand in one row on a desktop and a tablet, and in two on a phone', async () => {
    await components.mountSample('sample');
    for (const [width, rows] of [
      [1280, 1],
      [768, 1],
      [360, 2],
    ] as const) {
      await components.page.setViewportSize({ width, height: 800 });
      const tops = await cards()
        .locator('> div')
        .evaluateAll((found) => found.map((card) => Math.round(card.getBoundingClientRect().top)));
      expect(new Set(tops).size, `${String(width)} pixels`).toBe(rows);
      expect(tops).toHaveLength(4);
    }
  });
});

describe('a large figure', () => {
  const revenue = () =>
    components.page.getByRole('button', { name: '300M, in full 299,999,999.97' });
  const full = () => cards().getByText('299,999,999.97', { exact: true });
  const isFocused = () => revenue().evaluate((button) => button === document.activeElement);

  test('is abbreviated, and shown in full on hover and focus', async () => {
    await components.mountLoaded('large');
    expect(await revenue().isVisible()).toBe(true);
    expect(await full().isVisible()).toBe(false);

    await picker().focus();
    await components.page.keyboard.press('Tab');
    expect(await isFocused()).toBe(true);
    expect(await full().isVisible()).toBe(true);
    await components.page.keyboard.press('Escape');
    await expect.poll(() => full().isVisible()).toBe(false);
    expect(await isFocused()).toBe(true);

    await revenue().blur();
    await revenue().hover();
    await expect.poll(() => full().isVisible()).toBe(true);
    await full().hover();
    expect(await full().isVisible()).toBe(true);
    await components.page.mouse.move(5, 5);
    await expect.poll(() => full().isVisible()).toBe(false);
  });

  test('never makes a phone’s page wider, abbreviated or in full', async () => {
    await components.page.setViewportSize({ width: 360, height: 800 });
    await components.mountLoaded('trillion');
    expect(await components.isWiderThanViewport()).toBe(false);
    for (const button of await cards().getByRole('button').all()) {
      await button.focus();
      expect(await components.isWiderThanViewport()).toBe(false);
      const box = await cards().locator('.is-shown').boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    }
    expect(await cards().getByRole('button').count()).toBe(2);
  });
});
