import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const WEEK = {
  name: 'week.csv',
  content:
    HEADER +
    ['Luna,tea,Ann,4.50', 'Luna,tea,Bob,4.50', 'Luna,soup,Ann,9', 'Sol,rice,Cy,2'].join('\n'),
};

const chart = (title: string) => site.page.getByRole('figure', { name: title, exact: true });
const canvasOf = (title: string) => chart(title).locator('canvas');
const pixels = (title: string) =>
  canvasOf(title).evaluate((own: HTMLCanvasElement) => own.toDataURL());
const cursor = (title: string) =>
  canvasOf(title).evaluate((own: HTMLCanvasElement) => own.style.cursor);
const chip = () => site.page.getByRole('group', { name: 'Picked restaurant' });

async function drawn(title: string): Promise<void> {
  await expect
    .poll(() =>
      canvasOf(title).evaluate((own: HTMLCanvasElement) => {
        const { data } = own.getContext('2d')!.getImageData(0, 0, own.width, own.height);
        return data.some((value) => value > 0);
      }),
    )
    .toBe(true);
  await canvasOf(title).scrollIntoViewIfNeeded();
}

/** The middle of a row of lying bars, in the canvas's own pixels. */
async function rowAt(title: string, index: number, rows: number) {
  const { width, height } = (await canvasOf(title).boundingBox())!;
  return { x: width / 3, y: (height * (index + 0.5)) / rows };
}

describe('a bar', () => {
  test.each(['Revenue by restaurant', 'Customers by restaurant'])(
    'of %s picks its restaurant for the whole page',
    async (title) => {
      await site.openSample();
      await site.load(WEEK);
      await drawn(title);
      const before = await pixels(title);
      const second = await rowAt(title, 1, 2);
      await canvasOf(title).hover({ position: second });
      expect(await cursor(title)).toBe('pointer');
      expect(await pixels(title)).not.toBe(before);
      await canvasOf(title).click({ position: second });
      await expect.poll(() => chip().textContent()).toContain('Sol');
      await drawn(title);
      await canvasOf(title).click({ position: await rowAt(title, 0, 2) });
      await expect.poll(() => chip().textContent()).toContain('Luna');
      expect(await chart(title).getByRole('img').count()).toBe(1);
    },
  );

  test('of a number of restaurants is no name, and picks nothing', async () => {
    await site.openSample();
    const title = 'Customers by number of restaurants visited';
    await drawn(title);
    const { width, height } = (await canvasOf(title).boundingBox())!;
    await canvasOf(title).click({ position: { x: width / 2, y: height * 0.7 } });
    expect(await cursor(title)).toBe('');
    expect(await chip().count()).toBe(0);
    expect(await site.page.getByRole('dialog').count()).toBe(0);
  });

  test('can be picked by its name in the table of the chart too', async () => {
    await site.openSample();
    await site.load(WEEK);
    await chart('Revenue by restaurant').getByRole('button', { name: 'Show as table' }).click();
    await chart('Revenue by restaurant').getByRole('button', { name: 'Sol', exact: true }).click();
    await expect.poll(() => chip().textContent()).toContain('Sol');
  });
});

test('a dot of the menu opens the panel of its dish', async () => {
  await site.openSample();
  await site.load({
    name: 'one.csv',
    content: HEADER + ['A,tea,Ann,1', 'A,tea,Bob,1', 'A,soup,Ann,9'].join('\n'),
  });
  const title = 'Dishes of A by orders and average price';
  await drawn(title);
  const { width, height } = (await canvasOf(title).boundingBox())!;
  // From the lower right corner, where the dish of the most orders and the least price is.
  let position = { x: width * 0.95, y: height - 90 };
  for (; position.x > width / 2; position = { ...position, x: position.x - 8 }) {
    await canvasOf(title).hover({ position });
    if ((await cursor(title)) === 'pointer') break;
  }
  await canvasOf(title).click({ position });
  await site.page.getByRole('dialog').waitFor();
  expect(await site.page.getByRole('dialog').innerText()).toMatch(/tea/);
});

describe('a chart', () => {
  test.each(['data-theme', 'data-contrast'])(
    'is drawn in other colours when %s is set on the page, and in its own again',
    async (attribute) => {
      await site.openSample();
      const title = 'Revenue by restaurant';
      await site.page.evaluate((rule) => {
        const sheet = document.styleSheets[0]!;
        sheet.insertRule(rule, sheet.cssRules.length);
      }, `html[${attribute}='test'] { --accent: rgb(1, 200, 3); }`);
      await drawn(title);
      const before = await pixels(title);
      const set = (value: string | null) =>
        site.page.evaluate(
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
});
