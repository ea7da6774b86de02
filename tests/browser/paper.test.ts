import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant,dish,customer,price\n';
/**
 * The file has more restaurants than a report shows at once, and each has more tied dishes than a
 * note names.
 */
const TIED = Array.from({ length: 14 }, (_, restaurant) =>
  Array.from(
    { length: 7 },
    (_, dish) => `R${String(restaurant).padStart(2, '0')},dish ${String(dish)},Ann,1`,
  ),
)
  .flat()
  .join('\n');
const CONTENT = `${HEADER}${TIED}\nR00,dish 1,,1\nR00,dish 1,Ann,free\n`;

const folded = () => site.page.locator('details:not([open])').count();
const unfolded = () => site.page.locator('details[open]').count();
const say = (event: 'beforeprint' | 'afterprint') =>
  site.page.evaluate((type) => dispatchEvent(new Event(type)), event);

async function openFolded(): Promise<void> {
  await site.show({ name: 'tied dishes.csv', content: CONTENT });
  await site.page.getByText('All 9 checks passed').waitFor();
}

describe('on paper', () => {
  test('opens what is folded, and folds it again afterwards', async () => {
    await openFolded();
    await site.page.getByText('bad price (1)').click();
    const before = await folded();
    expect(await unfolded()).toBe(1);
    expect(before).toBeGreaterThan(14);
    await say('beforeprint');
    expect(await folded()).toBe(0);
    await say('afterprint');
    expect([await folded(), await unfolded()]).toEqual([before, 1]);
    await site.page.getByText('bad price (1)').click();
  });

  test('shows all restaurants, unfolded', async () => {
    await openFolded();
    const captions = () =>
      site.page.locator('section[data-report="popular_dishes"] caption').allTextContents();
    expect(await captions()).toHaveLength(12);
    await say('beforeprint');
    expect(await captions()).toHaveLength(14);
    expect(await folded()).toBe(0);
    await say('afterprint');
    expect(await captions()).toHaveLength(12);
  });

  test('unfolds where only the print medium announces it', async () => {
    await openFolded();
    const before = await folded();
    await site.page.emulateMedia({ media: 'print' });
    await expect.poll(folded).toBe(0);
    await site.page.emulateMedia({ media: 'screen' });
    await expect.poll(folded).toBe(before);
  });

  test('omits controls, and names the file and the restaurant', async () => {
    await openFolded();
    await site.pick({ label: 'R07' });
    await site.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect.poll(folded).toBe(0);
    for (const role of ['combobox', 'textbox', 'checkbox'] as const) {
      expect(await site.page.getByRole(role).count()).toBe(0);
    }
    // Buttons with the class `pick` are printed as plain text.
    const buttons = site.page.getByRole('button').and(site.page.locator(':not(.pick)'));
    expect(await buttons.count()).toBe(0);
    expect(await site.page.getByText('tied dishes.csv', { exact: true }).isVisible()).toBe(true);
    expect(await site.page.getByText('Restaurant: R07', { exact: true }).isVisible()).toBe(true);
  });

  test('shows large figures in full', async () => {
    await site.load({ name: 'a.csv', content: `${HEADER}A,tea,Ann,99999999.99\n` });
    const full = site.page
      .locator('section[data-report="restaurant_stats"] dl')
      .getByText('99,999,999.99', { exact: true })
      .first();
    expect(await full.isVisible()).toBe(false);
    await site.page.emulateMedia({ media: 'print' });
    expect(await full.isVisible()).toBe(true);
  });

  test.each(['A4', 'Letter'])('restores the page after a print on %s', async (format) => {
    await openFolded();
    const before = await folded();
    const pdf = await site.page.pdf({ format });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Charts are printed as vectors, not as images of a canvas.
    expect(await site.page.locator('canvas').count()).toBeGreaterThan(0);
    expect(pdf.toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/);
    await expect.poll(folded).toBe(before);
  });
});
